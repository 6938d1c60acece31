import { commitContains, sameCommit } from "./commit";
import { holding } from "./folder-lock";
import { changeWithFollowers } from "./followers";
import { correctionOf, moved } from "./life-cycle";
import { maskedText } from "./masked-text";
import type { FailureRecord } from "./record";
import type { Clock } from "./record-failure";
import { readRecord, readRecords } from "./record-folder";

/** A verification that passed. */
export interface PassedVerification {
  readonly environment: string;
  readonly service: string;
  /** Its id, such as the deploy's that it watched. */
  readonly verification: string;
  /** The commit that ran. */
  readonly commit?: string;
  readonly passedAt: Date;
}

/** What it did: records that are verified now, and those that stay `corrected`, with why. */
export interface VerifiedRecords {
  readonly verified: readonly string[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
}

export interface Verifying {
  readonly clock?: Clock;
  /** Whether a commit holds another; undefined where not known. @default as git says of the folder's repository */
  readonly contains?: (commit: string, corrective: string) => boolean | undefined;
}

/**
 * Moves the `corrected` records of the verification's service and environment to `verified`, each where the
 * verification came after its correction: its commit holds the corrective one, or, where git does not know them both
 * (a correction of a stack's configuration is in another repository), it passed after the record was corrected.
 */
export async function verifyRecords(
  folder: string,
  passed: PassedVerification,
  { clock = () => new Date(), contains = commitContains(folder) }: Verifying = {},
): Promise<VerifiedRecords> {
  const { environment, service } = passed;
  const concerned = (record: FailureRecord) =>
    record.status === "corrected" && record.environment === environment && record.service === service;
  // Most verifications find nothing to do, and then leave the folder alone.
  if (!readRecords(folder, isCorrected).records.some(concerned)) return { verified: [], left: [] };
  return await holding(folder, () => {
    const verified: string[] = [];
    const left: { id: string; why: string }[] = [];
    for (const { id } of readRecords(folder, isCorrected).records) {
      // Read again, since one that follows from another may have been moved along with it.
      const record = readRecord(folder, id);
      if (record === undefined || !concerned(record)) continue;
      const verdict = judged(record, passed, contains);
      if ("why" in verdict) {
        left.push({ id, why: verdict.why });
        continue;
      }
      const verification = { id: maskedText(passed.verification), words: maskedText(verdict.words) };
      changeWithFollowers(folder, moved(record, "verified", { by: "portcullis", verification }, clock()));
      verified.push(id);
    }
    return { verified, left };
  });
}

const isCorrected = (text: string): boolean => /^status: ["']?corrected/m.test(text);

function judged(
  record: FailureRecord,
  { verification, commit, passedAt }: PassedVerification,
  contains: NonNullable<Verifying["contains"]>,
): { readonly words: string } | { readonly why: string } {
  const correction = correctionOf(record);
  const corrective = correction?.commit;
  const at = passedAt.toISOString();
  if (correction === undefined || corrective === undefined) return { why: "it names no corrective commit" };
  if (passedAt.getTime() <= Date.parse(record.lastSeen)) {
    return { why: `the verification passed at ${at}, and the failure was last seen at ${record.lastSeen}` };
  }
  const passedWords = `${verification} passed at ${at}${commit === undefined ? "" : ` on commit ${commit}`}`;
  if (commit !== undefined && sameCommit(commit, corrective))
    return { words: `${passedWords}, the corrective one` };
  const holds = commit === undefined ? undefined : contains(commit, corrective);
  if (holds === true) return { words: `${passedWords}, which holds ${corrective}` };
  if (holds === false) return { why: `commit ${commit} does not hold the corrective commit ${corrective}` };
  return passedAt.getTime() > Date.parse(correction.at)
    ? { words: `${passedWords}, after the correction` }
    : { why: `the verification passed at ${at}, before the correction at ${correction.at}` };
}
