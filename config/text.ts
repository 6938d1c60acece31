import { z } from "zod";
import { parsePort } from "../domain";

/** Text that is not empty. */
export const text = z.string("expected text").min(1, "expected text that is not empty");

/** A regular expression that can be asked of an answer or a log. */
export const pattern = text.refine(isRegExp, "expected a regular expression");

function isRegExp(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

export const port = z.unknown().transform((value, context) => {
  const parsed = parsePort(value);
  if (parsed === undefined) context.addIssue({ code: "custom", message: "expected a port, 1 to 65535" });
  return parsed ?? z.NEVER;
});

/** Variables and settings are text for their readers; YAML may have read a number or a flag. */
export const plainText = z
  .union([z.string(), z.number(), z.boolean()], "expected text, a number, or true or false")
  .transform(String);

/** A driver's setting may be none at all: psycopg's `prepare_threshold: null` prepares nothing. */
export const settingText = z
  .union([z.string(), z.number(), z.boolean(), z.null()], "expected text, a number, true, false or null")
  .transform(String);

/** A duration as people write it, in milliseconds. */
export const duration = z
  .string("expected a duration, such as 30s or 2m")
  .regex(/^\d+(ms|s|m)$/, "expected a duration, such as 30s or 2m")
  .transform((written) => {
    const factor = written.endsWith("ms") ? 1 : written.endsWith("s") ? 1_000 : 60_000;
    return Number.parseInt(written, 10) * factor;
  });
