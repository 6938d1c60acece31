import type { Files } from "../written-folder";

/** A small repository after a report of a person who used the audit for the first time. */
export interface UserCase {
  readonly title: string;
  readonly files: Files;
  /** `severity rule file:line` of findings that must be there; these are all the errors that may be there. */
  readonly told: readonly string[];
  /** Rules without any finding. */
  readonly silent?: readonly string[];
  /** `rule file:line` of what must be said to be not decided. */
  readonly undecided?: readonly string[];
  /** What the fix of the first finding of a rule says. */
  readonly fixes?: Readonly<Record<string, RegExp>>;
  /** `file: tool` of the manifests that are named as not read; all of them. */
  readonly notRead?: readonly string[];
}

export const NODE = (start: string, dependencies: Readonly<Record<string, string>> = {}): string =>
  `${JSON.stringify({ name: "shop", scripts: { start }, dependencies }, null, 2)}\n`;

export const FASTAPI = "from fastapi import FastAPI\n\napp = FastAPI()\n";
