import type { Finding, Place } from "../domain";

/** A finding with the names of all environments that have it; none where it holds for any. */
export interface AuditFinding extends Omit<Finding, "environment"> {
  /** The first of `services`. */
  readonly service: string;
  /** All services that the place is of: several may get one file. */
  readonly services: readonly string[];
  readonly environments: readonly string[];
  readonly title: string;
  readonly why: string;
  /** The line of the place, with its secrets masked. */
  readonly excerpt?: string;
}

/** A place that a rule could not judge. */
export interface AuditUndecided {
  readonly rule: string;
  readonly service: string;
  readonly environments: readonly string[];
  readonly place: Place;
  readonly why: string;
}
