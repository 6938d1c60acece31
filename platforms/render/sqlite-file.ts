import { ALL_VARIABLES, type Fact, type FactOf, factsOf } from "../../domain/fact";

/** `sqlite:////var/data/app.db`, `file:/var/data/app.db`: what a program or a tool of migrations opens. */
const SQLITE = /^(?:sqlite3?(?:\+\w+)?:\/{2,4}|sqlite3?:|file:\/{0,3})(?=\/)?([^?#]+)/i;
const DATABASE_NAME = /(?:^|_)(?:DATABASE|DB|SQLITE|SQLALCHEMY)(?:_|$)/;

/** The variables that hold a database's address by their names, and what may be one while no name is known. */
export function databaseVariables(
  facts: readonly Fact[],
  service: string | undefined,
): readonly FactOf<"variable">[] {
  return factsOf(facts, "variable").filter(
    (one) => one.service === service && (DATABASE_NAME.test(one.name) || one.name === ALL_VARIABLES),
  );
}

/**
 * Whether a URL is of a SQLite file below a disk's folder.
 *
 * @param runtime of the service: Ruby's Sequel and Active Record read three slashes as the beginning of a whole path
 */
export function isOnDisk(url: string, mountPath: string, runtime?: string): boolean {
  const [, path] = SQLITE.exec(url.trim()) ?? [];
  return (
    path !== undefined &&
    isAbsolute(url, runtime) &&
    `/${path.replace(/^\/+/, "")}`.startsWith(`${mountPath}/`)
  );
}

/** SQLAlchemy's and Django's URLs have four slashes before an absolute path; three are for one below the folder. */
function isAbsolute(url: string, runtime?: string): boolean {
  const text = url.trim();
  if (runtime === "ruby" && /^sqlite3?:\/{3}[^/]/i.test(text)) return true;
  return /^sqlite3?(?:\+\w+)?:\/{4}[^/]|^sqlite3?:\/[^/]|^file:(?:\/{2})?\/[^/]/i.test(text);
}

/** The file of a SQLite URL, absolute or in the code's folder; undefined for another URL, and for one in memory. */
export function sqlitePath(url: string, runtime?: string): string | undefined {
  const [, path] = SQLITE.exec(url.trim()) ?? [];
  if (path === undefined || !/^sqlite/i.test(url.trim()) || path.includes(":memory:")) return undefined;
  return isAbsolute(url, runtime) ? `/${path.replace(/^\/+/, "")}` : path.replace(/^\/+/, "");
}
