import type { FailureMode } from "../../../domain/failure-mode";
import type { Form } from "./form";

/** What is known of a failure because it was caused. */
export interface Truth {
  /** `none` for a deploy that did not fail. */
  readonly failureMode: FailureMode | "none";
  /** Where the log alone cannot show the true mode: what an honest reader of it may answer instead, or as well. */
  readonly readable?: readonly (FailureMode | "none")[];
  readonly certainty: readonly ("certain" | "likely" | "unknown")[];
  /** The first line that shows the root cause; none where no line does. */
  readonly root?: RegExp;
  /** Modes whose symptoms are in the log and follow from the root cause. */
  readonly explains?: readonly FailureMode[];
  /** Faults that have nothing to do with one another: each is to be told, as the failure or as unexplained. */
  readonly independent?: readonly FailureMode[];
}

/** One deploy that goes wrong, with the reason for it. */
export interface LogCase {
  readonly name: string;
  /** What was done to make it fail, as a sentence for the reader of the truth. */
  readonly produced: string;
  readonly start: string;
  /** @default "python" */
  readonly runtime?: "python" | "node";
  /** @default a command that does nothing and says so */
  readonly build?: string;
  readonly preDeploy?: string;
  /** @default none: the open port is enough */
  readonly healthCheckPath?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** After the deploy is live: asks the path again and again, until the log has a line like it so many times. */
  readonly afterLive?: { readonly path?: string; readonly until: RegExp; readonly times?: number };
  /** Cancels the deploy once the log has a line like it. */
  readonly cancelAt?: RegExp;
  /** The database at `late.navigator.internal` begins to answer once the log has a line like it. */
  readonly opensLateAt?: RegExp;
  /** A second service that is deployed at the same time, whose lines are mixed in. */
  readonly beside?: { readonly start: string; readonly variables?: Readonly<Record<string, string>> };
  /** How far the clock of the platform's lines was behind that of the service's, in milliseconds. @default 0 */
  readonly platformBehind?: number;
  /** Only lines like it were pasted. */
  readonly pasted?: RegExp;
  readonly form: Form;
  readonly truth: Truth;
}
