/** What is wrong with a URL, by a phrase that never quotes what may be a piece of a password. */
export interface UrlProblem {
  readonly part: "scheme" | "user" | "password" | "host" | "port" | "database" | "parameters";
  readonly expected: string;
  readonly got: string;
}

/** Collects problems while a URL is taken apart. */
export type Problems = UrlProblem[];
