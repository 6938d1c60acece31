import { stripVTControlCharacters } from "node:util";
import { redact } from "../domain";
import type { FailureRecord } from "./record";

const LONGEST = 500;

/** A text of a log or a person as a record keeps it: no secret, no control character, one line, not without end. */
export function maskedText(text: string, secrets: readonly string[] = []): string {
  // Masked before it is cut, since half a secret has not its shape any more.
  const masked = redact(stripVTControlCharacters(text.slice(0, 20_000)), secrets);
  const line = masked.replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu, " ").trimEnd();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

/** A record for eyes: a person may have written into its file what no page or terminal is to show. */
export function shownRecord(record: FailureRecord): FailureRecord {
  return shown(record);
}

function shown<T>(value: T): T {
  if (typeof value === "string") {
    return redact(value).replaceAll(/[^\P{Cc}\n]|\p{Bidi_Control}/gu, "\uFFFD") as T;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => shown(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shown(item)])) as T;
}
