import type { LastLines } from "../../rehearsal/index";
import type { StackExamination, VerifiedService } from "./examine-stack";

/** One check of a verification, as the stack's output `verification` lists it. */
export interface Check {
  readonly name: string;
  readonly kind: string;
  readonly outcome: "pass" | "fail" | "not-decided";
  readonly detail: string;
  readonly milliseconds?: number;
}

/** The stack's output `verification`. */
export interface VerificationOutput {
  readonly outcome: "pass" | "fail" | "not-decided";
  readonly deployId: string;
  readonly checks: readonly Check[];
  readonly seconds: number;
}

/** One rehearsed environment, as the table and `--json` show it. */
export interface RehearsedStack {
  readonly stack: string;
  /**
   * `rejected` by the policy pack, `failed` in the deploy or its verification, `not rehearsed` where this machine lacks
   * what a service needs.
   */
  readonly result: "verified" | "rejected" | "failed" | "not rehearsed" | "not reached";
  readonly port?: number;
  /** Of `portcullis:services`, by their keys. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Of the first service. Without secrets: host, port and mode. */
  readonly database?: string;
  /** The same of all, by their names, where there are several. */
  readonly databases?: Readonly<Record<string, string>>;
  /** Of the first service. */
  readonly serviceId?: string;
  /** Its services, in the order of the stack file. */
  readonly services?: readonly VerifiedService[];
  readonly url?: string;
  readonly checks: readonly Check[];
  /** Secrets of its file whose values rules judge, and of which a rehearsal has none. */
  readonly notJudged?: readonly string[];
  /** Stacks of `portcullis:otherEnvironments`: a rehearsal has one stack at a time. */
  readonly notCompared?: readonly string[];
  /** The policies that rejected it. */
  readonly policies: readonly string[];
  readonly seconds: number;
  /** Pulumi's output on policies, or its error. */
  readonly detail: string;
  /** Of a failed environment: the ends of the logs of its services that did not go live, without secrets. */
  readonly logs?: readonly LastLines[];
  /** Of a verified environment. */
  readonly examination?: StackExamination;
}
