import color from "picocolors";
import type { Examination } from "./examine-stack";
import type { RehearsedStack } from "./rehearsed-stack";

/** What else was seen of the verified environments: how each started and ended, and what differs from Render. */
export function notesOf(rows: readonly RehearsedStack[]): readonly string[] {
  return rows.flatMap(({ stack, examination }) => {
    if (examination === undefined) return [];
    const lines = linesOf(examination);
    return lines.length === 0 ? [] : [`${color.bold(stack)}\n${lines.map((line) => `  ${line}`).join("\n")}`];
  });
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

function startLines({ startup }: Examination): string[] {
  if (startup === undefined) return [];
  return [
    `Listened after ${seconds(startup.boundSeconds)}, healthy after ${seconds(startup.healthySeconds)}.`,
  ];
}

function endLines({ shutdown }: Examination): string[] {
  if (shutdown === undefined) return [];
  const { clean, exitStatus, delaySeconds, request, openTransactions } = shutdown;
  const after = `after SIGTERM, of ${delaySeconds} s`;
  const ended = clean
    ? `Ended ${seconds(shutdown.seconds)} ${after}.`
    : warned(
        exitStatus === 137
          ? `It did not end by itself within ${delaySeconds} s after SIGTERM, and was killed.`
          : `It ended with ${exitStatus ?? "no status"}, ${seconds(shutdown.seconds)} ${after}.`,
      );
  return [
    ended,
    REQUEST[request ?? "none"],
    ...(openTransactions === 0
      ? []
      : [warned(`It left ${openTransactions} database transactions open as it ended.`)]),
  ];
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
