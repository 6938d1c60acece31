import type { JsonExpectation } from "./json-value";

/** One endpoint of a service, and the answer that is right. Headers, body and file may hold secrets. */
export interface Endpoint {
  readonly name: string;
  readonly method: string;
  /** Begins with `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | undefined;
  /** Sent as a form, in the field of that name. */
  readonly file?: FormFile | undefined;
  readonly expect: Expectation;
  /** Milliseconds, for the whole answer: its body is read to its end. */
  readonly timeout: number;
}

export interface FormFile {
  readonly field: string;
  readonly name: string;
  readonly content: string;
  readonly contentType?: string | undefined;
}

export interface Expectation {
  /** One status, or the first and the last of a range. */
  readonly status: number | readonly [from: number, to: number];
  /** Regular expressions by header, in any case: each must be in the answer, and match. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Must be in the body. */
  readonly text?: string | undefined;
  /** Must hold of the JSON body. */
  readonly jsonPath?: string | JsonExpectation | undefined;
}
