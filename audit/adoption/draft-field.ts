import { describePlace, type Place } from "../../domain";

/** One key of a stack file, with where its value was read. */
export interface DraftField {
  readonly key: string;
  readonly value: unknown;
  /** A place, or why the value was assumed. */
  readonly note: string;
  /** Where it was read; undefined of an assumed value. */
  readonly place?: Place;
  /** True where nothing in the repository says so: a person has to look at it. */
  readonly assumed: boolean;
  /** True of a port that the service's own start command or code contradicts. */
  readonly contradicted?: boolean;
  /** What an audit says of the place, one sentence a finding. */
  readonly flags?: readonly string[];
}

/** A value that is typed and never written: `pulumi config set --secret`. */
export interface SecretToSet {
  /** A key of the stack file, or a path from one. */
  readonly key: string;
  /** Whether the key is a path into a mapping, for `--path`. */
  readonly path: boolean;
  readonly note: string;
  /** Whether the place that `note` names has its value today. */
  readonly isHeld?: boolean;
  readonly flags?: readonly string[];
}

/** A text of a file, with its place. */
export interface Stated {
  readonly value: string;
  readonly place: Place;
  /** What the value is in place of, where the file's own cannot be declared. */
  readonly instead?: string;
}

export function read(key: string, value: unknown, place: Place): DraftField {
  return { key, value, note: describePlace(place), place, assumed: false };
}

export function assumed(key: string, value: unknown, why: string): DraftField {
  return { key, value, note: `assumed: ${why}`, assumed: true };
}
