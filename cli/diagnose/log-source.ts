import { createReadStream, readFileSync } from "node:fs";
import { type LogReading, plainBytes, readLog } from "../../diagnosis";
import { failureIn } from "../../diagnosis/merge-platform-reason";
import type { RenderFailure } from "../../platforms/render/failure";
import { CommandError } from "../exit-code";
import type { LogSource, SourceRequest } from "./source";

/** @throws CommandError where the log cannot be read */
export async function logSource(request: SourceRequest): Promise<LogSource> {
  // A log in a file needs no client of Render or of a database.
  if (request.log === undefined) return (await import("./fetched-log")).fetchedLog(request);
  const { log, events, service, deploy, signal } = request;
  return {
    reading: await readingOf(log, signal),
    name: nameOf(log),
    failure: events === undefined ? undefined : eventsOf(events, deploy),
    service,
    deploy,
    commit: undefined,
    failedAt: undefined,
  };
}

const nameOf = (log: string): string => (log === "-" ? "the standard input" : log);

/** @throws CommandError where the log cannot be read */
export async function readingOf(log: string, signal: AbortSignal): Promise<LogReading> {
  const name = nameOf(log);
  const stream = log === "-" ? process.stdin : createReadStream(log, { highWaterMark: CHUNK });
  // A stream that waits for its input ends with the command.
  signal.addEventListener("abort", () => void stream.destroy(signal.reason as Error), { once: true });
  try {
    const reading = await readLog(plainBytes(stream as AsyncIterable<Uint8Array>));
    if (reading.lines === 0) throw new CommandError(`${name}: expected a log, got nothing.`);
    return reading;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined || signal.aborted) throw cause;
    throw new CommandError(`${name}: expected a log that can be read, got ${code}.`, undefined, { cause });
  }
}

const CHUNK = 1024 * 1024;

function eventsOf(file: string, deploy: string | undefined): RenderFailure | undefined {
  try {
    return failureIn(JSON.parse(readFileSync(file, "utf8")), deploy);
  } catch (cause) {
    const got = (cause as NodeJS.ErrnoException).code ?? "text that is no JSON";
    throw new CommandError(`${file}: expected Render's events as JSON, got ${got}.`, undefined, { cause });
  }
}
