import type { Context } from "hono";
import { page } from "./pages";

/** JSON as Render sends it: with a newline at its end. */
export function answer(c: Context, body: unknown, status: 200 | 201 = 200): Response {
  return c.body(`${JSON.stringify(body)}\n`, status, { "Content-Type": "application/json; charset=utf-8" });
}

/** Suspend, resume, scale, a queued deploy: accepted, without a body. */
export const accepted = (c: Context): Response => c.body(null, 202, { "Content-Length": "0" });

/** Restart: done, without a body. */
export const done = (c: Context): Response => c.body(null, 200, { "Content-Length": "0" });

export const gone = (c: Context): Response => c.body(null, 204);

interface Listing<T> {
  /** The name that wraps each item beside its cursor. */
  readonly name: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly shown: (item: T) => unknown;
}

/** One page of `[{ cursor, <name>: item }]`. */
export function listing<T>(c: Context, { name, items, keyOf, shown }: Listing<T>): Response {
  const entries = page(c, items, keyOf);
  return answer(
    c,
    entries.map(({ cursor, item }) => ({ cursor, [name]: shown(item) })),
  );
}
