import { Client } from "pg";
import type { Postgres } from "../../../rehearsal/index";
import type { DeclaredDatabase } from "./declared-databases";

/**
 * Makes the databases of other names than `postgres`, as that one is before any migration, with their administrators. At
 * the real server they are there before the stack is.
 */
export async function makeDatabases(server: Postgres, databases: readonly DeclaredDatabase[]): Promise<void> {
  for (const { name = "postgres", adminUser = server.adminUser } of databases) {
    await asSuperuser(server, "postgres", async (client) => {
      const administrator = client.escapeIdentifier(adminUser);
      if (!(await hasRole(client, adminUser))) {
        const login = `LOGIN PASSWORD ${client.escapeLiteral(server.adminPassword)}`;
        await client.query(`CREATE ROLE ${administrator} CREATEROLE CREATEDB BYPASSRLS ${login}`);
        await client.query(`GRANT ${client.escapeIdentifier(server.adminUser)} TO ${administrator}`);
      }
      await makeDatabase(client, name, administrator);
    });
  }
}

/** @param owner an identifier, escaped */
export async function makeDatabase(client: Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (rowCount !== 0) return;
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${owner} TEMPLATE postgres`);
}

/** Makes what a stack says that its database has and its migrations have not made: roles that make tables, and schemas. */
export async function makeDeclaredRoles(
  server: Postgres,
  databases: readonly DeclaredDatabase[],
): Promise<void> {
  await makeDatabases(server, databases);
  for (const { name = "postgres", adminUser = server.adminUser, ...database } of databases) {
    const { owners = [], schemas = [] } = database;
    await asSuperuser(server, name, async (client) => {
      const administrator = client.escapeIdentifier(adminUser);
      for (const owner of owners) {
        const role = client.escapeIdentifier(owner);
        if (await hasRole(client, owner)) continue;
        await client.query(`CREATE ROLE ${role}; GRANT ${role} TO ${administrator}`);
      }
      for (const schema of schemas) {
        await client.query(
          `CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)} AUTHORIZATION ${administrator}`,
        );
      }
    });
  }
}

export const hasRole = async (client: Client, role: string): Promise<boolean> =>
  (await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role])).rowCount !== 0;

/** By the socket alone. */
async function asSuperuser(
  { socketDirectory: host, port, superuser: user }: Postgres,
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ host, port, user, database });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
