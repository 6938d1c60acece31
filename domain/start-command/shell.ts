import { parse } from "shell-quote";

/** One command of a shell's line: its words, and the variables that are set for it alone or before it. */
export interface SimpleCommand {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Stands for a `$` between single quotes, which a shell leaves as it is: `'$PORT'` is no variable. A shell of its own
 * that is handed such a text (`sh -c '…'`) reads it again, and expands it.
 */
export const QUOTED_DOLLAR = "\uE000";

/** What stands before the command that is started and hands over to it. */
const WRAPPERS = /^(?:exec|env|nohup|cross-env(?:-shell)?|(?:.*\/)?(?:dumb-init|tini))$/;

/** Tools that start a command by `run`. */
const RUNNERS = /^(?:poetry|uv|pipenv|pdm|rye|hatch)$/;

const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const REDIRECTION = /^[<>]/;

/** A start command is asked about by many rules; what was read of it is kept, of as many as these. */
const kept = new Map<string, readonly SimpleCommand[]>();
const MOST_KEPT = 1000;

/**
 * The commands of a line in their order, through `&&`, `;`, pipes, brackets and `sh -c`. Variables keep their
 * written form, so that `$PORT` and `${PORT:-8000}` can be told from literals.
 */
export function simpleCommands(text: string): readonly SimpleCommand[] {
  const before = kept.get(text);
  if (before !== undefined) return before;
  const commands = commandsOf(text, {});
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, commands);
  return commands;
}

function commandsOf(text: string, inherited: Readonly<Record<string, string>>): readonly SimpleCommand[] {
  let exported = inherited;
  return lines(text).flatMap((line) => {
    const [before, words] = unwrapped(line);
    const own = { ...exported, ...assignments(before) };
    if (words.length === 0) exported = own;
    if (words[0] === "export") exported = { ...exported, ...assignments(words.slice(1)) };
    const nested = words.findIndex((word) => /^-[a-z]*c$/.test(word));
    if (/(^|\/)(ba|da|z)?sh$/.test(words[0] ?? "") && nested > 0)
      return commandsOf((words[nested + 1] ?? "").replaceAll(QUOTED_DOLLAR, "$"), own);
    return words.length === 0 ? [] : [{ words, variables: own }];
  });
}

/** Assignments and wrappers at a command's beginning, and the command itself. */
function unwrapped(line: readonly string[]): readonly [readonly string[], readonly string[]] {
  let start = 0;
  let wrapped = false;
  for (; start < line.length; start += 1) {
    const word = line[start] ?? "";
    if (RUNNERS.test(word) && line[start + 1] === "run") start += 1;
    else if (!WRAPPERS.test(word) && !ASSIGNMENT.test(word) && !(wrapped && word.startsWith("-"))) break;
    wrapped = !ASSIGNMENT.test(word);
  }
  return [line.slice(0, start), line.slice(start)];
}

function assignments(words: readonly string[]): Record<string, string> {
  const found = words.map((word) => ASSIGNMENT.exec(word)).filter((match) => match !== null);
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, value]));
}

/** Cuts a text at its operators; a redirection takes the word behind it away. */
function lines(text: string): readonly (readonly string[])[] {
  // shell-quote reads `${PORT:-8000}` as a name; it is hidden from it and put back.
  const hidden: string[] = [];
  const masked = withoutQuotedDollars(text).replace(
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

function withoutQuotedDollars(text: string): string {
  let quote = "";
  let read = "";
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (character === "\\" && quote !== "'") {
      read += character + (text[index + 1] ?? "");
      index += 1;
      continue;
    }
    if (character === quote) quote = "";
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
    read += character === "$" && quote === "'" ? QUOTED_DOLLAR : character;
  }
  return read;
}

/** What is no shell's text, such as a `${` that nobody closes, has no commands that could be judged. */
function tokens(text: string): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch {
    return [];
  }
}
