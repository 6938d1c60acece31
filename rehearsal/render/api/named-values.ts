import { notFound } from "./failure";

/** A variable's key and value, or a secret file's name and content. */
export type Entry = [string, string];

type Values = ReadonlyMap<string, string>;

/** The entry. @throws ApiFailure 404 */
export function entryOf(values: Values, key: string): Entry {
  const value = values.get(key);
  if (value === undefined) throw notFound(key);
  return [key, value];
}

/** A new map, since a deploy that runs may hold the old one. */
export const withEntry = (values: Values, key: string, value: string): Map<string, string> =>
  new Map([...values, [key, value]]);

/** A new map without the entry. @throws ApiFailure 404 */
export function without(values: Values, key: string): Map<string, string> {
  const left = new Map(values);
  if (!left.delete(key)) throw notFound(key);
  return left;
}
