import { redact } from "../../domain/redaction";
import { isRecord } from "../../render-api";
import { KINDS } from "../resources";
import type { Properties } from "./property-values";

/** Where secrets are in any bag of any kind: an error may carry outputs of every kind. */
export const SECRETS: readonly (readonly string[])[] = KINDS.flatMap(({ secrets }) => secrets);

/** Masks the secrets of these bags in what is shown; the last gate before the engine, after the client's own. */
export function redactorOf(bags: readonly Properties[]): (text: string) => string {
  const found = [...new Set(bags.flatMap((bag) => SECRETS.flatMap((path) => textsAt(bag, path))))];
  const longestFirst = found.toSorted((a, b) => b.length - a.length);
  return (text) => redact(text, longestFirst);
}

function textsAt(value: unknown, [key, ...rest]: readonly string[]): string[] {
  if (key === undefined) return typeof value === "string" ? [value] : [];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    key === "*" || key === name ? textsAt(inner, rest) : [],
  );
}
