import color from "picocolors";
import type { Examination, StackExamination } from "./examine-stack";
import type { RehearsedStack } from "./rehearsed-stack";

/** What else was seen of the verified environments: how each service started and ended, and what differs from Render. */
export function notesOf(rows: readonly RehearsedStack[]): readonly string[] {
  return rows.flatMap(({ stack, examination }) => {
    if (examination === undefined) return [];
    const lines = stackLines(examination);
    return lines.length === 0 ? [] : [`${color.bold(stack)}\n${lines.map((line) => `  ${line}`).join("\n")}`];
  });
}

function stackLines({ services, openTransactions }: StackExamination): readonly string[] {
  const several = services.length > 1;
  const left = `${several ? "The services" : "It"} left ${openTransactions} database transaction${openTransactions === 1 ? "" : "s"} open as ${several ? "they" : "it"} ended.`;
  // What all of them share, such as the machine's Node, is said once.
  const all = services.flatMap(({ differences }) => differences);
  const shared = new Set(all.filter((line, index) => all.indexOf(line) !== index));
  return [
    ...services.flatMap((one) => {
      const lines = linesOf({ ...one, differences: one.differences.filter((line) => !shared.has(line)) });
      if (!several || lines.length === 0) return lines;
      return [`${one.service} (${one.type})`, ...lines.map((line) => `  ${line}`)];
    }),
    ...shared,
    ...(openTransactions === 0 ? [] : [warned(left)]),
  ];
}

function linesOf(examination: Examination): readonly string[] {
  const { differences, leftOut } = examination;
  return [
    ...startLines(examination),
    ...endLines(examination),
    ...portLines(examination),
    ...differences,
    ...(leftOut.length === 0 ? [] : [`Left out, as the stack says: ${leftOut.join(", ")}.`]),
  ];
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;
const warned = (line: string): string => color.yellow(`! ${line}`);

function startLines({ buildSeconds, buildCopied, startup, type }: Examination): string[] {
  const how = buildCopied ? ", copied from an earlier build of the same" : "";
  const built = buildSeconds === undefined ? [] : [`Built in ${seconds(buildSeconds)}${how}.`];
  if (startup === undefined || !isAsked(type)) return built;
  return [
    ...built,
    `Listened after ${seconds(startup.boundSeconds)}, healthy after ${seconds(startup.healthySeconds)}.`,
  ];
}

/** A worker opens no port, and is sent no request. */
const isAsked = (type: Examination["type"]): boolean => type === "web" || type === "private";

function endLines({ shutdown, type }: Examination): string[] {
  if (shutdown === undefined) return [];
  const { clean, exitStatus, delaySeconds, request } = shutdown;
  const after = `after SIGTERM, of ${delaySeconds} s`;
  const ended = clean
    ? `Ended ${seconds(shutdown.seconds)} ${after}.`
    : warned(
        exitStatus === 137
          ? `It did not end by itself within ${delaySeconds} s after SIGTERM, and was killed.`
          : `It ended with ${exitStatus ?? "no status"}, ${seconds(shutdown.seconds)} ${after}.`,
      );
  return isAsked(type) ? [ended, REQUEST[request ?? "none"]] : [ended];
}

const REQUEST = {
  answered: "The request in flight was answered.",
  lost: warned(
    "The request in flight was not answered: handle SIGTERM, and close the server before the process ends.",
  ),
  early:
    "Not decided: an answered request in flight. The service answers before it has read the request's body.",
  none: "Not decided: an answered request in flight. No endpoint of the verification sends a body that can be held back.",
} as const;

function portLines({ otherPort }: Examination): string[] {
  if (otherPort === undefined) return [];
  const { asked, bound } = otherPort;
  if (bound === asked) return [`With PORT=${asked} it listened on ${asked}: it follows PORT.`];
  const instead = bound === undefined ? "on no port" : `on ${bound}`;
  return [warned(`With PORT=${asked} it listened ${instead}: it does not follow PORT.`)];
}
