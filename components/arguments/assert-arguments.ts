import { RunError } from "@pulumi/pulumi";
import type { z } from "zod";
import { REFERENCE_FORM } from "../../databases";
import { kindOfValue } from "../../domain/kind-of-value";
import { TIME_OF_DAY, TIME_ZONE } from "../../domain/promotion-window";
import { gotOf, valueAt } from "../../domain/wrong-argument";
import { isAwaited, isMapping } from "./kinds";

/**
 * Every wrong argument of a component at once, before anything of it is registered.
 *
 * @param component how its class is called
 * @throws RunError with the places, what is expected there and what was got; no value that may be a secret
 */
export function assertArguments(component: string, name: unknown, schema: z.ZodType, args: unknown): void {
  if (typeof name !== "string" || name === "") {
    throw new RunError(`${component}: expected its name, got ${kindOf(name)}.`);
  }
  if (!isMapping(args)) {
    throw new RunError(`${name}: expected a mapping of arguments, got ${kindOf(args)}.`);
  }
  const { error } = schema.safeParse(args, { reportInput: false });
  if (error === undefined) return;
  // What follows from the first problem of a place is none of its own.
  const places = new Map(error.issues.toReversed().map((issue) => [keyOf(issue.path), issue]));
  const problems = [...places.values()].toReversed().map((issue) => sentenceOf(issue, args));
  const [first, second] = problems;
  throw new RunError(
    second === undefined
      ? `${name}: ${first}`
      : `${name}: ${problems.length} of its arguments are wrong:\n${problems.map((one) => `  - ${one}`).join("\n")}`,
  );
}

function sentenceOf(issue: z.core.$ZodIssue, args: unknown): string {
  const key = keyOf(issue.path);
  const at = key === "" ? "" : `${key}: `;
  if (issue.code === "custom" && issue.params?.whole === true) {
    return `${at}${issue.message}${/[.?]$/.test(issue.message) ? "" : "."}`;
  }
  const got = valueAt(args, issue.path);
  const allowed = issue.code === "invalid_value" ? issue.values.map(String) : [];
  return `${at}${issue.message}${gotOf(got, allowed, shown(issue, got))}`;
}

/** Values that are no secrets wherever they are expected. */
const NAMES: ReadonlySet<string> = new Set([TIME_OF_DAY.expected, TIME_ZONE]);

/** What is shown of a value: nothing of a text that may be a secret, nor of a number where a text may be one. */
function shown(issue: z.core.$ZodIssue, got: unknown): string {
  const isName = issue.code === "invalid_value" || NAMES.has(issue.message);
  if (typeof got === "string" && got !== "" && isName) return `\`${got}\``;
  const expected = issue.code === "invalid_type" ? issue.expected : undefined;
  if (typeof got === "number" && expected !== "string") return String(got);
  const isNumber = expected === "number" || expected === "int";
  if (typeof got === "string" && isNumber && /^\d+$/.test(got)) return "text: write it as a number";
  if (typeof got === "string" && issue.message.startsWith(`expected ${REFERENCE_FORM}`))
    return lettersOf(got);
  return kindOf(got);
}

/** What is wrong with letters, and none of them. */
function lettersOf(got: string): string {
  const others = /[^a-z]/.test(got) ? ", and other ones than lowercase letters" : "";
  return got === "" ? kindOf(got) : `text of ${got.length} characters${others}`;
}

const kindOf = (value: unknown): string =>
  isAwaited(value) ? "an output, which the program cannot read" : kindOfValue(value);

function keyOf(path: readonly PropertyKey[]): string {
  return path
    .map(String)
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join("");
}
