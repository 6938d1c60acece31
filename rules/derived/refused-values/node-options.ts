import { takenByNode } from "../../../domain/node-options";
import type { Refusal, Row } from "./row";

/**
 * Options that no version takes there (nodejs.org/api/cli.html: NODE_OPTIONS; node 18, 20, 22 and 24 were asked on 1 December
 * 2026).
 */
const NEVER =
  /^(?:--test|--eval|--print|--check|--interactive|--version|--help|--v8-options|--prof-process|--run|--build-snapshot|--env-file(?:-if-exists)?(?:=.*)?|--|-[epcivh])$/;
/** node waits for a debugger before the program's first line. */
const WAITS = /^--inspect-(?:brk|wait)(?:=.*)?$/;
const OPENS = /^--inspect(?:-port)?(?:=.*)?$/;
/** node 22 and those before it end at it. */
const WATCHES = /^--watch(?:-path)?(?:=.*)?$/;
/** V8's sizes take a number behind `=`; nothing behind it is a size of 0, which it takes for none. */
const SIZE =
  /^--(?:max[-_](?:(?:old|semi)[-_]space|heap)[-_]size|stack[-_]trace[-_]limit)(?:=(?!-?\d*$).*)?$/;
const MODE = /^--unhandled-rejections=(?!(?:strict|warn|none|throw|warn-with-error-codes)$)/;
/** node has OpenSSL 3 from version 17 on, and the option with it. */
const OLDER = /^\s*v?(?:[0-9]|1[0-6])(?:\.|$)/;

/** The words that node makes of the text: double quotes hold one together, and a backslash the next character there. */
function wordsOf(text: string): readonly string[] | undefined {
  const words = text.match(/(?:"(?:[^"\\]|\\.)*"|[^" ])+|"/gs) ?? [];
  if (words.some((word) => word.replaceAll(/"(?:[^"\\]|\\.)*"/gs, "").includes('"'))) return undefined;
  return words.map((word) => word.replaceAll(/"((?:[^"\\]|\\.)*)"/gs, "$1"));
}

const ended = (got: string, fix = "Write the option into the command, or remove it."): Refusal => ({
  expected: "options that node takes there",
  got,
  fix,
});

export const NODE_OPTIONS: Row = {
  names: /^NODE_OPTIONS$/,
  refused: (value, { look, runtime, commands }) => {
    if (runtime !== "node" && !commands.some((one) => /\b(?:node|npm|npx|pnpm|yarn|next|nest)\b/.test(one)))
      return undefined;
    const words = wordsOf(value.trim());
    if (words === undefined)
      return ended("a quote that is not closed, at which it ends", "Close the quote, or remove it.");
    if (!words[0]?.startsWith("-"))
      return {
        expected: "options, which begin with dashes",
        got: "a word without",
        fix: "Write `--` before the option.",
        unless: "node passes over such a word",
      };
    const isOne = (form: RegExp) => words.some((word) => form.test(word));
    if (isOne(NEVER)) return ended("one that it takes in its command line alone, and ends");
    if (isOne(WAITS))
      return {
        expected: "options of a deployment",
        got: "one with which node waits for a debugger, and starts nothing",
        fix: "Remove the option.",
      };
    if (isOne(OPENS))
      return {
        expected: "options of a deployment",
        got: "one that opens a debugger's port",
        fix: "Remove the option.",
        unless: "the program runs all the same",
      };
    if (isOne(SIZE))
      return {
        expected: "a number behind the option, of megabytes where it is a size",
        got: "none, at which node ends",
        fix: "Write `--max-old-space-size=400`.",
      };
    const version = look("NODE_VERSION");
    if (words.includes("--openssl-legacy-provider") && OLDER.test(version ?? "20"))
      return {
        expected: "options of the version in NODE_VERSION",
        got: "`--openssl-legacy-provider`, which node has from 17 on",
        fix: "Remove the option.",
      };
    return doubtful(words, version);
  },
};

/** What the version that runs may take or not. */
function doubtful(words: readonly string[], version: string | undefined): Refusal | undefined {
  if (words.some((word) => MODE.test(word)))
    return {
      ...ended("a mode that node 24 does not know, at which it ends"),
      unless: "a later version may know it",
    };
  const fates = words
    .filter((word) => word.startsWith("-") && word !== "-")
    .map((word) => takenByNode(word, version));
  if (fates.includes("never")) return ended("one that the version in NODE_VERSION ends at with code 9");
  if (words.some((word) => WATCHES.test(word)))
    return {
      ...ended("one with which node waits for changes of files, or ends"),
      unless: "node takes it from 24 on, and runs the program",
    };
  return fates.includes("unknown")
    ? {
        ...ended("one that node 18 to 24 end at with code 9"),
        unless: "another version may take it",
      }
    : undefined;
}
