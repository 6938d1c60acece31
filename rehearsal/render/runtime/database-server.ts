import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { startHostedPostgres } from "../../hosted-postgres";
import type { Database } from "../datastores";
import type { DatastoreServer } from "./datastore-servers";

/** Starts an embedded PostgreSQL with a database and its user. */
export async function startDatabase({
  databaseName,
  databaseUser,
  password,
}: Database): Promise<DatastoreServer> {
  const server = await startHostedPostgres();
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
    return { address: `${server.host}:${server.port}`, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await client.end();
  }
}
