import { readStartCommand } from "../../../domain";

/** What a command needs a shell for where none reads it. */
export type WithoutShell =
  /** A server is given a variable's letters. */
  | { readonly is: "variable"; readonly by: string }
  /** No server of the command is started; and the command as the words that it then is. */
  | { readonly is: "command"; readonly by: string; readonly words: string }
  | { readonly is: "open"; readonly why: string };

/** Servers that take the variable's letters for a number or an address, and end. */
const SERVERS = /^(?:uvicorn|gunicorn|hypercorn|daphne|granian|waitress-serve)$/;
/** Those that end at an argument more than the application: Click's, argparse's and getopt's own checks. */
const REFUSING = /^(?:uvicorn|hypercorn|daphne|granian|waitress-serve)$/;
const OPTION = /^(?:-b|-p|-B|--(?:bind|port|listen))$/;

/** Words with blanks between, as a shell and Railway split them; a quote that stays open has no such words. */
const WORDS = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs;
const QUOTED = /\\.|"(?:[^"\\]|\\.)*"|'[^']*'/gs;

/** What only a shell has: no image has a program of such a name. */
const OF_SHELL =
  /^(?:cd|export|source|\.|set|unset|exec|eval|if|for|while|until|case|trap|umask|ulimit|alias|wait|[({].*)$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const NEXT_COMMAND = /^(?:&&|\|\||;)$/;
const JOINED = /;$|&&|\|\|/;
const OTHER_OPERATOR = /^(?:[|&]|\|&|(?:\d*|&)(?:<|>>?)(?:&?\S*)?)$|`|\$\(/;
/** What does nothing that a service needs, behind a server that goes on running. */
const TRIVIAL = /^(?:echo|true|false|exit|sleep|wait|:)$/;
/** A script or a file that is named after a server: it may be the one that runs, and what is behind it of no use. */
const NAMED_SERVER =
  /^(?:npm|pnpm|yarn|bun)(?: run)? (?:start|serve|dev|preview)\b|(?:^|[ /.])(?:server|index|app|main|www|start|run|web|bot|worker|entrypoint)(?:\.\w+)?$/;

/**
 * What of a command needs a shell: Railway starts an image in exec form (docs.railway.com/deployments/start-command, 30
 * November 2026). Undefined where nothing of it does.
 */
export function withoutShell(command: string): WithoutShell | undefined {
  const words = command.match(WORDS) ?? [];
  const bare = words.map((word) => word.replaceAll(QUOTED, ""));
  if (words.length === 0 || command.replaceAll(WORDS, "").trim() !== "") return undefined;
  const quotes = bare.some((word, index) => word !== words[index]);
  const [first = ""] = words;
  const special = bare.findIndex(
    (word) => NEXT_COMMAND.test(word) || JOINED.test(word) || OTHER_OPERATOR.test(word),
  );
  const by = special < 0 ? undefined : /^\S*?(&&|\|\||;|`|\$\()|^\S+/.exec(bare[special] ?? "");
  const refused = (what: string): WithoutShell => ({
    is: "command",
    by: what,
    words: words.map((word, index) => asWord(word, bare[index] ?? "")).join(" "),
  });
  if (OF_SHELL.test(first)) return refused(first.replace(/^[({].*/, "("));
  if (ASSIGNMENT.test(first)) return refused(`${first.split("=")[0]}=…`);
  if (by === null || by === undefined) return quotes ? undefined : variableOf(words);
  const operator = by[1] ?? by[0];
  const open: WithoutShell = {
    is: "open",
    why: `Railway starts an image without a shell, and what \`${first}\` does with the argument \`${operator}\` is not known`,
  };
  return startsNothing(words, bare, special) ? refused(operator) : open;
}

/** Whether certainly no server runs: one that refuses the words, or a command that ends with another behind it. */
function startsNothing(words: readonly string[], bare: readonly string[], special: number): boolean {
  const sign = bare[special] ?? "";
  if (REFUSING.test(programOf(words))) return true;
  if (!NEXT_COMMAND.test(sign)) return JOINED.test(sign);
  if (sign === "||" && !bare.slice(special + 1).some((word) => /^(?:&&|;)$/.test(word))) return false;
  const before = words.slice(0, special).join(" ");
  if (readStartCommand(before) !== undefined || NAMED_SERVER.test(before)) return false;
  const last = bare.findLastIndex((word) => NEXT_COMMAND.test(word));
  return !TRIVIAL.test(words[last + 1] ?? "true");
}

/** The program, or the module that Python runs as one. */
function programOf(words: readonly string[]): string {
  const [program = "", flag, module = ""] = words;
  const name = /^(?:\S*\/)?python[\d.]*$/.test(program) && flag === "-m" ? module : program;
  return name.split("/").at(-1) ?? "";
}

/** A word as a shell reads it that is to take it for a word. */
function asWord(word: string, bare: string): string {
  return /[&|;<>()`]/.test(bare) && !word.includes("'") ? `'${word}'` : word;
}

/** The variable that a command gives to its server as its port, where no shell puts its value in. */
function variableOf(words: readonly string[]): WithoutShell | undefined {
  if (!SERVERS.test(programOf(words))) return undefined;
  const [by] = words.flatMap((word, index) => {
    const [, option = words[index - 1] ?? "", value = word] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    const [variable] = /\$(?:[A-Z_]\w*|\{[A-Z_]\w*(?::?-[^}]*)?\})$/.exec(value) ?? [];
    return variable !== undefined && OPTION.test(option) ? [variable] : [];
  });
  return by === undefined ? undefined : { is: "variable", by };
}
