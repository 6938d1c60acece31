import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { Messages, startup, typeOf } from "./messages";
import type { Target, Tenant } from "./tenant";

/** A connection to the real database as the client's own role, after its greeting. */
export interface Backend {
  readonly socket: Socket;
  readonly messages: Messages;
  /** ParameterStatus messages, as the server sent them. */
  readonly greeting: readonly Buffer[];
  /** BackendKeyData, as the server sent it. */
  readonly key: Buffer;
  /** Asks the server to cancel the backend's query. Settles when the server has signalled the backend. */
  cancel(): Promise<void>;
}

/** A refusal by the database itself, passed on to the client unchanged. */
export class DatabaseRefusal extends Error {
  constructor(readonly response: Buffer) {
    super("the database refused the connection");
    this.name = "DatabaseRefusal";
  }
}

const socketFile = (tenant: Tenant): string => join(tenant.socketDirectory, `.s.PGSQL.${tenant.port}`);

/**
 * Logs in through the Unix socket, which trusts the pooler: the pooler has checked the password. The session belongs to
 * the role itself, so that the database enforces the role's privileges, limits and settings.
 */
export async function openBackend(tenant: Tenant, target: Target): Promise<Backend> {
  const socket = connect(socketFile(tenant));
  const messages = new Messages(socket);
  messages.start();
  // The client only sees a closed connection; `close` follows.
  socket.on("error", () => socket.destroy());
  const { role: user, database, searchPath, applicationName } = target;
  const path = searchPath === undefined ? {} : { search_path: searchPath };
  socket.write(startup({ user, database, application_name: applicationName, ...path }));
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
    if (type === "Z") return { socket, messages, greeting, key, cancel: () => cancel(tenant, key) };
  }
}

const CANCEL = Buffer.from([4, 210, 22, 46]);

/** The server closes the connection of a cancel request once it has signalled the backend. */
async function cancel(tenant: Tenant, key: Buffer): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(key.length - 5 + 8);
  const socket = connect(socketFile(tenant)).on("error", () => socket.destroy());
  socket.end(Buffer.concat([length, CANCEL, key.subarray(5)]));
  socket.resume();
  await once(socket, "close");
}
