import { isDeepStrictEqual } from "node:util";
import type { ParsedElementInfo } from "@streamparser/json";
import { segmentsOf } from "../domain/json-path";
import type { JsonExpectation } from "./endpoint";
import { JsonReader } from "./json-reader";

const NAME = /^[A-Za-z_$][\w$-]*$/;

/** Reads the value at a path out of a JSON body of any size. Nothing but that value is kept. */
export class JsonValueAt extends JsonReader {
  /** Undefined where the body has none. */
  private value: unknown;
  private readonly segments: readonly string[];

  constructor(private readonly expectation: JsonExpectation) {
    const segments = segmentsOf(expectation.path) ?? [];
    // The parser's own paths know plain names alone; what a wildcard lets through is compared in `take`.
    super([["$", ...segments.map((each) => (NAME.test(each) ? each : "*"))].join(".")]);
    this.segments = segments;
  }

  protected override take({ value, key, stack }: ParsedElementInfo): void {
    const keys = [...stack.slice(1).map((each) => each.key), key].map(String);
    const here = this.segments.length === 0 ? stack.length === 0 : isDeepStrictEqual(keys, this.segments);
    if (here) this.value = value;
  }

  /** What was expected and is not so, in words that quote nothing of the body; undefined where it holds. */
  problem(): string | undefined {
    const { path, equals, matches, exists } = this.expectation;
    if (this.broken || !this.parser.isEnded) return `JSON with \`${path}\`, got an answer that is none`;
    const { value } = this;
    const found = value !== undefined;
    if (exists === false) return found ? `nothing at \`${path}\` of the JSON answer, got a value` : undefined;
    if (exists === true && found && equals === undefined && matches === undefined) return undefined;
    if (equals !== undefined) {
      if (isDeepStrictEqual(value, equals)) return undefined;
      return `\`${path}\` of the JSON answer to equal ${JSON.stringify(equals)}, got ${kindOf(value)}`;
    }
    if (matches !== undefined) {
      if (new RegExp(matches, "u").test(textOfJson(value) ?? "")) return undefined;
      return `\`${path}\` of the JSON answer to match \`${matches}\`, got ${kindOf(value)}`;
    }
    if (!found || value === null || value === false || value === "") {
      return `a value at \`${path}\` of the JSON answer, got ${found ? JSON.stringify(value) : "none"}`;
    }
    return undefined;
  }
}

/** A string as it is, a number or truth value as JSON has it; undefined for all else. */
function textOfJson(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Says what came without quoting it: it may be a secret. */
function kindOf(value: unknown): string {
  if (value === undefined) return "none";
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `another ${typeof value}`;
}
