import type { VariableLookup } from "./listener";
import type { Unusable } from "./unusable-word";

/** Long options of the `java` command (docs.oracle.com, JDK 25: The java Command, read 2026-11-30). */
const LONG =
  /^--(?:enable-preview|add-(?:opens|exports|modules|reads)|module-path|module|class-path|illegal-access|(?:enable-)?(?:illegal-)?native-access|patch-module|limit-modules|upgrade-module-path|dry-run|source|version|help|help-extra|show-version|show-module-resolution|list-modules|describe-module|validate-modules|finalization|sun-misc-unsafe-memory-access|disable-@files)(?:=|$)/;

/** Flags of its memory that are often written, in their own spelling. */
const FLAGS = [
  "MaxRAMPercentage",
  "InitialRAMPercentage",
  "MinRAMPercentage",
  "MaxMetaspaceSize",
  "UseSerialGC",
  "UseG1GC",
];

/** Options with a word of their own behind them. */
const VALUED =
  /^(?:-cp|-classpath|--class-path|-p|--module-path|--add-(?:opens|exports|modules|reads)|-m|--module)$/;

/** Bytes below which the machine refuses a heap: `Too small maximum heap`. */
const SMALLEST_HEAP = 2 * 1024 ** 2;

const FACTOR: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** The bytes of `512m`; undefined for what is none. */
export function bytesOf(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d+)([kmgt]?)$/i.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (FACTOR[unit.toLowerCase()] ?? 1);
}

/** What the virtual machine ends at: `Unrecognized option`, `Invalid maximum heap size`. */
export function refusedByJava(words: readonly string[], look: VariableLookup): Unusable | undefined {
  const at = words.findIndex((word) => /^(?:\S*\/)?java$/.test(word));
  const behind = at < 0 ? [] : words.slice(at + 1);
  // Its options end at the first word that is none; what is behind a jar or a class is the program's.
  const end = behind.findIndex((word, index) => !/^[-@]/.test(word) && !VALUED.test(behind[index - 1] ?? ""));
  const own = end < 0 ? behind : behind.slice(0, end);
  const got = own.map(refusal).find((one) => one !== undefined);
  if (got !== undefined) return unusable(got);
  const tools = (at < 0 ? "" : (look("JAVA_TOOL_OPTIONS") ?? "")).split(/\s+/).filter((word) => word !== "");
  const stray = tools.find((word, index) => !/^[-@]/.test(word) && !VALUED.test(tools[index - 1] ?? ""));
  if (/["'$]/.test(tools.join(" "))) return undefined;
  const refused =
    tools.map(refusal).find((one) => one !== undefined) ?? (stray && "a word that is no option");
  return refused === undefined || refused === ""
    ? undefined
    : { ...unusable(refused), variable: "JAVA_TOOL_OPTIONS" };
}

const unusable = (got: string): Unusable => ({
  certain: true,
  what: "options of java",
  expected: "options that the virtual machine takes",
  got: `${got}, at which it ends`,
  fix: "Write memory as `-Xmx512m`, and the program's own options behind its jar.",
});

function refusal(word: string): string | undefined {
  if (/[$\uE000-\uE00F]/.test(word)) return undefined;
  if (word.startsWith("--") && !LONG.test(word)) return `\`${word.split("=")[0]}\``;
  const [, option, size = ""] = /^(-Xm[xsn]|-Xss)(.*)$/.exec(word) ?? [];
  if (option !== undefined) {
    const bytes = bytesOf(size);
    if (bytes === undefined) return `\`${option}\` without a size`;
    return option === "-Xmx" && bytes < SMALLEST_HEAP ? `\`${option}\` with fewer than 2 MB` : undefined;
  }
  const name = /^-XX:[+-]?(\w+)/.exec(word)?.[1];
  const meant = FLAGS.find((flag) => flag.toLowerCase() === name?.toLowerCase());
  return meant === undefined || meant === name ? undefined : `\`${name}\`, which is called \`${meant}\``;
}
