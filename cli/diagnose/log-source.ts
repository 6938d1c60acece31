import { createReadStream, readFileSync } from "node:fs";
import { type LogReading, readLog, readLogLines } from "../../diagnosis";
import { failureIn } from "../../diagnosis/with-failure";
import type { RenderFailure } from "../../domain/render-failure";
import { DeployLog, failureOf, listDeploys, readDeploy, readService } from "../../probes";
import { CommandError } from "../exit-code";
import { asked, chosenService, type ServiceChoice } from "../render-service";

/** A log with what goes with it. */
export interface LogSource {
  readonly reading: LogReading;
  /** As messages name it. */
  readonly name: string;
  readonly failure: RenderFailure | undefined;
  readonly service: string | undefined;
  readonly deploy: string | undefined;
  readonly commit: string | undefined;
}

export interface SourceRequest extends ServiceChoice {
  /** A file, or `-`; undefined for a deploy at Render. */
  readonly log: string | undefined;
  readonly deploy?: string;
  readonly events?: string;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/** @throws CommandError where the log cannot be had */
export async function logSource(request: SourceRequest): Promise<LogSource> {
  if (request.log === undefined) return await fromRender(request);
  const { log, events, service, deploy, signal } = request;
  const name = log === "-" ? "the standard input" : log;
  const stream = log === "-" ? process.stdin : createReadStream(log, { highWaterMark: CHUNK });
  // A stream that waits for its input ends with the command.
  signal.addEventListener("abort", () => void stream.destroy(signal.reason as Error), { once: true });
  try {
    const reading = await readLog(stream as AsyncIterable<Uint8Array>);
    if (reading.lines === 0) throw new CommandError(`${name}: expected a log, got nothing.`);
    return {
      reading,
      name,
      failure: events === undefined ? undefined : eventsOf(events),
      service,
      deploy,
      commit: undefined,
    };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined || signal.aborted) throw cause;
    throw new CommandError(`${name}: expected a log that can be read, got ${code}.`, undefined, { cause });
  }
}

const CHUNK = 1024 * 1024;

function eventsOf(file: string): RenderFailure | undefined {
  try {
    return failureIn(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const got = (cause as NodeJS.ErrnoException).code ?? "text that is no JSON";
    throw new CommandError(`${file}: expected Render's events as JSON, got ${got}.`, undefined, { cause });
  }
}

async function fromRender(request: SourceRequest): Promise<LogSource> {
  const { signal, report } = request;
  if (request.stack === undefined && request.service === undefined) {
    throw new CommandError(
      "name a log: type `portcullis diagnose FILE`, `-`, `--stack NAME` or `--service NAME`.",
    );
  }
  const chosen = await chosenService(request, { signal, report });
  const { ownerId } = await asked(readService(chosen.at, signal));
  const id = request.deploy ?? (await asked(listDeploys(chosen.at, signal)))[0]?.id;
  if (id === undefined) throw new CommandError(`${chosen.name} has no deploy yet.`);
  const { createdAt, commit } = await asked(readDeploy(chosen.at, id, signal));
  const log = new DeployLog(chosen.at, ownerId, createdAt);
  report(`${chosen.name}: reading the log of ${id}`);
  await log.read(signal);
  if (log.problem !== undefined) throw new CommandError(`the log of ${id} could not be read: ${log.problem}`);
  return {
    reading: readLogLines(log.lines),
    name: `the log of ${id}`,
    failure: await asked(failureOf(chosen.at, id, signal)),
    service: chosen.name,
    deploy: id,
    commit: commit?.id,
  };
}
