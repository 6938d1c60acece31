import { Client } from "pg";
import type { Addresses } from "../../probes";
import { type Pooler, startPooler } from "../../rehearsal/pooler";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";

export const REF = "abcdefghijklmnopqrst";
export const HOST = "aws-0-us-west-1.pooler.supabase.com";
export const DIRECT = `db.${REF}.supabase.co`;
export const PASSWORD = "c4nary/s3cret@v4lue";

/** A real PostgreSQL with a role, and a pooler before it that is called as Supabase's. */
export interface Database {
  readonly addresses: Addresses;
  readonly pooler: Pooler;
  readonly administrator: { readonly user: string; readonly password: string };
  /** Runs SQL as the administrator. */
  readonly run: (text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startDatabase(generation: "before-2.6" | "current"): Promise<Database> {
  const postgres: Postgres = await startPostgres();
  const { host, port, adminUser: user, adminPassword: password, socketDirectory } = postgres;
  const run = async (text: string) => {
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    await admin.query(text).finally(() => admin.end());
  };
  await run(`CREATE ROLE navigator LOGIN PASSWORD '${PASSWORD}'`);
  const tenants = { [REF]: { socketDirectory, port } };
  const pooler = await startPooler({ tenants, generation, hosts: [HOST], requireTls: true });
  return {
    addresses: {
      [`${HOST}:5432`]: `127.0.0.1:${pooler.sessionPort}`,
      [`${HOST}:6543`]: `127.0.0.1:${pooler.transactionPort}`,
      [`${DIRECT}:5432`]: `127.0.0.1:${port}`,
    },
    pooler,
    administrator: { user, password },
    run,
    stop: async () => {
      await pooler.stop();
      await postgres.stop();
    },
  };
}
