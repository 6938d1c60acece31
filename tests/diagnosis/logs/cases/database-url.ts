import { HOSTS, REFERENCE } from "../network";
import { PASSWORD, ROLE } from "../stage";

/** A password that no role has. */
export const WRONG_PASSWORD = "wrong-canary-0815";

interface UrlParts {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly query?: string;
  readonly scheme?: string;
}

/** The variables of a service whose database is the current pooler's, unless stated otherwise. */
export function database(parts: UrlParts = {}): Record<string, string> {
  const { host = HOSTS.current.name, port = 5432, user = `${ROLE}.${REFERENCE}` } = parts;
  const { password = PASSWORD, query = "", scheme = "postgresql" } = parts;
  const url = `${scheme}://${user}:${password}@${host}:${port}/postgres${query === "" ? "" : `?${query}`}`;
  return { PORT: "8000", DATABASE_URL: url };
}

/** For node-postgres, which lies beside the service on Render and in this project's packages here. */
export const NODE_PATH = { NODE_PATH: `${process.cwd()}/node_modules` };
