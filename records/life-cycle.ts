import { COMMIT } from "./commit";
import type { FailureRecord, Status, Step } from "./record";

/** The evidence for a move; {@link MOVES} says what is needed. */
export interface Given {
  readonly by: string;
  readonly reason?: string;
  /** What the analysis found; replaces the record's. */
  readonly rootCause?: string;
  readonly commit?: string;
  /** Set only by a verification that passed. */
  readonly verification?: { readonly id: string; readonly words: string };
  /** Given by a failure that was seen again. */
  readonly recurrence?: string;
}

interface Need {
  /** On what the step rests, or undefined where that was not given. */
  readonly evidence: (given: Given, record: FailureRecord) => string | undefined;
  /** How to give it, for one record. */
  readonly how: (id: string) => string;
}

const typed = (status: Status, options: string) => (id: string) =>
  `\`portcullis fracas move ${id} ${status} ${options}\``;

const analysis: Need = {
  // A certain cause needs a person's agreement only; any other needs what that person found.
  evidence: ({ reason, rootCause, by }, record) =>
    reason ??
    (rootCause !== undefined
      ? `the analysis of ${by}`
      : record.certainty === "certain"
        ? `the certain diagnosis, read by ${by}`
        : undefined),
  how: typed("analysed", "--by NAME --root-cause '…'"),
};

const commit: Need = {
  evidence: ({ commit, reason }) => (commit === undefined ? undefined : (reason ?? `commit ${commit}`)),
  how: typed("corrected", "--commit SHA --by NAME"),
};

const verification: Need = {
  evidence: ({ verification }) => verification?.words,
  how: () =>
    "a verification that passes for its environment after the corrective commit moves it; it cannot be moved by hand",
};

const review: Need = {
  evidence: ({ reason, by }) => reason ?? `the verification, reviewed by ${by}`,
  how: typed("closed", "--by NAME"),
};

const because = (status: Status): Need => ({
  evidence: ({ reason }) => reason,
  how: typed(status, "--by NAME --reason '…'"),
});

const recurrence: Need = {
  evidence: ({ recurrence, reason }) => recurrence ?? reason,
  how: typed("open", "--by NAME --reason '…'"),
};

interface Move {
  readonly from: Status;
  readonly to: Status;
  readonly needs: Need;
}

/** Every move that is allowed. */
export const MOVES: readonly Move[] = [
  { from: "open", to: "analysed", needs: analysis },
  { from: "analysed", to: "open", needs: because("open") },
  { from: "analysed", to: "corrected", needs: commit },
  { from: "corrected", to: "analysed", needs: because("analysed") },
  { from: "corrected", to: "verified", needs: verification },
  { from: "corrected", to: "open", needs: recurrence },
  { from: "verified", to: "closed", needs: review },
  { from: "verified", to: "open", needs: recurrence },
  { from: "closed", to: "open", needs: recurrence },
];

/** A move that the life cycle does not allow, or not without more evidence; says what to type instead. */
export class MoveError extends Error {
  override readonly name = "MoveError";
}

/** A move whose evidence is missing, or is none of its kind. */
export class EvidenceError extends MoveError {}

/** So many letters of what was given are quoted. */
const QUOTED = 80;

/**
 * The record one step on.
 *
 * @throws MoveError where the step is not allowed from the record's status, EvidenceError where its evidence is missing
 * or is none.
 */
export function moved(record: FailureRecord, to: Status, given: Given, at: Date): FailureRecord {
  const { id, status } = record;
  const possible = MOVES.filter(({ from }) => from === status);
  const move = possible.find((one) => one.to === to);
  if (move === undefined) {
    const next = possible.map((one) => `${one.to}: ${one.needs.how(id)}`).join("; ");
    throw new MoveError(`${id} is ${status} and cannot become ${to}. From ${status} it goes on to ${next}.`);
  }
  if (given.commit !== undefined && !COMMIT.test(given.commit)) {
    const got = `\`${given.commit.slice(0, QUOTED)}\``;
    throw new EvidenceError(`${id}: expected a git commit of 7 to 64 hexadecimal digits, got ${got}.`);
  }
  const evidence = move.needs.evidence(given, record);
  if (evidence === undefined || given.by.trim() === "") {
    const Refusal = to === "verified" ? MoveError : EvidenceError;
    throw new Refusal(`${id} becomes ${to} only with its evidence: ${move.needs.how(id)}.`);
  }
  return {
    ...record,
    status: to,
    ...(to === "analysed" && given.rootCause !== undefined && { rootCause: given.rootCause }),
    history: [...record.history, stepOf(record, to, given, evidence, at)],
  };
}

function stepOf({ status }: FailureRecord, to: Status, given: Given, evidence: string, at: Date): Step {
  return {
    at: at.toISOString(),
    from: status,
    to,
    by: given.by,
    ...(to === "corrected" && given.commit !== undefined && { commit: given.commit }),
    ...(to === "verified" && given.verification !== undefined && { verification: given.verification.id }),
    evidence,
  };
}

/** The step to `corrected` that still holds, if any. */
export function correctionOf({ history, status }: FailureRecord): Step | undefined {
  if (status === "open" || status === "analysed") return undefined;
  return history.findLast(({ to }) => to === "corrected");
}
