/** A service that a program declares: what decides which of its repository's code it starts. */
export interface ServiceOfCode {
  /** The address of its repository, in any form that git has. */
  readonly repository: string;
  readonly type: "web" | "private";
  readonly runtime: string;
  /** From the repository's root. */
  readonly rootDirectory?: string;
  readonly startCommand?: string;
  readonly dockerfilePath?: string;
  readonly dockerContext?: string;
  /** Its own variables, as far as their values are known. */
  readonly variables: ReadonlyMap<string, string>;
}
