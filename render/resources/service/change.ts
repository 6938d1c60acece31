import type { Touched } from "../../notes";
import type { Properties } from "../../plugin/property-values";
import type { ServiceAnswer } from "./answer";

export interface Change {
  readonly id: string;
  readonly changed: ReadonlySet<string>;
  /** What the service has now. */
  readonly now: ServiceAnswer;
  readonly writtenBefore: Properties;
  /** What an interrupted update may have put there beside that. */
  readonly touched?: readonly Touched[] | undefined;
  readonly wanted: Properties;
}

/** Sends one request of an update to Render, and gives the body of its answer. */
export type Send = (
  method: "PUT" | "PATCH" | "POST" | "DELETE",
  path: string,
  body?: unknown,
) => Promise<unknown>;
