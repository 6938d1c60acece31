import { z } from "zod";
import { COMMIT } from "./commit";

/** The version of records that this program writes. Keys are added under it; none is changed or removed. */
export const RECORD_VERSION = 1;

/**
 * The life of a record, in its order: reported, cause found, cause removed, removal proven, done with. The steps are
 * those of a closed-loop FRACAS as MIL-HDBK-2155 describes it.
 */
export const STATUSES = ["open", "analysed", "corrected", "verified", "closed"] as const;
export type Status = (typeof STATUSES)[number];

/** The form of ids and of the files' names. */
export const RECORD_ID = /^FR-\d{4,}$/;

const text = z.string();
const time = z.iso.datetime({ offset: true, error: "expected a time such as 2026-01-31T09:30:00Z" });
const commit = z.string().regex(COMMIT, "expected a git commit, 7 to 64 hexadecimal digits");
const id = z.string().regex(RECORD_ID, "expected an id such as FR-0001");
const status = z.enum(STATUSES);

// Loose throughout: what a newer version adds is kept.
const line = z.looseObject({ line: z.int().positive(), text });
const fact = z.looseObject({
  file: text.optional(),
  line: z.int().positive().optional(),
  /** Where it was read, where that is no file. */
  place: text.optional(),
  what: text,
});
const occurrence = z.looseObject({ at: time, deploy: text.optional(), commit: text.optional() });
const step = z.looseObject({
  at: time,
  from: z.enum(["new", ...STATUSES]),
  to: status,
  by: text.min(1, "expected a name"),
  /** The corrective commit, of a step to `corrected`. */
  commit: commit.optional(),
  /** The verification that passed, of a step to `verified`. */
  verification: text.optional(),
  evidence: text.min(1, "expected on what the step rests"),
});

/** The keys in the order in which they are written. docs/fracas.md says what each one means. */
export const RECORD_SCHEMA = z.looseObject({
  version: z.int().positive(),
  id,
  status,
  what: text,
  where: text,
  environment: text.min(1),
  service: text.min(1),
  commit: text.optional(),
  deploy: text.optional(),
  firstSeen: time,
  lastSeen: time,
  count: z.int().positive(),
  failureMode: text.min(1),
  certainty: z.enum(["certain", "likely", "unknown"]),
  rootCause: text,
  correctiveAction: text,
  preventiveRule: text.optional(),
  fingerprint: text.min(1),
  followsFrom: id.optional(),
  evidence: z.array(line),
  contributing: z.array(fact),
  seen: z.array(occurrence),
  history: z.array(step).min(1, "expected the step that filed it"),
});

export type FailureRecord = Readonly<z.infer<typeof RECORD_SCHEMA>>;
export type Step = FailureRecord["history"][number];

/** Whether work is left to do on it. */
export function isOpen({ status }: Pick<FailureRecord, "status">): boolean {
  return status !== "verified" && status !== "closed";
}

/** Those with work left first, in the order of the life cycle; of one status the one seen last first. */
export function openFirst<T extends FailureRecord>(records: readonly T[]): readonly T[] {
  return records.toSorted(
    (one, other) =>
      STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
      Date.parse(other.lastSeen) - Date.parse(one.lastSeen) ||
      one.id.localeCompare(other.id),
  );
}
