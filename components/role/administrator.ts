import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { openDatabase } from "../../probes";
import type { AdministratorInputs } from "./inputs";
import { RoleError, refusedAdministrator, refusedStatement, standbyServer } from "./refusals";

/** The administrator's session in the database of the service. */
export interface Administrator {
  /** As the session is logged in. */
  readonly name: string;
  readonly superuser: boolean;
  /** `server_version_num`, such as 160004. */
  readonly version: number;
  /** The rows of a question. Its values are parameters. */
  ask<Row>(question: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs one statement. What it does, in words, is for the message of a refusal; or the refusal is made of the error. */
  run(statement: string, what: string | ((error: Error) => RoleError)): Promise<void>;
  /** Whether a statement was allowed; one that was not changes nothing. */
  attempt(statement: string): Promise<boolean>;
}

// Statements on roles wait for no lock but on catalogues; grants wait for those of a migration that runs.
const TIMEOUT_MS = 60_000;

/**
 * Logs in as the administrator and does all of it in one transaction: what fails halfway has changed nothing.
 *
 * @throws RoleError with what to type.
 */
export async function asAdministrator<T>(
  inputs: AdministratorInputs,
  work: (administrator: Administrator) => Promise<T>,
): Promise<T> {
  const client = await connect(inputs);
  try {
    await client.query("BEGIN");
    // Names without a schema in front would depend on the administrator's own settings.
    await client.query("SET LOCAL search_path = pg_catalog");
    const done = await work(await sessionOf(client, inputs));
    await client.query("COMMIT");
    return done;
  } finally {
    // The end of the session undoes what was not committed.
    await client.end().catch(() => {});
  }
}

async function connect(inputs: AdministratorInputs): Promise<Client> {
  const { server, adminUser, adminPassword, addresses } = inputs;
  // What was begun ends: half a change of a role is none.
  const { signal } = new AbortController();
  try {
    return await openDatabase(
      { ...server, user: nameAt(inputs, adminUser), password: adminPassword },
      { addresses, timeout: TIMEOUT_MS, signal, name: "portcullis-role" },
    );
  } catch (error) {
    throw refusedAdministrator(inputs, error as Error);
  }
}

/** A role's name as a login writes it there. */
export function nameAt({ server }: Pick<AdministratorInputs, "server">, role: string): string {
  return server.tenant === "" ? role : `${role}.${server.tenant}`;
}

interface Session extends Pick<Administrator, "name" | "superuser" | "version"> {
  readonly standby: boolean;
}

async function sessionOf(client: Client, { server }: AdministratorInputs): Promise<Administrator> {
  const { rows } = await client.query<Session>(
    `SELECT current_user AS name, rolsuper AS superuser, current_setting('server_version_num')::int AS version,
       pg_is_in_recovery() AS standby FROM pg_roles WHERE rolname = current_user`,
  );
  const [row] = rows;
  if (row === undefined) throw new RoleError(`${server.host} did not say who its administrator is.`);
  // It has later what its server has: a role that is not there may have been made.
  if (row.standby) throw standbyServer(server);
  const { name, superuser, version } = row;
  return {
    ...{ name, superuser, version },
    ask: async (question, values = []) => (await client.query(question, [...values])).rows,
    run: async (statement, what) => {
      await client.query(statement).catch((error: Error) => {
        throw typeof what === "string" ? refusedStatement(what, row.name, error) : what(error);
      });
    },
    attempt: async (statement) => {
      await client.query("SAVEPOINT attempt");
      try {
        await client.query(statement);
        await client.query("RELEASE SAVEPOINT attempt");
        return true;
      } catch (error) {
        await client.query("ROLLBACK TO SAVEPOINT attempt");
        // insufficient_privilege; anything else is not what was asked.
        if ((error as { code?: string }).code === "42501") return false;
        throw refusedStatement(statement, row.name, error as Error);
      }
    },
  };
}

export const named = (role: string): string => escapeIdentifier(role);
export const literal = (text: string): string => escapeLiteral(text);
