import { spawn } from "node:child_process";
import { schemasOfSupabase } from "./supabase-schemas";

/** The role that initialises the server and may do everything; Supabase keeps it to itself. */
export const SUPERUSER = "supabase_admin";
/** The role that a project's owner logs in as: no superuser, but it makes roles and owns the database. */
export const ADMIN = "postgres";

/**
 * What a fresh Supabase project has that a fresh PostgreSQL has not, as far as a service's own role meets it
 * (supabase/postgres: migrations/db/init-scripts and migrations/db/migrations/10000000000000_demote-postgres.sql): an
 * administrator without superuser, schemas of others, and roles of the API that may use what the administrator makes.
 */
export const LIKE_SUPABASE: readonly string[] = [
  `CREATE ROLE ${ADMIN} NOSUPERUSER CREATEDB CREATEROLE REPLICATION BYPASSRLS LOGIN`,
  "CREATE ROLE anon NOLOGIN NOINHERIT",
  "CREATE ROLE authenticated NOLOGIN NOINHERIT",
  "CREATE ROLE service_role NOLOGIN NOINHERIT BYPASSRLS",
  "CREATE ROLE authenticator NOINHERIT LOGIN",
  "CREATE ROLE dashboard_user NOSUPERUSER CREATEDB CREATEROLE REPLICATION",
  "CREATE ROLE supabase_auth_admin NOINHERIT CREATEROLE LOGIN",
  "CREATE ROLE supabase_storage_admin NOINHERIT CREATEROLE LOGIN",
  `GRANT anon, authenticated, service_role TO ${ADMIN}, authenticator`,
  `GRANT pg_monitor, pg_signal_backend TO ${ADMIN}`,
  `ALTER DATABASE postgres OWNER TO ${ADMIN}`,
  ...schemasOfSupabase(ADMIN),
  "GRANT USAGE ON SCHEMA public TO anon, authenticated, service_role",
  ...["TABLES", "SEQUENCES", "FUNCTIONS"].map(
    (kind) =>
      `ALTER DEFAULT PRIVILEGES FOR ROLE ${ADMIN} IN SCHEMA public GRANT ALL ON ${kind} TO anon, authenticated, service_role`,
  ),
];

/** The server in its single-user mode: it takes one statement a line, and needs no client. */
export interface SingleUser {
  readonly command: readonly [program: string, ...parameters: string[]];
  readonly uid?: number;
  readonly gid?: number;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** What only the superuser may do without a password is done before the server runs. */
export function givePassword(server: SingleUser, password: string): Promise<void> {
  return runStatements(server, [`ALTER ROLE ${ADMIN} PASSWORD '${password}'`], password);
}

/** @param secret what no error may say */
export async function runStatements(
  { command, ...options }: SingleUser,
  statements: readonly string[],
  secret?: string,
): Promise<void> {
  const [program, ...parameters] = command;
  const server = spawn(program, ["--single", ...parameters, "postgres"], { ...options, stdio: "pipe" });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  server.stdin.on("error", () => {}); // Its exit says more.
  server.stdin.end(`${statements.join("\n")}\n`);
  const code = await new Promise((resolve, reject) => server.once("error", reject).once("close", resolve));
  const [problem] = /^.*\b(ERROR|FATAL|PANIC):.*$/m.exec(said) ?? [];
  if (code !== 0 || problem !== undefined) {
    const shown = problem ?? said.trim();
    const why = secret === undefined ? shown : shown.replaceAll(secret, "***");
    throw new Error(`PostgreSQL's data folder could not be made like Supabase's (${code}): ${why}`);
  }
}
