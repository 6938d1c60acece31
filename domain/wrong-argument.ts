import { nearest } from "./nearest";

/** The value at a path of keys; undefined where the path ends before. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** ` (starter, standard), got GOT. Did you mean …?`: what follows an expectation, with the values that are allowed. */
export function gotOf(written: unknown, allowed: readonly string[], got: string): string {
  const choice = allowed.length > 0 ? ` (${allowed.join(", ")})` : "";
  const right = typeof written === "string" ? nearest(written, allowed) : undefined;
  return `${choice}, got ${got}.${right === undefined ? "" : ` Did you mean \`${right}\`?`}`;
}
