import path from "node:path";
import { type Diagnosis, diagnose } from "../../diagnosis";
import { mergeAudit } from "../../diagnosis/merge-audit";
import { mergePlatformReason } from "../../diagnosis/merge-platform-reason";
import { CommandError, EXIT } from "../exit-code";
import type { ServiceChoice } from "../render-service";
import { diagnosisJson } from "./json";
import { logSource, readingOf } from "./log-source";
import type { OnRecord } from "./on-record";
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
  const report = (line: string): void => {
    if (!json) process.stderr.write(`${line}\n`);
  };
  const source = await logSource({ ...request, report });
  const previous =
    request.previous === undefined ? undefined : await readingOf(request.previous, request.signal);
  const seen = diagnose(source.reading, previous);
  const confirmed = source.failure === undefined ? seen : mergePlatformReason(seen, source.failure);
  const findings = audit === undefined ? [] : await (await auditing()).findingsOf(audit, stack);
  const diagnosis = mergeAudit(confirmed, source.reading, findings);
  const record = request.record === true ? await recorded(diagnosis, source, request) : undefined;
  process.stdout.write(
    `${json ? diagnosisJson(diagnosis, record) : diagnosisText(diagnosis, source, record)}\n`,
  );
  return diagnosis.certainty === "unknown" ? EXIT.undecided : EXIT.done;
}

async function recorded(
  diagnosis: Diagnosis,
  source: LogSource,
  { stack, folder }: DiagnoseRequest,
): Promise<OnRecord | undefined> {
  if (diagnosis.failureMode === "none") return undefined;
  const { service, deploy, commit, name, failedAt } = source;
  if (stack === undefined || service === undefined) {
    throw new CommandError("a record needs its environment and service: type `--stack NAME --service NAME`.");
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
