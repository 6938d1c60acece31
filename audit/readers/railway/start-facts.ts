import { type Fact, known, type StartCommandFact, unknown } from "../../../domain";
import { withoutShell } from "./without-shell";

/** The start command, and what it lacks where an image has no shell that reads it. */
export function startFacts(
  command: string,
  at: Pick<StartCommandFact, "place" | "service" | "environment">,
  builtBy: "image" | "maybe image" | "platform",
): readonly Fact[] {
  const plain: StartCommandFact = { ...at, kind: "start-command", command: known(command) };
  const needs = builtBy === "platform" ? undefined : withoutShell(command);
  if (needs === undefined) return [plain];
  if (needs.is === "open") return [{ ...plain, command: unknown(needs.why) }];
  if (builtBy === "maybe image") {
    if (needs.is === "variable") return [plain];
    const why = `Railway builds the Dockerfile unless it is set otherwise, and starts an image without a shell that reads \`${needs.by}\``;
    return [{ ...plain, command: unknown(why) }];
  }
  const need = { ...at, kind: "unmet-need", by: needs.by } as const;
  if (needs.is === "variable")
    return [plain, { ...need, of: "shell for a variable", instead: `\`${needs.by}\`, as it is written` }];
  const instead = wrapped(command);
  return [
    { ...plain, command: known(needs.words) },
    { ...need, of: "shell for a command", instead },
  ];
}

/** As what it has to be written; not its own words where they may hold a secret or a quote. */
function wrapped(command: string): string {
  const isPlain = /^[\w\s./:&|;<>-]{1,80}$/.test(command) && !command.includes("://");
  return isPlain ? `sh -c '${command.trim()}'` : "sh -c '…'";
}
