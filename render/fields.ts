import { nearest } from "../domain/nearest";
import { redact } from "../domain/redaction";
import { isRecord } from "../render-api";
import { isUnknown, withoutAbsent } from "./plugin/property-values";

/** One thing that is wrong with the inputs, and where. */
export interface Problem {
  readonly property: string;
  readonly reason: string;
}

/** What a field holds, for the schema that other tools read. */
export type Shape =
  | { readonly holds: "string" | "boolean" | "integer" }
  | { readonly holds: "list" | "map"; readonly each: Field }
  | { readonly holds: "object"; readonly fields: Fields };

/**
 * What a value may be. `accept` returns the value with defaults filled in, and reports every problem.
 * `text()` without a pattern never repeats the value: it may be a secret. A value that is unknown in preview is accepted as it is.
 */
export interface Field {
  readonly required?: boolean;
  readonly shape: Shape;
  accept(value: unknown, path: string, tell: (problem: Problem) => void): unknown;
}

export type Fields = Readonly<Record<string, Field>>;

function field(shape: Shape, accept: Field["accept"]): Field {
  return { shape, accept: (value, path, tell) => (isUnknown(value) ? value : accept(value, path, tell)) };
}

export function required(inner: Field): Field {
  return { ...inner, required: true };
}

/** `pattern` says in words what the expression asks for. */
export function text(pattern?: { readonly expression: RegExp; readonly meaning: string }): Field {
  return field({ holds: "string" }, (value, property, tell) => {
    if (typeof value !== "string") tell({ property, reason: `expected a string, got ${kindOf(value)}.` });
    else if (pattern && !pattern.expression.test(value)) {
      tell({ property, reason: `expected ${pattern.meaning}, got ${JSON.stringify(redact(value))}.` });
    }
    return value;
  });
}

export const filledText = text({ expression: /\S/, meaning: "a text that is not empty" });

export const flag: Field = field({ holds: "boolean" }, (value, property, tell) => {
  if (typeof value !== "boolean") tell({ property, reason: `expected true or false, got ${kindOf(value)}.` });
  return value;
});

export function integer(least: number, most: number): Field {
  return field({ holds: "integer" }, (value, property, tell) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
      const got = typeof value === "number" ? value : kindOf(value);
      tell({ property, reason: `expected a whole number from ${least} to ${most}, got ${got}.` });
    }
    return value;
  });
}

export function oneOf(values: readonly string[]): Field {
  return field({ holds: "string" }, (value, property, tell) => {
    if (typeof value !== "string" || !values.includes(value)) {
      const got = typeof value === "string" ? JSON.stringify(redact(value)) : kindOf(value);
      const meant = typeof value === "string" ? didYouMean(value, values) : "";
      tell({ property, reason: `expected one of ${values.join(", ")}, got ${got}.${meant}` });
    }
    return value;
  });
}

export function listOf(item: Field): Field {
  return field({ holds: "list", each: item }, (value, property, tell) => {
    if (Array.isArray(value)) return value.map((inner, i) => item.accept(inner, `${property}[${i}]`, tell));
    tell({ property, reason: `expected a list, got ${kindOf(value)}.` });
    return value;
  });
}

export function mapOf(item: Field): Field {
  return field({ holds: "map", each: item }, (value, property, tell) => {
    if (!isRecord(value)) {
      tell({ property, reason: `expected an object, got ${kindOf(value)}.` });
      return value;
    }
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, item.accept(inner, pathTo(property, key), tell)]),
    );
  });
}

/** `check` judges fields against each other; `fill` gives what is left out. */
export function objectOf(
  fields: Fields,
  rules: {
    readonly check?: (value: Record<string, unknown>, property: string) => readonly Problem[];
    readonly fill?: (value: Record<string, unknown>) => Record<string, unknown>;
  } = {},
): Field {
  return field({ holds: "object", fields }, (value, property, tell) => {
    if (!isRecord(value)) {
      tell({ property, reason: `expected an object, got ${kindOf(value)}.` });
      return value;
    }
    const given = withoutAbsent(value);
    for (const problem of rules.check?.(given, property) ?? []) tell(problem);
    return acceptFields(fields, { ...rules.fill?.(given), ...given }, property, tell);
  });
}

/** The fields of one object, or of a whole resource where `property` is empty. */
export function acceptFields(
  fields: Fields,
  given: Record<string, unknown>,
  property: string,
  tell: (problem: Problem) => void,
): Record<string, unknown> {
  const names = Object.keys(fields);
  const accepted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known) accepted[name] = known.accept(value, pathTo(property, name), tell);
    else {
      tell({
        property: pathTo(property, name),
        reason: `there is no such field.${didYouMean(name, names) || ` There are ${names.join(", ")}.`}`,
      });
    }
  }
  for (const [name, known] of Object.entries(fields)) {
    if (known.required && given[name] === undefined) {
      tell({ property: pathTo(property, name), reason: "this field is required, and it is missing." });
    }
  }
  return accepted;
}

/** A property path as the engine writes it: `a.b`, or `a["b.c"]` where the key is no plain name. */
export function pathTo(parent: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
