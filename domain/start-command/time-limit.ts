/** Whether a command that is started so ends after a time; `unknown` where only the running shell knows the time. */
export type TimeLimit = "short" | "long" | "unknown";

/** A server that is ended within the hour is not one that is meant to be restarted now and then. */
const SHORT = 3_600;
/** A server is deployed again more often than after such a time. */
const LONGEST = 7 * 86_400;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** The limit of timeout(1) among the words before a command; none of 0, which is no limit. */
export function timeLimit(before: readonly string[]): TimeLimit | undefined {
  const at = before.findIndex((word) => /^(?:\S*\/)?timeout$/.test(word));
  if (at < 0) return undefined;
  const given = before
    .slice(at + 1)
    .find(
      (word, index, all) =>
        !word.startsWith("-") && !/^(?:-k|--kill-after|-s|--signal)$/.test(all[index - 1] ?? ""),
    );
  if (/^(?:inf|infinity)$/i.test(given ?? "")) return undefined;
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/.exec(given ?? "") ?? [];
  if (number === undefined) return "unknown";
  const seconds = Number(number) * (SECONDS[unit || "s"] ?? 1);
  if (seconds === 0 || seconds >= LONGEST) return undefined;
  return seconds < SHORT ? "short" : "long";
}
