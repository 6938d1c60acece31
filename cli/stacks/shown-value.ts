import { redact } from "../../domain";
import { MASK } from "../../domain/redaction";
import { namesSecret } from "../../domain/secret-name";
import { isMapping } from "./written-services";

const LONGEST = 60;

/** A value of a configuration in a line of a report: masked before it is cut or quoted, which would hide its shape. */
export function shownValue(value: unknown, secrets: readonly string[] = []): string {
  const masked = maskedIn(value, secrets);
  const text = typeof masked === "string" ? masked : JSON.stringify(masked);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function maskedIn(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") return redact(value, secrets);
  if (Array.isArray(value)) return value.map((each: unknown) => maskedIn(each, secrets));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, namesSecret(name) ? MASK : maskedIn(inner, secrets)]),
  );
}
