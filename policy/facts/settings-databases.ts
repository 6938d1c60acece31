import { writtenForm } from "../../domain/connection-url";

/** Keys of what no deployment asks: tests, a developer's machine, another environment. */
export const ELSEWHERE =
  /(?:^|[._-])(?:test|testing|ci|example|sample|template|dist|local|dev|development)(?:[._-]|$)/i;
const OTHER = /^(?:staging|preview|qa|sandbox)$/i;

const DATABASE_URL = /^(?:(?:jdbc|r2dbc):)?postgres(?:ql)?(?:\+\w+)?:\/\//;
/** Filled in where the file is read, or before it is written. */
const TEMPLATE = /\$\{|<%|\{\{/;

/** A database that settings name: where, and what a variable would hold that says the same. */
export interface SettingsDatabase {
  readonly keys: readonly string[];
  /** The URL or connection string as it is written, or an object of parts as JSON. */
  readonly value: string;
  /** The user that is written beside a URL, as Spring has it, by the key of its own. */
  readonly beside?: readonly [key: string, user: string];
}

export function isDatabaseUrl(text: string): boolean {
  return DATABASE_URL.test(text);
}

/** The databases in a file's values. What is under a key of tests or of a developer's machine is left out. */
export function databasesIn(value: unknown, keys: readonly string[] = []): readonly SettingsDatabase[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => databasesIn(one, keys));
  const object = value as Readonly<Record<string, unknown>>;
  const written = Object.entries(object).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && isRead(entry[0]),
  );
  const urls = written.filter(([, text]) => namesDatabase(text));
  const user = written.find(([key, text]) => /^user(?:name)?$/i.test(key) && !TEMPLATE.test(text));
  const parts =
    urls.length === 0 && isOfParts(object) && (keys.length > 0 || isWhole(object))
      ? [{ keys, value: JSON.stringify(object) }]
      : [];
  return [
    ...urls.map(([key, text]) => ({ keys: [...keys, key], value: text, ...(user && { beside: user }) })),
    ...parts,
    ...Object.entries(object).flatMap(([key, one]) => (isRead(key) ? databasesIn(one, [...keys, key]) : [])),
  ];
}

function isRead(key: string): boolean {
  return !ELSEWHERE.test(key) && !OTHER.test(key);
}

function namesDatabase(text: string): boolean {
  if (TEMPLATE.test(text)) return false;
  return DATABASE_URL.test(text) || writtenForm(text)?.form === "semicolons";
}

const HOST = ["host", "hostname", "HOST"];

/** A whole file of one database: without a key around it, user and database have to be there by their own names. */
function isWhole(object: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(object).map((name) => name.toLowerCase());
  return (
    ["user", "username"].some((name) => names.includes(name)) &&
    ["database", "dbname"].some((name) => names.includes(name))
  );
}

/** Host, user and database in one object, all of them written out. */
function isOfParts(object: Readonly<Record<string, unknown>>): boolean {
  return (
    HOST.some((name) => typeof object[name] === "string") &&
    Object.values(object).every((one) => typeof one !== "string" || !TEMPLATE.test(one))
  );
}
