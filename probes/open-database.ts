import type { Client } from "pg";
import type { ConnectionUrl } from "../domain";
import { type Addresses, rehearsedTarget } from "./database-address";
import { type ClientOptions, type DatabaseClient, databaseClient } from "./database-client";
import { declinesTls } from "./database-login";
import { wantedTls } from "./database-tls";

/** One login to one database. */
export interface DatabaseLogin {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** A secret. */
  readonly password: string;
  readonly database: string;
  /** By libpq's names. */
  readonly sslmode: string;
}

/**
 * A session from this machine, which its caller ends. One attempt: a pooler counts refused logins.
 *
 * @throws the server's or the system's error.
 */
export async function openDatabase(
  { sslmode, ...login }: DatabaseLogin,
  { addresses, ...options }: ClientOptions & { readonly addresses: Addresses },
): Promise<Client> {
  const { host, port } = login;
  const target = rehearsedTarget(host, port, addresses) ?? { host, port };
  const url: ConnectionUrl = { ...login, scheme: "postgresql", parameters: { sslmode } };
  const tls = await wantedTls(host, url.parameters);
  try {
    return await opened(databaseClient(url, target, tls.mode === "off" ? undefined : tls.options, options));
  } catch (error) {
    // A server that declines to encrypt has seen no login yet.
    if (tls.mode !== "if-offered" || !declinesTls(error as Error)) throw error;
    return opened(databaseClient(url, target, undefined, options));
  }
}

async function opened({ client, close }: DatabaseClient): Promise<Client> {
  try {
    await client.connect();
    return client;
  } catch (error) {
    await close();
    throw error;
  }
}
