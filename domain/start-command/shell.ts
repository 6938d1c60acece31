import { parse } from "shell-quote";

/** One command of a shell's line: its words, and the variables that are set for it alone or before it. */
export interface SimpleCommand {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const REDIRECTION = /^[<>]/;

/**
 * The commands of a line in their order, through `&&`, `;`, pipes, brackets and `sh -c`. Variables keep their
 * written form, so that `$PORT` and `${PORT:-8000}` can be told from literals.
 */
export function simpleCommands(
  text: string,
  inherited: Readonly<Record<string, string>> = {},
): readonly SimpleCommand[] {
  let exported = inherited;
  return lines(text).flatMap((line) => {
    const start = line.findIndex((word) => !ASSIGNMENT.test(word) && word !== "env" && word !== "exec");
    const words = start < 0 ? [] : line.slice(start);
    const own = { ...exported, ...assignments(start < 0 ? line : line.slice(0, start)) };
    if (words.length === 0) exported = own;
    if (words[0] === "export") exported = { ...exported, ...assignments(words.slice(1)) };
    const nested = words.findIndex((word) => /^-[a-z]*c$/.test(word));
    if (/(^|\/)(ba|da|z)?sh$/.test(words[0] ?? "") && nested > 0)
      return simpleCommands(words[nested + 1] ?? "", own);
    return words.length === 0 ? [] : [{ words, variables: own }];
  });
}

function assignments(words: readonly string[]): Record<string, string> {
  const found = words.map((word) => ASSIGNMENT.exec(word)).filter((match) => match !== null);
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, value]));
}

/** Cuts a text at its operators; a redirection takes the word behind it away. */
function lines(text: string): readonly (readonly string[])[] {
  // shell-quote reads `${PORT:-8000}` as a name; it is hidden from it and put back.
  const hidden: string[] = [];
  const masked = text.replace(
    /\$\{[^}]*\}|\$[A-Za-z_]\w*/g,
    (reference) => `__${hidden.push(reference) - 1}__`,
  );
  const shown = (word: string) => word.replace(/__(\d+)__/g, (_, index) => hidden[Number(index)] ?? "");
  const found: string[][] = [[]];
  let redirected = false;
  for (const token of tokens(masked.replace(/\\?\r?\n/g, (end) => (end.startsWith("\\") ? " " : ";")))) {
    if (typeof token === "string") {
      if (!redirected) found.at(-1)?.push(shown(token));
      redirected = false;
    } else if ("pattern" in token) found.at(-1)?.push(shown(token.pattern));
    else if ("op" in token) {
      redirected = REDIRECTION.test(token.op) && token.op !== "<(";
      if (!redirected) found.push([]);
    }
  }
  return found.filter((words) => words.length > 0);
}

/** What is no shell's text, such as a `${` that nobody closes, has no commands that could be judged. */
function tokens(text: string): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch {
    return [];
  }
}
