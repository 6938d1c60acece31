import path from "node:path";
import { type Diagnosis, diagnose } from "../../diagnosis";
import { mergeAudit } from "../../diagnosis/merge-audit";
import { mergePlatformReason } from "../../diagnosis/merge-platform-reason";
import { CommandError, EXIT } from "../exit-code";
import { foundInstead } from "../given-file";
import type { ServiceChoice } from "../render-service";
import { print, progressTo } from "../terminal-output";
import { diagnosisJson } from "./json";
import { logSource, readingOf } from "./log-source";
import type { OnRecord } from "./on-record";
import { recordedSubject } from "./recorded-subject";
import type { LogSource } from "./source";
import { diagnosisText } from "./terminal";

export interface DiagnoseRequest extends ServiceChoice {
  readonly log: string | undefined;
  readonly deploy?: string;
  /** A repository to audit. */
  readonly audit?: string;
  readonly events?: string;
  /** The log of a deploy that worked. */
  readonly previous?: string;
  readonly record?: boolean;
  readonly folder: string;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

// Loaded on demand: a log alone needs none of the audit's parsers.
const auditing = () => import("./findings");
const records = () => import("../../records");

/** Diagnoses one log, prints the answer, and returns the exit code. */
export async function diagnoseLog(request: DiagnoseRequest): Promise<number> {
  const { json = false, audit, stack } = request;
  // Before a log is read: what would be filed for another stack is refused at once.
  const service = request.record === true ? await recordedSubject(request) : request.service;
  const report = progressTo(json);
  const source = await logSource({ ...request, ...(service !== undefined && { service }), report });
  const previous =
    request.previous === undefined ? undefined : await readingOf(request.previous, request.signal);
  const seen = diagnose(source.reading, previous);
  const confirmed = source.failure === undefined ? seen : mergePlatformReason(seen, source.failure);
  const findings = audit === undefined ? [] : await (await auditing()).findingsOf(audit, stack);
  const diagnosis = mergeAudit(confirmed, source.reading, findings);
  const { record, unrecorded } = request.record === true ? await filing(diagnosis, source, request) : {};
  print(json ? diagnosisJson(diagnosis, record) : diagnosisText(diagnosis, source, record, request.folder));
  if (unrecorded !== undefined) throw unrecorded;
  return diagnosis.certainty === "unknown" ? EXIT.undecided : EXIT.done;
}

/** What became of the record. A diagnosis is printed also where none could be written. */
async function filing(
  diagnosis: Diagnosis,
  source: LogSource,
  request: DiagnoseRequest,
): Promise<{ readonly record?: OnRecord | undefined; readonly unrecorded?: CommandError }> {
  try {
    return { record: await recorded(diagnosis, source, request) };
  } catch (cause) {
    request.signal.throwIfAborted();
    if (cause instanceof CommandError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    const { FolderHeldError, RecordError } = await records();
    const told = cause instanceof FolderHeldError || cause instanceof RecordError;
    if (!told && code === undefined) throw cause;
    const got = told
      ? cause.message
      : `${request.folder}: expected a folder that can be written, got ${foundInstead(cause)}.`;
    const unrecorded = new CommandError(`the failure could not be recorded: ${got}`, undefined, { cause });
    return { unrecorded };
  }
}

async function recorded(
  diagnosis: Diagnosis,
  source: LogSource,
  { stack, folder }: DiagnoseRequest,
): Promise<OnRecord | undefined> {
  if (diagnosis.failureMode === "none") return undefined;
  const { service, deploy, commit, name, failedAt } = source;
  if (stack === undefined || service === undefined) {
    throw new Error("a record is filed for a stack and a service, which were asked for before.");
  }
  const { id, outcome } = await (await records()).recordFailure(path.resolve(folder), diagnosis, {
    environment: stack,
    service,
    log: name,
    ...(deploy !== undefined && { deploy }),
    ...(commit !== undefined && { commit }),
    ...(failedAt !== undefined && { failedAt }),
  });
  return { id, outcome };
}
