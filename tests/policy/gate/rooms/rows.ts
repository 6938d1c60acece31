import type { SealedCase } from "../sealed";

type Variables = Readonly<Record<string, string | null>>;

/** A command, with the variables beside it where it has some. */
export type Row = string | readonly [command: string, variables: Variables];

/** Sound services by their commands. */
export const rows = (more: SealedCase, all: readonly Row[]): readonly SealedCase[] =>
  all.map((row) =>
    typeof row === "string" ? { ...more, command: row } : { ...more, command: row[0], variables: row[1] },
  );

/** Services by their commands, each of which one of these rules must reject. */
export const brokenRows = (rule: string, more: SealedCase, all: readonly Row[]): readonly SealedCase[] =>
  rows({ rule, ...more }, all);
