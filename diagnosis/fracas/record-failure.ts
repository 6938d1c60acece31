import { describePlace } from "../../domain";
import type { ContributingFact, Diagnosis } from "../diagnosis";
import { causesOf, mayFollow } from "./causal-order";
import { sameCommit } from "./commit";
import { fingerprintOf } from "./fingerprint";
import { holding } from "./folder-lock";
import { changeWithFollowers } from "./followers";
import { correctionOf, moved } from "./life-cycle";
import { maskedText } from "./masked-text";
import { type FailureRecord, isOpen, type Occurrence, RECORD_VERSION } from "./record";
import { addRecord, changeRecord, readRecords, recordFile } from "./record-folder";
import type { RecordError } from "./record-text";

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
  /** Known secrets, masked wherever they stand. */
  readonly secrets?: readonly string[];
  /** The id of the record that this failure follows from, where that is known. */
  readonly followsFrom?: string;
  /** Who records it. @default "portcullis" */
  readonly by?: string;
}

/**
 * What became of it. *filed*: a new record. *counted*: on the record of the same failure. *reopened*: counted, and its
 * correction has not held. *known*: this deploy's failure is on record already, and nothing was written.
 */
export interface Recorded {
  readonly id: string;
  readonly outcome: "filed" | "counted" | "reopened" | "known";
  readonly file: string;
  /** Files of the folder that may concern this failure and cannot be read. They are left as they are. */
  readonly problems: readonly RecordError[];
}

export type Clock = () => Date;

/** So many occurrences are kept one by one; `count` goes on. */
const MOST_SEEN = 20;
const MOST_EVIDENCE = 20;

/**
 * Files a failure, or counts it on the record of the same failure. Whatever else writes into the folder at the same
 * time, nothing is lost, and a writer that is killed leaves the folder as it was.
 */
export async function recordFailure(
  folder: string,
  diagnosis: Diagnosis,
  context: FailureContext,
  clock: Clock = () => new Date(),
): Promise<Recorded> {
  const fresh = freshRecord(diagnosis, context, clock());
  return await holding(folder, () => {
    const { fingerprint, deploy } = fresh;
    const wanted = [fingerprint, ...(deploy === undefined ? [] : [deploy])];
    const found = readRecords(folder, (text) => wanted.some((words) => text.includes(words)));
    const same = found.records.find((record) => record.fingerprint === fingerprint);
    const { id, outcome } =
      same === undefined ? filed(folder, fresh, found.records) : counted(folder, same, fresh);
    return { id, outcome, file: recordFile(folder, id), problems: found.problems };
  });
}

type Done = Pick<Recorded, "id" | "outcome">;

function filed(folder: string, fresh: FailureRecord, others: readonly FailureRecord[]): Done {
  const primary = causesOf(fresh, others)[0];
  const followsFrom = fresh.followsFrom ?? primary?.id;
  const { id } = addRecord(folder, (next) => ordered(fresh, next, followsFrom));
  // A follow-on failure may have been recorded first: a verification sees the platform's verdict before the log.
  for (const other of others) {
    if (other.followsFrom === undefined && mayFollow(other, fresh)) {
      changeRecord(folder, { ...other, followsFrom: id });
    }
  }
  return { id, outcome: "filed" };
}

/** With its id, and `followsFrom` at its place among the keys. */
function ordered(fresh: FailureRecord, id: string, followsFrom: string | undefined): FailureRecord {
  const { evidence, contributing, seen, history, ...head } = fresh;
  return {
    ...head,
    id,
    ...(followsFrom !== undefined && { followsFrom }),
    evidence,
    contributing,
    seen,
    history,
  };
}

function counted(folder: string, record: FailureRecord, fresh: FailureRecord): Done {
  const { id } = record;
  const deploys = [record.deploy, ...record.seen.map(({ deploy }) => deploy)];
  if (fresh.deploy !== undefined && deploys.includes(fresh.deploy)) return { id, outcome: "known" };
  const times = [record.firstSeen, record.lastSeen, fresh.lastSeen].toSorted(
    (one, other) => Date.parse(one) - Date.parse(other),
  );
  const next = {
    ...record,
    firstSeen: times.at(0) ?? record.firstSeen,
    lastSeen: times.at(-1) ?? record.lastSeen,
    count: record.count + 1,
    seen: [...record.seen, ...fresh.seen].slice(-MOST_SEEN),
  };
  const reason = recurrence(record, fresh);
  const [filing] = fresh.history;
  if (reason === undefined || filing === undefined) {
    changeRecord(folder, next);
    return { id, outcome: "counted" };
  }
  changeWithFollowers(
    folder,
    moved(next, "open", { by: filing.by, recurrence: reason }, new Date(filing.at)),
  );
  return { id, outcome: "reopened" };
}

/** Why the correction has not held, or undefined where nothing says so: an old log may be read at any time. */
function recurrence(record: FailureRecord, { lastSeen, commit, deploy }: FailureRecord): string | undefined {
  const where = [deploy, commit && `commit ${commit}`].filter((part) => part !== undefined).join(", ");
  const seen = `seen again at ${lastSeen}${where === "" ? "" : ` (${where})`}`;
  const proven = record.history.findLast(({ to }) => to === "verified");
  if (!isOpen(record)) {
    return proven !== undefined && Date.parse(lastSeen) > Date.parse(proven.at)
      ? `${seen}, after it was verified`
      : undefined;
  }
  const corrective = correctionOf(record)?.commit;
  const inCorrection = corrective !== undefined && commit !== undefined && sameCommit(corrective, commit);
  return inCorrection ? `${seen}: the corrective commit fails in the same way` : undefined;
}

function freshRecord(diagnosis: Diagnosis, context: FailureContext, now: Date): FailureRecord {
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
  const occurrence: Occurrence = {
    at,
    ...(context.deploy !== undefined && { deploy: plain(context.deploy) }),
    ...(context.commit !== undefined && { commit: plain(context.commit) }),
  };
  const { at: _, ...run } = occurrence;
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
    seen: [occurrence],
    history: [{ at: now.toISOString(), from: "new", to: "open", by: plain(by), evidence: inLog }],
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
