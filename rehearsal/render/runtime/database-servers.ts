import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { type Postgres, startPostgres } from "../../postgres";
import type { Database } from "../datastores";

/** Runs an embedded PostgreSQL for each database of one embedded Render. */
export class DatabaseServers {
  private readonly servers = new Map<string, Promise<Postgres | undefined>>();

  /** Starts a server, with the database and its user; the database says when it is there, and where. */
  open(database: Database): void {
    const started = start(database).then(
      (server) => {
        database.address = `${server.host}:${server.port}`;
        database.status = "available";
        return server;
      },
      () => {
        database.status = "unavailable";
        return undefined;
      },
    );
    this.servers.set(database.id, started);
  }

  /** Ends the server, with its data. */
  async remove({ id }: Pick<Database, "id">): Promise<void> {
    const server = this.servers.get(id);
    this.servers.delete(id);
    await (await server)?.stop();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.servers.keys()].map((id) => this.remove({ id })));
  }
}

async function start({ databaseName, databaseUser, password }: Database): Promise<Postgres> {
  const server = await startPostgres();
  const client = new Client({
    host: server.socketDirectory,
    port: server.port,
    user: server.superuser,
    database: "postgres",
  });
  try {
    await client.connect();
    const user = escapeIdentifier(databaseUser);
    await client.query(`CREATE ROLE ${user} LOGIN CREATEDB CREATEROLE PASSWORD ${escapeLiteral(password)}`);
    await client.query(`CREATE DATABASE ${escapeIdentifier(databaseName)} OWNER ${user}`);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await client.end();
  }
}
