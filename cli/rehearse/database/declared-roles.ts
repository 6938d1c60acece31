import { Client } from "pg";
import type { Postgres } from "../../../rehearsal/index";
import type { DeclaredDatabase } from "./declared-databases";

/**
 * Makes what a stack says that its database has and its migrations have not made: its name, the administrator, the
 * roles that make tables, and the schemas. At the real server they are there before the stack is.
 */
export async function makeDeclaredRoles(
  server: Postgres,
  databases: readonly DeclaredDatabase[],
): Promise<void> {
  for (const { name = "postgres", adminUser = server.adminUser, ...database } of databases) {
    const { owners = [], schemas = [] } = database;
    await asSuperuser(server, "postgres", async (client) => {
      const isNew = async (role: string): Promise<boolean> =>
        (await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role])).rowCount === 0;
      const administrator = client.escapeIdentifier(adminUser);
      if (await isNew(adminUser)) {
        const login = `LOGIN PASSWORD ${client.escapeLiteral(server.adminPassword)}`;
        await client.query(`CREATE ROLE ${administrator} CREATEROLE CREATEDB BYPASSRLS ${login}`);
        await client.query(`GRANT ${client.escapeIdentifier(server.adminUser)} TO ${administrator}`);
      }
      for (const owner of owners) {
        const role = client.escapeIdentifier(owner);
        if (await isNew(owner)) await client.query(`CREATE ROLE ${role}; GRANT ${role} TO ${administrator}`);
      }
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
      if (rowCount === 0) {
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${administrator}`);
      }
    });
    await asSuperuser(server, name, async (client) => {
      for (const schema of schemas) {
        await client.query(
          `CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)} AUTHORIZATION ${client.escapeIdentifier(adminUser)}`,
        );
      }
    });
  }
}

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
