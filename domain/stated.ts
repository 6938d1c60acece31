import type { Place } from "./place";

/** Whose fact it is. Rules compare facts of one subject; an absent name means "the only one". */
export interface Subject {
  readonly service?: string;
  readonly environment?: string;
}

/** The subject alone, for another fact of the same. */
export function sameSubject({ service, environment }: Subject): Subject {
  return { ...(service !== undefined && { service }), ...(environment !== undefined && { environment }) };
}

export interface Stated extends Subject {
  readonly place: Place;
}
