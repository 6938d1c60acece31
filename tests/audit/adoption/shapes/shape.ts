import type { Files } from "../../written-folder";

/** A repository of a shape that is seen often, with what adopt and audit should say of it. */
export interface Shape {
  readonly what: string;
  readonly files: Files;
  /** Each service of production by its key, as one line; `ROOT` is the folder's own name. */
  readonly adopted: Readonly<Record<string, string>>;
  /** The rules of which the audit reports an error. */
  readonly errors: readonly string[];
}
