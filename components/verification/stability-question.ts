import type { Answer, DeployLog, Endpoint } from "../../probes";
import type { ServiceAtRender } from "../../render-api";
import type { VerificationInputs } from "./inputs";
import type { ProbeMeasures, WindowMeasures } from "./window-measures";

/** What is asked again and again while the service is to stay as it is. */
export interface Stability {
  readonly service: ServiceAtRender;
  readonly inputs: VerificationInputs;
  /** Undefined for what cannot be asked: then it is watched only. */
  readonly endpoint: Endpoint | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (words: string) => void;
  /** The restarts before anything was asked of the live deploy. @default those before the stability time */
  readonly restarts?: ReadonlySet<string> | undefined;
  /** What is left of the deadline, in milliseconds. */
  readonly left: () => number;
  readonly log: DeployLog | undefined;
  /** What the window of an earlier deploy came to; undefined where none is known. */
  readonly previous: WindowMeasures | undefined;
}

/** When the deploy that is to answer was made, in milliseconds since 1970; undefined where that says nothing of an answer. */
export const madeAt = ({ inputs, log }: Pick<Stability, "inputs" | "log">): number | undefined =>
  // A site's files are behind Render's cache, which may keep one that a deploy has not changed.
  inputs.type === "static" || log === undefined ? undefined : Date.parse(log.since);

/** What the stability time came to. */
export interface Stayed {
  readonly answer: Answer;
  /** What was measured, where limits are declared and it stayed as it was. */
  readonly window?: WindowMeasures;
}

/** What was asked in the stability time; `measured` where limits are declared. */
export interface Throughout {
  readonly answer: Answer;
  readonly measured?: ProbeMeasures;
}
