import { STAGES } from "../diagnosis/signature";
import { SIGNATURES } from "../diagnosis/signatures";
import type { FailureRecord } from "./record";

/** The records of the same deploy that `record` may follow from, the earliest in the causal order first. */
export function causesOf(record: FailureRecord, others: readonly FailureRecord[]): readonly FailureRecord[] {
  return others
    .filter((other) => mayFollow(record, other))
    .toSorted((one, other) => stageOf(one) - stageOf(other));
}

/** Whether both are of one deploy of one service, and `record` is later in the causal order than `cause`. */
export function mayFollow(record: FailureRecord, cause: FailureRecord): boolean {
  const sameDeploy =
    record.environment === cause.environment &&
    record.service === cause.service &&
    deploysOf(record).some((deploy) => deploysOf(cause).includes(deploy));
  return sameDeploy && stageOf(cause) < stageOf(record);
}

/** The ids of the deploys in which it was seen, as far as they are kept. */
export const deploysOf = ({ deploy, seen }: FailureRecord): readonly string[] =>
  [deploy, ...seen.map((one) => one.deploy)].filter((one) => one !== undefined);

/**
 * How late the mode may be: of its signatures the last, since a record does not say which of them was read. One
 * without a signature causes nothing and follows from nothing.
 */
function stageOf({ failureMode }: FailureRecord): number {
  const stages = SIGNATURES.filter(({ mode }) => mode === failureMode).map(({ stage }) =>
    STAGES.indexOf(stage),
  );
  return stages.length === 0 ? Number.NaN : Math.max(...stages);
}
