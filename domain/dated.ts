/**
 * A list that others make longer: it is right as of a day. A value that is not in it is at most a warning that names
 * the day, and stops nothing.
 */
export interface Dated<T> {
  readonly value: T;
  /** The day on which it was read, as `YYYY-MM-DD`. */
  readonly read: string;
  readonly source: string;
}

/** `as of 2026-11-28`, for messages. */
export function asOf({ read }: Pick<Dated<unknown>, "read">): string {
  return `as of ${read}`;
}
