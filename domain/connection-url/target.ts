import { parsePort } from "../port";
import type { Address } from "./address";
import type { Dialect } from "./dialect";
import type { ConnectionUrl } from "./parse";

/** Where a driver really goes with a URL: one for each host that it tries. */
export interface Target extends Address {
  readonly user: string;
  readonly database: string;
}

/**
 * The targets of a URL, with what its parameters say of host, port, user and database: for libpq they override the
 * part before them, for asyncpg they fill what is missing there.
 */
export function targetsOf(url: ConnectionUrl, dialect: Dialect): readonly Target[] {
  const { parameters } = url;
  const choose = (written: string, inQuery: string | undefined): string =>
    dialect.addressInQuery === "wins" || written === "" ? inQuery || written : written;
  const user = choose(url.user, parameters.user);
  const database = choose(url.database, parameters.dbname ?? parameters.database);
  return addresses(url, dialect).map((address) => ({ ...address, user, database }));
}

function addresses(url: ConnectionUrl, dialect: Dialect): readonly Address[] {
  const written: readonly Address[] = [{ host: url.host, port: url.port }, ...(url.furtherHosts ?? [])];
  const { host = url.parameters.hostaddr, port = "" } = url.parameters;
  const ports = port.split(",").map((text) => parsePort(text));
  const named = written.some((address) => address.host !== "");
  // Where asyncpg finds a host in the authority, it does not even look at `?port=`.
  if (named && dialect.addressInQuery === "fills") return written;
  if (!host) {
    return written.map((address, index) => ({
      host: address.host,
      port: overriding(address.port, ports[index] ?? ports[0], dialect),
    }));
  }
  return host.split(",").map((text, index) => {
    const inBrackets = dialect.bracketsInQuery ? /^\[([^\]]+)\](?::([0-9]+))?$/.exec(text) : null;
    const [, name = text, ownPort] = inBrackets ?? /^([^:/]+):([0-9]+)$/.exec(text) ?? [];
    const inAuthority = written[index]?.port ?? written[0]?.port;
    return {
      host: name,
      port: parsePort(ownPort) ?? overriding(inAuthority, ports[index] ?? ports[0], dialect),
    };
  });
}

function overriding(
  written: number | undefined,
  inQuery: number | undefined,
  { addressInQuery }: Dialect,
): number | undefined {
  return addressInQuery === "wins" ? (inQuery ?? written) : (written ?? inQuery);
}
