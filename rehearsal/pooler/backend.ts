import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { Messages, startup, typeOf } from "./messages";
import type { Target, Tenant } from "./tenant";

/** A connection to the real database as the client's own role, past its greeting. */
export interface Backend {
  readonly socket: Socket;
  readonly messages: Messages;
  /** ParameterStatus messages, as the server sent them. */
  readonly greeting: readonly Buffer[];
  /** BackendKeyData, as the server sent it. */
  readonly key: Buffer;
}

/** The database's own refusal, to be passed on as it is. */
export class DatabaseRefusal extends Error {
  constructor(readonly response: Buffer) {
    super("the database refused the connection");
    this.name = "DatabaseRefusal";
  }
}

const socketFile = (tenant: Tenant): string => join(tenant.socketDirectory, `.s.PGSQL.${tenant.port}`);

/**
 * Logs in through the Unix socket, which trusts the pooler: it has checked the password already, and the
 * session is truly the role's, so that its privileges, limits and settings are the database's to enforce.
 */
export async function openBackend(tenant: Tenant, target: Target): Promise<Backend> {
  const socket = connect(socketFile(tenant));
  const messages = new Messages(socket);
  messages.start();
  // The reason of a broken connection is on the client's side a closed connection; `close` follows.
  socket.on("error", () => socket.destroy());
  socket.write(startup({ user: target.role, database: target.database, application_name: "Supavisor" }));
  const greeting: Buffer[] = [];
  let key: Buffer = Buffer.alloc(0);
  for (;;) {
    const bytes = await messages.take();
    if (bytes === undefined) throw new Error("The database closed the connection before it was ready.");
    const type = typeOf(bytes);
    if (type === "E") {
      socket.destroy();
      throw new DatabaseRefusal(bytes);
    }
    if (type === "S") greeting.push(bytes);
    if (type === "K") key = bytes;
    if (type === "Z") return { socket, messages, greeting, key };
  }
}

/** Asks the server to cancel what the backend with that key does. */
export function cancelBackend(tenant: Tenant, key: Buffer): void {
  const request = Buffer.concat([Buffer.from([0, 0, 0, key.length + 3, 4, 210, 22, 46]), key.subarray(5)]);
  const socket = connect(socketFile(tenant)).on("error", () => socket.destroy());
  socket.end(request);
}
