import {
  CONNECTIONS,
  type Connection,
  endpointForm,
  POOLER_HOST,
  parseProjectRef,
  projectRefOf,
} from "../../databases";
import { type ConnectionFact, driverNamed, fateOf } from "../../domain";
import { type DraftField, read } from "./draft-field";

/** A connection as the keys of a stack file say it, all but its password. */
export interface DeclaredParts {
  readonly fields: readonly DraftField[];
  /** The same of two connections to one database. */
  readonly identity: string;
  /** Of a project of Supabase's, to which several ways may lead. */
  readonly connection?: Connection;
  /** Settings of the driver in the URL. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * The parts of a connection; undefined where a stack file cannot say them all.
 *
 * @param end what differs between two connections to servers that are no project of Supabase's
 */
export function declaredIn(fact: ConnectionFact, end: string): DeclaredParts | undefined {
  const { host, port, user, database, parameters, place } = fact;
  if (!host.known || !port.known || !user.known || !database.known || !parameters.known) return undefined;
  const { sslmode, ...others } = parameters.value;
  const settings = declarable(others, fact);
  // What is in the URL beside its parts would be lost.
  if (settings === undefined) return undefined;
  // A URL without a database's name leads to the one that is called as the user is.
  const name = database.value || user.value;
  if (database.value === "" && POOLER_HOST.test(host.value)) return undefined;
  const beside = [
    ...(name === "postgres" ? [] : [read("name", name, place)]),
    ...(sslmode === undefined ? [] : [read("sslmode", sslmode, place)]),
  ];
  const more = Object.keys(settings).length === 0 ? {} : { settings };
  const way = wayOf(host.value, port.value, user.value);
  if (way !== undefined) {
    const { connection, projectRef, role } = way;
    const identity = JSON.stringify([projectRef, role, name, sslmode]);
    const at = POOLER_HOST.test(host.value)
      ? [read("supabase", { projectRef, poolerHost: host.value, connection }, place)]
      : [read("host", host.value, place), read("port", port.value, place)];
    return { fields: [...at, read("role", role, place), ...beside], identity, connection, ...more };
  }
  if (POOLER_HOST.test(host.value) || user.value === "") return undefined;
  const at = [read("host", host.value, place), read("port", port.value, place)];
  return { fields: [...at, read("role", user.value, place), ...beside], identity: end, ...more };
}

/** The driver's own settings among a URL's parameters, without what it ignores; undefined where there are others. */
function declarable(
  parameters: Readonly<Record<string, string>>,
  { driver }: ConnectionFact,
): Readonly<Record<string, string>> | undefined {
  const row = driver.known ? driverNamed(driver.value) : undefined;
  const heeded = Object.entries(parameters).filter(
    ([key]) => row === undefined || fateOf(row, key) !== "ignored",
  );
  return heeded.every(([key]) => row?.onlyInUrl?.includes(key)) ? Object.fromEntries(heeded) : undefined;
}

interface Way {
  readonly connection: Connection;
  readonly projectRef: string;
  readonly role: string;
}

/** The way to a project of Supabase's that a declared connection can say; undefined for any other server. */
function wayOf(host: string, port: number, user: string): Way | undefined {
  const form = endpointForm(host, port)?.form;
  const connection = CONNECTIONS.find((candidate) => candidate === form);
  if (connection === undefined || user === "") return undefined;
  if (connection === "direct") {
    const projectRef = parseProjectRef(projectRefOf(host, user, {}) ?? "");
    return projectRef === undefined ? undefined : { connection, projectRef, role: user };
  }
  const dot = user.lastIndexOf(".");
  const projectRef = parseProjectRef(user.slice(dot + 1));
  return projectRef === undefined || dot < 1 || !POOLER_HOST.test(host)
    ? undefined
    : { connection, projectRef, role: user.slice(0, dot) };
}
