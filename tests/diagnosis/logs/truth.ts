import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Truth } from "./case";
import type { Form } from "./form";

export const LOGS = join(__dirname, "../../fixtures/logs");
export const TRUTH = join(LOGS, "truth.yaml");

/** What truth.yaml says of one log. */
export interface Row extends Omit<Truth, "root"> {
  /** The log is `NAME.log` beside it. */
  readonly name: string;
  /** The line that shows the root cause, counted from 1. */
  readonly root?: number;
  readonly form: Form;
  /** The status that the deploy ended with. */
  readonly deploy: string;
  readonly produced: string;
}

/** What is known of all logs, and the word that each of their secrets has in it. */
export function readTruth(): { readonly canary: string; readonly rows: readonly Row[] } {
  const { canary, logs } = parse(readFileSync(TRUTH, "utf8"));
  return { canary, rows: logs };
}
