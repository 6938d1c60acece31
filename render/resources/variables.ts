import { isRecord } from "../../render-api";
import { filledText, flag, mapOf, objectOf, type Problem, required, text } from "../fields";
import { type Properties, UNKNOWN } from "../plugin/property-values";

/** What Render calls an environment variable in its answers. */
export interface ApiVariable {
  readonly key: string;
  readonly value: string;
}

export interface ApiSecretFile {
  readonly name: string;
  readonly content: string;
}

/** `{ KEY: { value } }` or `{ KEY: { generateValue: true } }`. */
export const variablesField = mapOf(
  objectOf({ value: text(), generateValue: flag }, { check: eitherValueOrGenerated }),
);

/** Render's value of each, whether typed or generated. */
export const variablesOutput = mapOf(objectOf({ value: required(text()), generateValue: flag }));

/** `{ name: { content } }`. */
export const secretFilesField = mapOf(objectOf({ content: required(text()) }));

export const cidrBlocks = objectOf({ cidrBlock: required(filledText), description: text() });

export const VARIABLE_SECRETS = [
  ["envVars", "*", "value"],
  ["secretFiles", "*", "content"],
] as const;

function eitherValueOrGenerated(variable: Record<string, unknown>, property: string): Problem[] {
  const generated = variable.generateValue === true;
  if (generated && variable.value !== undefined) {
    return [{ property, reason: "give `value` or `generateValue`, not both." }];
  }
  if (!generated && variable.value === undefined) {
    return [{ property, reason: "give `value`, or `generateValue: true`." }];
  }
  return [];
}

/** Without `generateValue: false`, which means nothing. */
export function canonicalVariables(variables: unknown): unknown {
  if (!isRecord(variables)) return variables;
  const entries = Object.entries(variables).map(([key, variable]) => {
    if (!isRecord(variable)) return [key, variable];
    return [key, variable.generateValue === true ? { generateValue: true } : { value: variable.value }];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The body of PUT env-vars: a generated value that exists already is kept. */
export function variablesBody(variables: unknown, existing: ReadonlyMap<string, string>): unknown[] {
  return records(variables).map(([key, variable]) => {
    if (variable.generateValue !== true) return { key, value: variable.value };
    const value = existing.get(key);
    return value === undefined ? { key, generateValue: true } : { key, value };
  });
}

export function secretFilesBody(files: unknown): unknown[] {
  return records(files).map(([name, file]) => ({ name, content: file.content }));
}

/** Variables as inputs; one whose value Render made stays `generateValue`. */
export function variableInputs(found: readonly ApiVariable[], written: unknown): Properties | undefined {
  if (found.length === 0) return undefined;
  const asWritten = isRecord(written) ? written : {};
  return Object.fromEntries(
    found.map(({ key, value }) => {
      const before = asWritten[key];
      const generated = isRecord(before) && before.generateValue === true;
      return [key, generated ? { generateValue: true } : { value }];
    }),
  );
}

/** Variables as outputs: generated ones with the value Render made. */
export function variableOutputs(found: readonly ApiVariable[], written: unknown): Properties | undefined {
  if (found.length === 0) return undefined;
  const generated = keysOfGenerated(written);
  return Object.fromEntries(
    found.map(({ key, value }) => [key, { value, ...(generated.has(key) && { generateValue: true }) }]),
  );
}

function keysOfGenerated(variables: unknown): ReadonlySet<string> {
  return new Set(
    records(variables).flatMap(([key, { generateValue }]) => (generateValue === true ? [key] : [])),
  );
}

/** Variables as a preview can know them: a value that Render has made stays, one that it will make is unknown. */
export function plannedVariables(
  variables: unknown,
  old: { readonly inputs: Properties; readonly state: Properties },
): unknown {
  if (!isRecord(variables)) return variables;
  const made = isRecord(old.state.envVars) ? old.state.envVars : {};
  const before = isRecord(old.inputs.envVars) ? old.inputs.envVars : {};
  const entries = Object.entries(variables).map(([key, variable]) => {
    if (!isRecord(variable)) return [key, variable];
    if (variable.generateValue !== true) return [key, { value: variable.value }];
    const kept = isRecord(before[key]) && before[key].generateValue === true ? made[key] : undefined;
    return [key, { generateValue: true, value: isRecord(kept) ? kept.value : UNKNOWN }];
  });
  return Object.fromEntries(entries);
}

export function secretFileInputs(found: readonly ApiSecretFile[]): Properties | undefined {
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map(({ name, content }) => [name, { content }]));
}

export function existingValues(found: readonly ApiVariable[]): Map<string, string> {
  return new Map(found.map(({ key, value }) => [key, value]));
}

/** Keys whose value a wanted `generateValue` must keep: those that were generated before too. */
export function keepGenerated(found: readonly ApiVariable[], written: unknown): Map<string, string> {
  const before = isRecord(written) ? written : {};
  const kept = found.filter(({ key }) => {
    const variable = before[key];
    return isRecord(variable) && variable.generateValue === true;
  });
  return existingValues(kept);
}

export function records(value: unknown): [string, Record<string, unknown>][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, Record<string, unknown>] =>
    isRecord(entry[1]),
  );
}
