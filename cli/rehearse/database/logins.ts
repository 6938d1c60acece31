import { Client } from "pg";
import type { Postgres } from "../../../rehearsal/index";
import type { Login } from "./declared-databases";
import { hasRole, makeDatabase } from "./declared-roles";

/**
 * Makes the logins and databases that typed URLs name, and those whose role the stack does not manage, as they would be
 * there at the real server: a rehearsal has an empty one.
 */
export async function makeLogins(server: Postgres, logins: readonly Login[]): Promise<void> {
  if (logins.length === 0) return;
  // Only a superuser may change the owner's password; it logs in by the socket alone.
  const client = new Client({
    host: server.socketDirectory,
    port: server.port,
    user: server.superuser,
    database: "postgres",
  });
  await client.connect();
  try {
    for (const login of logins) await makeLogin(client, login, server.adminUser);
  } finally {
    await client.end();
  }
}

async function makeLogin(client: Client, { user, password, database }: Login, owner: string): Promise<void> {
  // At a pooler the project's reference follows the role.
  const role = user.replace(/\.[a-z]{20}$/, "");
  const name = client.escapeIdentifier(role);
  if (role !== owner) {
    if (!(await hasRole(client, role)))
      await client.query(`CREATE ROLE ${name} LOGIN CREATEDB IN ROLE ${client.escapeIdentifier(owner)}`);
    await client.query(`ALTER ROLE ${name} PASSWORD ${client.escapeLiteral(password)}`);
  }
  await makeDatabase(client, database, name);
}
