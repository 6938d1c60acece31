import { lineAt } from "../../../../domain/text-place";
import { environmentOf } from "./meanings";
import { otherwise, together, UNDER_A_CONDITION, type When } from "./when";

const OPENS =
  /^\s*(?:[\w@.]+\s*=\s*)?(if|unless|case|while|until|begin|def|class|module|for)\b(.*)$|^(.*?)\b(?:do)\s*(?:\|[^|]*\|)?\s*$|^(.*)\bfn\b[^\n]*->\s*$/;
const SINGLE = /\bthen\b.*\bend\b|;\s*end\s*$|,\s*do:/;

/** When the line at an index runs, in a language whose blocks close with `end`: Ruby and Elixir. */
export function endConditions(path: string, text: string): (at: number) => When {
  const byLine = linesOf(path, text);
  return (at) => byLine[lineAt(text, at) - 1] ?? "always";
}

function linesOf(path: string, text: string): readonly When[] {
  const open: When[] = [];
  return text.split("\n").map((line): When => {
    const code = line.replace(/(?:^|\s)#(?!\{).*$/, "");
    if (/^\s*end\b/.test(code)) open.pop();
    const last = open.length - 1;
    if (/^\s*else\b/.test(code) && last >= 0) open[last] = otherwise(open[last] ?? "always");
    else if (/^\s*(?:elsif|when|rescue|ensure|in)\b/.test(code) && last >= 0 && open[last] !== "always")
      open[last] = UNDER_A_CONDITION;
    const around = together(open);
    const [, word, rest = "", call] = OPENS.exec(code) ?? [];
    if (word !== undefined && !SINGLE.test(code)) open.push(blockWhen(path, word, rest));
    else if (word === undefined && OPENS.test(code)) open.push(callWhen(path, call ?? ""));
    return together([around, behind(path, code)]);
  });
}

function blockWhen(path: string, word: string, rest: string): When {
  const condition = rest.replace(/\b(?:then|do)\s*$/, "").trim();
  if (word === "if") return environmentOf(path, condition) ?? UNDER_A_CONDITION;
  if (word === "unless") return otherwise(environmentOf(path, condition) ?? UNDER_A_CONDITION);
  return /^(?:case|while|until|for)$/.test(word) ? UNDER_A_CONDITION : "always";
}

/** `configure :development do` (sinatrarb.com/intro: environments). */
function callWhen(path: string, call: string): When {
  const [, names] = /^\s*configure\b[\s(]*((?::\w+[\s,)]*)+)$/.exec(call) ?? [];
  if (names === undefined) return "always";
  const asked = [...names.matchAll(/:(\w+)/g)].map(([, name = ""]) => `${name}?`);
  const known = asked.every((name) => /^(?:development|production|test)\?$/.test(name));
  return (known ? environmentOf(path, asked.join(" || ")) : undefined) ?? UNDER_A_CONDITION;
}

/** What Ruby writes behind a statement: `set :bind, "127.0.0.1" if development?`. */
function behind(path: string, code: string): When {
  const [, word, condition = ""] = /\S\s+(if|unless)\s+(\S.*)$/.exec(code) ?? [];
  if (word === undefined || /^\s*(?:if|unless|elsif|[\w@.]+\s*=\s*(?:if|unless))\b/.test(code))
    return "always";
  const when = environmentOf(path, condition.trim()) ?? UNDER_A_CONDITION;
  return word === "if" ? when : otherwise(when);
}
