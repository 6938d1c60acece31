/**
 * Environment files (`NAME=value`) as dotenv, python-dotenv and compose read them.
 */
import { type Knowable, known, unknown } from "../knowable";
import type { Assignment } from "./syntax";

export { type Assignment, assignments } from "./syntax";

/** The value that an assignment has for every tool. */
export function knowableOf({ value, differs }: Assignment): Knowable<string> {
  if (value !== undefined) return known(value);
  return unknown(differs === undefined ? "the quoted value does not end as one" : differs.because);
}
