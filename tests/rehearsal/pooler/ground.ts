import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { Client } from "pg";
import { type Pooler, type PoolerOptions, startPooler } from "../../../rehearsal/pooler";
import { type Postgres, startPostgres } from "../../../rehearsal/postgres";
import { virtualEnvironment } from "../../../rehearsal/virtual-environment";
import { cacheDirectory } from "../../../system";

export const REFERENCE = "abcdefghijklmnopqrst";
export const PASSWORD = "p@ss wörd/1";
const ROLES = ["navigator", "svc.reader"];

/** A real PostgreSQL with two roles and a database `app`, and as many poolers in front of it as a test asks for. */
export class Ground {
  private readonly poolers: Pooler[] = [];

  private constructor(
    readonly postgres: Postgres,
    readonly admin: Client,
  ) {}

  static async make(): Promise<Ground> {
    const postgres = await startPostgres();
    const admin = new Client({
      host: postgres.socketDirectory,
      port: postgres.port,
      user: postgres.superuser,
      database: "postgres",
    });
    await admin.connect();
    for (const role of ROLES) await admin.query(`CREATE ROLE "${role}" LOGIN PASSWORD '${PASSWORD}'`);
    await admin.query(`CREATE DATABASE app OWNER navigator`);
    return new Ground(postgres, admin);
  }

  async pooler(options: Omit<PoolerOptions, "tenants"> = {}): Promise<Pooler> {
    const pooler = await startPooler({ tenants: { [REFERENCE]: this.postgres }, ...options });
    this.poolers.push(pooler);
    return pooler;
  }

  /** What the database itself says of its clients, the test's own connection and the auth queries left out. */
  async backends(role = "navigator"): Promise<number> {
    const { rows } = await this.admin.query<{ count: number }>(
      "SELECT count(*)::int FROM pg_stat_activity WHERE usename = $1",
      [role],
    );
    return rows[0]?.count ?? Number.NaN;
  }

  async end(): Promise<void> {
    for (const pooler of this.poolers) await pooler.stop();
    await this.admin.end();
    await this.postgres.stop();
  }
}

/** A URL for the pooler; the parameters go into its query. */
export function urlOf(
  port: number,
  about: { user?: string; password?: string; parameters?: Readonly<Record<string, string>> } = {},
): string {
  const { user = `navigator.${REFERENCE}`, password = PASSWORD, parameters = {} } = about;
  const query = new URLSearchParams(parameters).toString().replaceAll("+", "%20");
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `postgresql://${login}@localhost:${port}/app${query === "" ? "" : `?${query}`}`;
}

/** A connected client of node-postgres. */
export async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {}); // Tests that break a connection look at what the query says.
  await client.connect();
  return client;
}

const ENVIRONMENTS = {
  service: join(__dirname, "..", "..", "..", "rehearsal", "service", "requirements.txt"),
  drivers: join(__dirname, "drivers", "requirements.txt"),
};

/** The interpreter that has the service's packages, or the drivers of these tests. */
export async function python(packages: keyof typeof ENVIRONMENTS): Promise<string> {
  const requirements = ENVIRONMENTS[packages];
  return (await virtualEnvironment({ requirements, cacheDirectory: cacheDirectory() })).python;
}

/** Runs one of the scripts beside this file: JSON in, JSON out. */
export function runScript(interpreter: string, script: string, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      interpreter,
      ["-W", "error", join(__dirname, "drivers", script)],
      (error, stdout, stderr) => {
        if (error !== null) reject(new Error(`${script} failed: ${stderr}`, { cause: error }));
        else resolve(JSON.parse(stdout));
      },
    );
    assert.ok(child.stdin);
    child.stdin.end(JSON.stringify(input));
  });
}
