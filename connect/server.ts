import type { Client } from "pg";
import { type Answer, judgeAccess, notDecided, readOnlySession, readRelations } from "../probes";

/** What the server says of itself to the role that is logged in. */
export interface ServerReport {
  readonly role: string;
  /** Such as `17.6`. */
  readonly version: string;
  readonly maxConnections: number;
  /** Connections to all its databases. */
  readonly connectionsInUse: number;
  /** The role's own limit; undefined without one. */
  readonly roleLimit?: number;
  readonly access: Answer;
  /** The quickest of three empty queries. */
  readonly roundTrip: number;
}

// Both counts are visible to every role: pg_stat_activity hides the kind of other roles' processes.
const SERVER = `
SELECT current_user AS role, current_setting('server_version') AS version,
  current_setting('max_connections')::int AS "maxConnections",
  (SELECT sum(numbackends)::int FROM pg_stat_database) AS "connectionsInUse",
  (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user) AS "roleLimit"`;

interface ServerRow extends Omit<ServerReport, "access" | "roundTrip" | "roleLimit"> {
  readonly roleLimit: number | null;
}

/** Asks a server what it allows, and what the role may do with what is in the schemas, if any. */
export async function askServer(client: Client, schemas: readonly string[]): Promise<ServerReport> {
  const [row] = (await client.query<ServerRow>(SERVER)).rows;
  if (row === undefined) throw new Error("the server answered a query with nothing");
  const { roleLimit, version, ...said } = row;
  const access =
    schemas.length === 0
      ? notDecided("not asked")
      : judgeAccess(said.role, await readRelations(client, schemas), {}, await readOnlySession(client));
  let roundTrip = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn += 1) {
    const started = performance.now();
    await client.query("SELECT");
    roundTrip = Math.min(roundTrip, performance.now() - started);
  }
  return {
    ...said,
    version: version.split(" ")[0] ?? version,
    ...(roleLimit !== null && roleLimit >= 0 ? { roleLimit } : {}),
    access,
    roundTrip: Math.round(roundTrip * 10) / 10,
  };
}
