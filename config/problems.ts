import type { z } from "zod";
import { nearest } from "../domain";

type Issue = z.core.$ZodIssue;

/** One line for each problem: key, what was expected, what was got, and the nearest right spelling. */
export function problemsOf(error: z.ZodError, schema: z.ZodType, input: unknown): readonly string[] {
  return error.issues.flatMap((issue) => linesOf(issue, schema, input));
}

function linesOf(issue: Issue, schema: z.ZodType, input: unknown): string[] {
  const key = keyOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((unknown) => {
      const right = nearest(unknown, known);
      const advice = right === undefined ? `Keys here: ${known.join(", ")}.` : `Did you mean \`${right}\`?`;
      return `${keyOf([...issue.path, unknown])}: unknown key. ${advice}`;
    });
  }
  const got = valueAt(input, issue.path);
  // What two keys say together has no value of its own to show.
  if (issue.code === "custom" && issue.params?.relation === true) return [`${key}: ${issue.message}.`];
  if (got === undefined) return [`${key}: expected a value, got none.`];
  const allowed = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const right = typeof got === "string" ? nearest(got, allowed) : undefined;
  const choice = allowed.length > 0 ? ` (${allowed.join(", ")})` : "";
  const hint = right === undefined ? "" : ` Did you mean \`${right}\`?`;
  const value = MAY_BE_SECRET.test(key) ? kindOf(got) : shown(got);
  return [`${key}: ${issue.message}${choice}, got ${value}.${hint}`];
}

/** The places of a stack's secrets. */
const MAY_BE_SECRET =
  /^portcullis:(verify\.endpoints\[\d+\]\.(headers|json|body|file)|service\.environment|rehearsal\.(variables|sql))\b/;

function keyOf(path: readonly PropertyKey[]): string {
  const [first = "", ...rest] = path.map(String);
  const tail = rest.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`));
  return `portcullis:${first}${tail.join("")}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null
      ? (value as Record<PropertyKey, unknown>)[key]
      : undefined;
  }, input);
}

/** A value as a message shows it; what may hold a secret deeper down is named by its kind alone. */
function shown(value: unknown): string {
  if (typeof value === "string") return `\`${value}\``;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return kindOf(value);
}

function kindOf(value: unknown): string {
  if (typeof value !== "object") return typeof value === "string" ? "text" : `a ${typeof value}`;
  return value === null ? "nothing" : Array.isArray(value) ? "a list" : "a mapping";
}

/** The keys that the schema has at a path, through defaults, options, lists and transforms. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const found = path.reduce<z.ZodType | undefined>((current, key) => {
    const inner = unwrap(current);
    return "shape" in inner.def
      ? shapeOf(inner)[String(key)]
      : (inner.def as { element?: z.ZodType }).element;
  }, schema);
  return Object.keys(shapeOf(unwrap(found)));
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  return (schema.def as { shape?: Record<string, z.ZodType> }).shape ?? {};
}

function unwrap(schema: z.ZodType | undefined): z.ZodType {
  let current = schema as z.ZodType;
  for (;;) {
    const { innerType, in: written } = current.def as { innerType?: z.ZodType; in?: z.ZodType };
    const inner = innerType ?? written;
    if (inner === undefined) return current;
    current = inner;
  }
}
