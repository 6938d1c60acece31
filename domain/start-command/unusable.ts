import { blankWord } from "./blank-word";
import { withoutSubcommand } from "./celery-subcommand";
import { flagValues } from "./flag-value";
import { wrongInterface } from "./interface";
import { refusedByJava } from "./jvm-options";
import type { VariableLookup } from "./listener";
import { noApplication } from "./no-application";
import { oncePerAnswers } from "./once-per-answers";
import { wrongValue } from "./option-values";
import { asksOnly } from "./run";
import { findServer } from "./server-at";
import { simpleCommands } from "./shell";
import type { Unusable } from "./unusable-word";
import { programAt } from "./worker-program";

/** An operator of the shell before any command: `syntax error near unexpected token`. */
const OPERATOR = /^\s*(&&|\|\|?|;|&(?!>))/;
/** Words of another system's shell before a program; a function of the line may have the name. */
const NO_PROGRAM = /^(?:start|call)$/i;

/** The first words of a command that its shell or its program does not take; undefined where none is known. */
export const unusableWords = oncePerAnswers((text, look): Unusable | undefined => {
  const operator = OPERATOR.exec(text)?.[1];
  if (operator !== undefined) return ofShell(`\`${operator}\` before it`);
  const written = listOf(text) ?? starOf(text) ?? blankWord(text) ?? windowsPath(text);
  if (written !== undefined) return written;
  for (const { words } of simpleCommands(text, look)) {
    if (asksOnly(words) || /^(?:echo|printf)$/.test(words[0] ?? "")) continue;
    const [first = "", second] = words;
    if (NO_PROGRAM.test(first) && second !== undefined && !text.includes(`${first}()`))
      return ofShell(`\`${first}\` before it, for which it finds no program`);
    const found = inCommand(words, look);
    if (found !== undefined) return found;
  }
  return undefined;
});

const ofShell = (got: string): Unusable => ({
  certain: true,
  what: "start command",
  expected: "a command that a shell of Linux runs",
  got,
  fix: "Remove it.",
});

/** An image's instruction takes a list of JSON; a shell looks for a program of the name `[uvicorn,`. */
const LIST = /^\s*\[\s*"[^"\n]+"(?:\s*,\s*"[^"\n]*")*\s*\]\s*$/;

const listOf = (text: string): Unusable | undefined =>
  LIST.test(text)
    ? {
        certain: true,
        what: "start command",
        expected: "a command that a shell runs",
        got: "a list of JSON, as a Dockerfile has it",
        fix: "Write the words with blanks between them, without brackets and quotes.",
      }
    : undefined;

/** Lists of hosts and addresses, of which a star is all. */
const LISTS =
  /\s--(?:forwarded-allow-ips|proxy-allow-(?:from|ips)|proxy-trusted-hosts|trusted-hosts?|allowed-hosts?|allowed?-origins?|cors(?:-[a-z]+)*)\s+\*(?=\s|$)/;

/** A star without quotes, in whose place the shell writes the names of the folder's files. */
function starOf(text: string): Unusable | undefined {
  const plain = text.replaceAll(/'[^']*'|"[^"]*"/g, "''");
  if (!LISTS.test(plain) || /\bset\s+-\w*f|\bnoglob\b/.test(plain)) return undefined;
  return {
    certain: true,
    what: "start command",
    expected: "a star in quotes",
    got: "one without, in whose place a shell writes the names of the folder's files",
    fix: "Write `'*'`.",
  };
}

/** A program of Windows as a step of its own, on which what follows depends. */
const OF_WINDOWS =
  /(?:^|&&)\s*(?:(?:source|\.)\s+)?(?:\.\\|[A-Za-z.][\w.-]*\\)[A-Za-z][\w.\\-]*[^;&|\n'"]*(?:&&|$)/;

/** A module's path of Windows before an application: `app\main:app` is `appmain:app` to a shell. */
const MODULE_OF_WINDOWS = /\b(?:uvicorn|gunicorn|hypercorn|daphne|granian)\b[^;&|\n'"]*\s(?:\w+\\)+\w+:\w+/;

/** `venv\Scripts\activate`: a shell takes the backslashes away, and finds no program of what is left. */
const windowsPath = (text: string): Unusable | undefined =>
  OF_WINDOWS.test(text) || MODULE_OF_WINDOWS.test(text)
    ? {
        certain: true,
        what: "start command",
        expected: "a path without backslashes",
        got: "one with backslashes, as Windows has them, which a shell takes away",
        fix: "Remove it, or write a path with `/`, and a module with dots.",
      }
    : undefined;

/** Programs that no row of a server has. */
const OF_QUEUES = ["celery", "sidekiq"] as const;

function inCommand(words: readonly string[], look: VariableLookup): Unusable | undefined {
  const { at, server } = findServer(words);
  const ofQueue = server === undefined ? OF_QUEUES.find((name) => programAt(words, name) >= 0) : undefined;
  const program = server?.names[0] ?? ofQueue;
  const behind = words.slice((ofQueue === undefined ? at : programAt(words, ofQueue)) + 1);
  return (
    (program === undefined ? undefined : wrongValue(program, server, behind, look)) ??
    (server === undefined ? undefined : noApplication(server, behind, look)) ??
    (server === undefined ? undefined : wrongInterface(server, behind, look)) ??
    (program === "gunicorn" ? ofGunicorn(behind) : undefined) ??
    (program === "celery" ? withoutSubcommand(behind) : undefined) ??
    ofModule(words) ??
    (program === "flask" ? ofFlask(behind) : undefined) ??
    refusedByJava(words, look)
  );
}

/** `--bind http://…`: `'//0.0.0.0' is not a valid port number` (tried with gunicorn 27.0). */
function ofGunicorn(words: readonly string[]): Unusable | undefined {
  const binds = flagValues(words, ["-b", "--bind"]);
  if (!binds.some((bind) => /^https?:\/\//i.test(bind))) return undefined;
  return {
    certain: true,
    what: "address of gunicorn",
    expected: "a host and a port",
    got: "one with a scheme of HTTP before it",
    fix: "Write `--bind 0.0.0.0:$PORT`.",
  };
}

/** `python -m worker.py`: a file's name, where Python wants a module's. */
function ofModule(words: readonly string[]): Unusable | undefined {
  const at = words.findIndex((word) => /^(?:\S*\/)?python[\d.]*$/.test(word));
  const module = at < 0 ? undefined : words.slice(at + 1).find((_, index, all) => all[index - 1] === "-m");
  const isFirst =
    module !== undefined &&
    words.slice(at + 1, words.indexOf(module) - 1).every((word) => word.startsWith("-"));
  if (module === undefined || !isFirst || !/\.py$|\//.test(module)) return undefined;
  return {
    certain: true,
    what: "the module that Python runs",
    expected: `a module's name, \`${module.replace(/\.py$/, "").replaceAll("/", ".")}\``,
    got: `the path \`${module}\``,
    fix: "Write the module's name behind `-m`, or the file without `-m`.",
  };
}

/** `flask run main.py`: `Got unexpected extra argument`. */
function ofFlask(words: readonly string[]): Unusable | undefined {
  const run = words.indexOf("run");
  if (run < 0) return undefined;
  const behind = words.slice(run + 1);
  // It is an option of the program, and not of `run` (flask.palletsprojects.com/en/stable/cli).
  if (behind.some((one) => /^(?:--app|-A)(?:=|$)/.test(one)))
    return {
      certain: false,
      what: "arguments of flask",
      expected: "`--app` before `run`",
      got: "`--app` behind it",
      fix: "Write `flask --app NAME run`.",
    };
  const word = behind.find(
    (one, index, all) => /^[\w./]+\.py$/.test(one) && !/^-/.test(all[index - 1] ?? ""),
  );
  if (word === undefined) return undefined;
  return {
    certain: true,
    what: "arguments of flask",
    expected: "options alone behind `run`",
    got: `\`${word}\``,
    fix: `Write \`flask --app ${word.replace(/\.py$/, "")} run\`.`,
  };
}
