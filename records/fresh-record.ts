import type { ContributingFact, Diagnosis } from "../diagnosis";
import { describePlace } from "../domain";
import { fingerprintOf } from "./fingerprint";
import { maskedText } from "./masked-text";
import { type FailureRecord, RECORD_VERSION } from "./record";

const MOST_EVIDENCE = 20;

/** Where and when a failure was seen. */
export interface FailureContext {
  /** The stack's name, such as `staging`. */
  readonly environment: string;
  readonly service: string;
  readonly commit?: string;
  /** The deploy's id. A failure of one deploy is counted once, however often it is diagnosed. */
  readonly deploy?: string;
  /** What the lines of the evidence are counted in, such as `deploy.log`. @default "the log" */
  readonly log?: string;
  /** When it failed. @default the time of recording */
  readonly failedAt?: Date;
  /** Known secrets, masked everywhere. */
  readonly secrets?: readonly string[];
  /** The id of the record that this failure follows from, where that is known. */
  readonly followsFrom?: string;
  /** Who records it. @default "portcullis" */
  readonly by?: string;
}

/** The record of a failure as if it were the first of its kind; its id is still to be given. */
export function freshRecord(diagnosis: Diagnosis, context: FailureContext, now: Date): FailureRecord {
  const { secrets, log = "the log", failedAt = now, by = "portcullis" } = context;
  const plain = (text: string) => maskedText(text, secrets);
  const evidence = diagnosis.evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ line, text }) => ({ line, text: plain(text) }));
  const { failureMode, certainty, preventiveRule } = diagnosis;
  const [first] = evidence;
  const [fact] = diagnosis.contributing;
  const [environment, service] = [plain(context.environment), plain(context.service)];
  const inLog = first === undefined ? plain(log) : `${plain(log)}, line ${first.line}`;
  const line = first?.text.trim() ?? "";
  const at = failedAt.toISOString();
  const run = runOf(context, plain);
  return {
    version: RECORD_VERSION,
    id: "FR-0000",
    status: "open",
    what: line === "" ? failureMode : line,
    where: fact === undefined ? inLog : plain(describePlace(fact.place)),
    environment,
    service,
    ...run,
    firstSeen: at,
    lastSeen: at,
    count: 1,
    failureMode,
    certainty,
    rootCause: plain(diagnosis.rootCause),
    correctiveAction: plain(diagnosis.correctiveAction),
    ...(preventiveRule !== undefined && { preventiveRule }),
    fingerprint: fingerprintOf({ failureMode, environment, service, line }),
    ...(context.followsFrom !== undefined && { followsFrom: context.followsFrom }),
    evidence,
    contributing: diagnosis.contributing.map((one) => factOf(one, plain)),
    seen: [{ at, ...run }],
    history: [{ at: now.toISOString(), from: "new", to: "open", by: plain(by), evidence: inLog }],
  };
}

function runOf(
  { deploy, commit }: FailureContext,
  plain: (text: string) => string,
): Pick<FailureRecord, "deploy" | "commit"> {
  return {
    ...(deploy !== undefined && { deploy: plain(deploy) }),
    ...(commit !== undefined && { commit: plain(commit) }),
  };
}

function factOf(
  { place, what }: ContributingFact,
  plain: (text: string) => string,
): FailureRecord["contributing"][number] {
  if (place.source !== "file") return { place: plain(describePlace(place)), what: plain(what) };
  return {
    file: plain(place.file),
    ...(place.line !== undefined && { line: place.line }),
    what: plain(what),
  };
}
