import type { Context } from "hono";
import type { Datastore } from "../datastores";
import { cursorOf } from "../identifiers";
import { refused } from "./failure";

const DEFAULT_LIMIT = 20;
const MOST = 100;

/** The query's `limit`, 20 unless given. @throws ApiFailure 400 outside 1..`most`. */
export function limitOf(c: Context, most = MOST): number {
  const text = c.req.query("limit");
  if (text === undefined || text === "") return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw refused(`limit: expected an integer from 1 to ${most}`);
  }
  return limit;
}

/** Whether a datastore is among those that the query asks for. */
export function isWantedDatastore(c: Context, datastore: Datastore): boolean {
  return (
    among(c, "name", datastore.name) &&
    among(c, "region", datastore.region) &&
    among(c, "ownerId", datastore.ownerId) &&
    among(c, "environmentId", datastore.environmentId) &&
    within(c, { created: datastore.createdAt, updated: datastore.updatedAt })
  );
}

/** The values of an array parameter: `a,b` in one, or the key repeated. Empty where there is none. */
export function listOf(c: Context, name: string): string[] {
  return (c.req.queries(name) ?? []).flatMap((value) => value.split(",")).filter((value) => value !== "");
}

/** Keeps an item whose value is among the query's, or all where the query names none. */
export function among(c: Context, name: string, value: string | undefined): boolean {
  const wanted = listOf(c, name);
  return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

/** A time of the query in milliseconds. @throws ApiFailure 400 where it is not a time */
export function timeOf(c: Context, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined || text === "") return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw refused(`${name}: expected a time such as 2026-01-31T12:00:00Z`);
  return time;
}

/** Compares an item's times (`createdAt` and others) with `createdBefore`, `createdAfter` and the like. */
export function within(c: Context, times: Readonly<Record<string, string | null | undefined>>): boolean {
  return Object.entries(times).every(([name, text]) => {
    const before = timeOf(c, `${name}Before`);
    const after = timeOf(c, `${name}After`);
    const time = text ? Date.parse(text) : Number.NaN;
    return (before === undefined || time < before) && (after === undefined || time > after);
  });
}

/**
 * One page of a list, each item wrapped beside its cursor. The next page begins after the given cursor;
 * an unknown cursor, or that of the last item, gives the empty array that ends a client's loop.
 */
export function page<T>(
  c: Context,
  items: readonly T[],
  keyOf: (item: T) => string,
): { cursor: string; item: T }[] {
  const cursor = c.req.query("cursor");
  const limit = limitOf(c);
  let from = 0;
  if (cursor) {
    const at = items.findIndex((item) => cursorOf(keyOf(item)) === cursor);
    from = at < 0 ? items.length : at + 1;
  }
  return items.slice(from, from + limit).map((item) => ({ cursor: cursorOf(keyOf(item)), item }));
}
