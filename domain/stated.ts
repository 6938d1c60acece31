import type { Place } from "./place";

/** Whose fact it is. Rules compare facts of one subject; an absent name means "the only one". */
export interface Subject {
  readonly service?: string;
  readonly environment?: string;
}

export interface Stated extends Subject {
  readonly place: Place;
}
