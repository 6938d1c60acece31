import { isLoopback } from "../start-command/loopback";
import { isPostgresql, urlOf } from "./pairs";
import { looksLikeConnectionUrl } from "./parse";

/** A database that a JSON text names; where its parts may be another database's, `certain` is false. */
export interface JsonUrl {
  readonly url: string;
  readonly certain: boolean;
}

/** The URLs in a JSON text, and the objects in it that have a database's host, user and name. */
export function urlsInJson(text: string): readonly JsonUrl[] {
  try {
    return within(JSON.parse(text));
  } catch {
    return [];
  }
}

function within(value: unknown): readonly JsonUrl[] {
  if (typeof value === "string") return looksLikeConnectionUrl(value) ? [{ url: value, certain: true }] : [];
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? undefined : ofParts(value as Readonly<Record<string, unknown>>);
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(within)];
}

/** `{ "host": …, "user": …, "database": … }`, as node-postgres, knex, TypeORM and the like take it. */
function ofParts(object: Readonly<Record<string, unknown>>): JsonUrl | undefined {
  const text = (...names: readonly string[]) => {
    const found = names
      .map((name) => object[name] ?? object[name.toUpperCase()])
      .find((value) => ["string", "number"].includes(typeof value));
    return found === undefined ? undefined : String(found);
  };
  const [host, port] = [text("host", "hostname", "server"), text("port")];
  const [user, database] = [text("user", "username"), text("database", "dbname", "db", "name")];
  const kind = text("type", "client", "dialect", "engine", "adapter");
  const said = kind === undefined ? undefined : /postgres|^pg$/i.test(kind);
  if (host === undefined || database === undefined) return undefined;
  // On the own machine a user may be left out, as Rails has it in what it writes.
  if (user === undefined && !(said === true && isLoopback(host))) return undefined;
  if (said === false || (port !== undefined && /^(?:3306|1433|27017|6379|1521)$/.test(port)))
    return undefined;
  const sslmode = text("sslmode", "ssl_mode", "sslMode");
  const parts = {
    ...{ host, port, user, database, password: text("password") },
    ...(sslmode !== undefined && { parameters: { sslmode } }),
  };
  return { url: urlOf(parts), certain: said === true || isPostgresql(parts) };
}
