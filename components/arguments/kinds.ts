import { Output } from "@pulumi/pulumi";
import { z } from "zod";
import { looksLikeConnectionUrl, nearest } from "../../domain";

type Issues = z.core.$ZodRawIssue[];

/** A value that only the engine knows, or that is not there yet: a policy or the provider judges it. */
export const isAwaited = (value: unknown): boolean => Output.isInstance(value) || value instanceof Promise;

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isAwaited(value);

/** Adds a problem; `whole` where its sentence says what was got, too. */
export function refuse(issues: Issues, path: readonly string[], message: string, whole = false): void {
  issues.push({ code: "custom", message, path: [...path], input: undefined, params: { whole } });
}

function addTo(issues: Issues, schema: z.ZodType, value: unknown, path: readonly string[] = []): void {
  for (const issue of schema.safeParse(value, { reportInput: false }).error?.issues ?? []) {
    issues.push({ ...issue, path: [...path, ...issue.path], input: undefined } as z.core.$ZodRawIssue);
  }
}

/** `pulumi.Input` of a value. */
export const input = (schema: z.ZodType): z.ZodType =>
  z.unknown().check(({ value, issues }) => {
    if (!isAwaited(value)) addTo(issues, schema, value);
  });

/** One schema for a mapping, another for anything else. */
export const either = (ofMapping: z.ZodType, other: z.ZodType): z.ZodType =>
  z.unknown().check(({ value, issues }) => addTo(issues, isMapping(value) ? ofMapping : other, value));

/** The keys of a mapping, each of which may be left out unless its schema says otherwise. */
type Shape<T> = Readonly<Record<keyof T, z.ZodType>>;

/** What keys say together, besides what each says. */
type Together = (value: Readonly<Record<string, unknown>>, issues: Issues) => void;

/**
 * A mapping with these keys. Types let a mapping have others, too, as where it is one of several that are spread: only a
 * key that is a misspelt one is refused.
 */
export function mapping<T>(shape: Shape<T>, together: Together = () => undefined): z.ZodType {
  const entries = Object.entries<z.ZodType>(shape);
  return z.unknown().check(({ value, issues }) => {
    if (!isMapping(value)) return refuse(issues, [], "expected a mapping");
    for (const [key, schema] of entries) addTo(issues, schema, value[key], [key]);
    for (const key of Object.keys(value).filter((name) => !Object.hasOwn(shape, name))) {
      const right = misspelt(key, Object.keys(shape), value);
      if (right !== undefined) refuse(issues, [key], `unknown argument. Did you mean \`${right}\`?`, true);
    }
    together(value, issues);
  });
}

/** The argument that is meant by another one's name; undefined where that one is there too, or has no value. */
function misspelt(
  key: string,
  known: readonly string[],
  value: Readonly<Record<string, unknown>>,
): string | undefined {
  if (value[key] === undefined) return undefined;
  const right = nearest(key, known);
  return right === undefined || value[right] !== undefined ? undefined : right;
}

/** A mapping by names of the user's own. */
export const byName = (schema: z.ZodType): z.ZodType =>
  z.unknown().check(({ value, issues }) => {
    if (!isMapping(value)) return refuse(issues, [], "expected a mapping");
    for (const [name, each] of Object.entries(value)) addTo(issues, schema, each, [name]);
  });

export const list = (schema: z.ZodType): z.ZodType => z.array(schema, "expected a list");

/** Text; empty where the types' words say that it may be, or where nothing asks for more. */
export const anyText = z.string("expected text");
export const text = anyText.min(1, "expected text that is not empty");
/** A host by itself: what a connection URL holds beside it would be printed with it. */
export const host = text.refine(
  (written) => !looksLikeConnectionUrl(written),
  "expected a host, without scheme, user and password",
);
export const flag = z.boolean("expected true or false");
export const port = z
  .int("expected a port, 1 to 65535")
  .min(1, "expected a port, 1 to 65535")
  .max(65_535, "expected a port, 1 to 65535");
export const number = (words: string, least = 0): z.ZodType => z.number(words).min(least, words);
export const whole = (words: string, least = 0): z.ZodType => z.int(words).min(least, words);
export const milliseconds = number("expected a number of milliseconds");
export const anything = z.unknown();
export const json = z
  .unknown()
  .refine((value) => !["function", "symbol", "bigint"].includes(typeof value), "expected a value of JSON");
