import { createHash, randomBytes } from "node:crypto";

const DIGITS = "0123456789abcdefghijklmnopqrstuv";

/** Twenty base-32 digits, as the xids of Render's identifiers. */
function digits(count: number): string {
  return [...randomBytes(count)].map((byte) => DIGITS[byte % 32]).join("");
}

/** An identifier as Render makes them: `srv-` and twenty digits. */
export const newId = (prefix: string): string => `${prefix}-${digits(20)}`;

/** The five digits that distinguish the instances of a service. */
export const instanceId = (service: string): string => `${service}-${digits(5)}`;

/** The suffix of a slug whose plain form is taken. */
export const slugSuffix = (): string => digits(4);

/** What `generateValue` yields: 256 random bits in base64. */
export const generatedValue = (): string => randomBytes(32).toString("base64");

let last = 0;

/** The present in RFC 3339 with microseconds. Two calls never give the same time, so that the order is known. */
export function timestamp(): string {
  last = Math.max(Date.now() * 1000, last + 1);
  const whole = new Date(Math.floor(last / 1000)).toISOString().slice(0, -1);
  return `${whole}${String(last % 1000).padStart(3, "0")}Z`;
}

/** An opaque cursor for the item of that key. */
export const cursorOf = (key: string): string =>
  createHash("sha256").update(key).digest("base64url").slice(0, 32);
