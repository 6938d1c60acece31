import type { StartCommandFact } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { readStart, type VariableLookup } from "../../domain/start-command";
import { simpleCommands } from "../../domain/start-command/shell";
import { isWorker } from "../../domain/start-command/workers";
import { runningServer } from "./running-server";

/** A worker that is a server alone: none of its requests arrives, and its code may work beside them. */
export function servingWorker(
  { place }: StartCommandFact,
  command: string,
  look: VariableLookup,
): readonly Undecided[] {
  const reading = readStart(command, look);
  const server = runningServer(command, reading);
  if (server === undefined || reading.works || reading.unknown !== undefined) return [];
  if (simpleCommands(command, look).some(({ words }) => isWorker(words))) return [];
  return [{ place, why: `${server.program} serves requests, and a background worker is sent none` }];
}
