import { describePlace, type Fact, type Place } from "../../domain";

/** One key of a stack file, with where its value was read. */
export interface DraftField {
  readonly key: string;
  readonly value: unknown;
  /** A place, or why the value was assumed. */
  readonly note: string;
  /** True where nothing in the repository says so: a person has to look at it. */
  readonly assumed: boolean;
}

/** A value that is typed and never written: `pulumi config set --secret`. */
export interface SecretToSet {
  readonly key: string;
  /** Whether the key is a path into a mapping, for `--path`. */
  readonly path: boolean;
  readonly note: string;
}

export function read(key: string, value: unknown, place: Place): DraftField {
  return { key, value, note: describePlace(place), assumed: false };
}

export function assumed(key: string, value: unknown, why: string): DraftField {
  return { key, value, note: `assumed: ${why}`, assumed: true };
}

/** The first fact of a kind whose value is known, in the order in which files were read. */
export function firstOf<K extends Fact["kind"]>(
  facts: readonly Fact[],
  kind: K,
): Extract<Fact, { kind: K }> | undefined {
  return facts.find((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}
