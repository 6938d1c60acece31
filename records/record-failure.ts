import { readFileSync, statSync } from "node:fs";
import type { Diagnosis } from "../diagnosis";
import { causesOf, deploysOf, mayFollow } from "./causal-order";
import { sameCommit } from "./commit";
import { holding } from "./folder-lock";
import { changeWithFollowers } from "./followers";
import { type FailureContext, freshRecord } from "./fresh-record";
import { correctionOf, moved } from "./life-cycle";
import { type FailureRecord, isOpen } from "./record";
import { addRecord, changeRecord, readRecords, recordFile } from "./record-folder";
import type { RecordError } from "./record-text";

/**
 * What became of it. *filed*: a new record. *counted*: on the record of the same failure. *reopened*: counted, and its
 * correction has not held. *known*: this deploy's failure is on record already, and nothing was counted.
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

/**
 * Files a failure, or counts it on the record of the same failure. Whatever else writes into the folder at the same
 * time, nothing is lost, and a writer that is killed leaves the folder as it was.
 *
 * @throws where the diagnosis is that nothing failed, FolderHeldError where another process holds the folder, and
 * RecordError where a file that holds this very failure cannot be read: a second record of it would count apart.
 */
export async function recordFailure(
  folder: string,
  diagnosis: Diagnosis,
  context: FailureContext,
  clock: Clock = () => new Date(),
): Promise<Recorded> {
  if (diagnosis.failureMode === "none") throw new Error("a deploy that did not fail has no failure record.");
  const fresh = freshRecord(diagnosis, context, clock());
  return await holding(folder, () => {
    const { fingerprint, deploy } = fresh;
    const wanted = [fingerprint, ...(deploy === undefined ? [] : [deploy])];
    const found = readRecords(folder, (text) => wanted.some((words) => text.includes(words)));
    const ran = found.records.find((record) => isOfSameRun(record, fresh));
    const same = found.records.find((record) => record.fingerprint === fingerprint);
    const damaged = found.problems.find(({ file }) => isIn(file, fingerprint));
    if (ran === undefined && same === undefined && damaged !== undefined) throw damaged;
    const { id, outcome } =
      ran !== undefined
        ? known(folder, ran, fresh)
        : same !== undefined
          ? counted(folder, same, fresh)
          : filed(folder, fresh, found.records);
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

/** Whether it is the failure of a deploy that is on record already, by its line or, where another was read, its mode. */
function isOfSameRun(record: FailureRecord, fresh: FailureRecord): boolean {
  const { fingerprint, failureMode, environment, service } = record;
  const sameFailure =
    fingerprint === fresh.fingerprint ||
    (failureMode === fresh.failureMode && environment === fresh.environment && service === fresh.service);
  return sameFailure && deploysOf(record).some((deploy) => deploy === fresh.deploy);
}

/** A verification may know less of a failure than a later diagnosis of its log, which then completes the record. */
function known(folder: string, record: FailureRecord, fresh: FailureRecord): Done {
  const { id } = record;
  if (record.status === "open" && record.evidence.length === 0 && fresh.evidence.length > 0) {
    const { what, where, certainty, rootCause, correctiveAction, preventiveRule, evidence } = fresh;
    const found = { what, where, certainty, rootCause, correctiveAction, evidence };
    const contributing = [...record.contributing, ...fresh.contributing];
    const rule = preventiveRule === undefined ? {} : { preventiveRule };
    changeRecord(folder, { ...record, ...found, ...rule, contributing });
  }
  return { id, outcome: "known" };
}

function counted(folder: string, record: FailureRecord, fresh: FailureRecord): Done {
  const { id } = record;
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

/** A pipe is not read: that would wait for its writer. */
const isIn = (file: string, words: string): boolean =>
  statSync(file).isFile() && readFileSync(file, "utf8").includes(words);

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
