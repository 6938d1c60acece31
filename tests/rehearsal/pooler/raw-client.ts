import { type EventEmitter, once } from "node:events";
import { connect, type Socket } from "node:net";
import { Client } from "pg";
import { message, startup } from "../../../rehearsal/pooler/messages";
import { until } from "../../until";
import { connected } from "./ground";

/** The socket of a client that node-postgres has logged in, for bytes that no driver would send. */
export async function loggedInSocket(url: string): Promise<Socket> {
  const client = await connected(url);
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.removeAllListeners("data");
  return stream;
}

/** A socket that has said nothing yet. */
export async function bareSocket(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1").on("error", () => socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** A socket that has been offered SCRAM. */
export async function offeredSocket(port: number, user: string): Promise<Socket> {
  const socket = await bareSocket(port);
  socket.write(startup({ user, database: "app" }));
  await once(socket, "data");
  return socket;
}

/** A socket that has just sent the right proof of its password and has not looked at the answer. */
export async function provenSocket(url: string): Promise<Socket> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  const { connection } = client as unknown as { connection: EventEmitter & { stream: Socket } };
  const proven = once(connection, "authenticationSASLContinue");
  client.connect().catch(() => {}); // It is cut off, which is what the test is about.
  await proven;
  // The driver computes its proof asynchronously and writes it in its own listener.
  const { stream } = connection;
  const before = stream.bytesWritten;
  await until(() => stream.bytesWritten > before);
  return stream;
}

/** Everything that comes until the other side closes. */
export async function untilClosed(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  socket.on("data", (bytes) => parts.push(bytes)).resume();
  if (!socket.closed) await once(socket, "close");
  return Buffer.concat(parts).toString("latin1");
}

/** The types of the messages that come until that many ReadyForQuery. */
export async function answersOf(socket: Socket, readies: number): Promise<string> {
  let buffered: Buffer = Buffer.alloc(0);
  let types = "";
  for await (const bytes of socket.iterator({ destroyOnReturn: false })) {
    buffered = Buffer.concat([buffered, bytes]);
    while (buffered.length >= 5 && buffered.length > buffered.readUInt32BE(1)) {
      types += String.fromCharCode(buffered[0] ?? 0);
      buffered = buffered.subarray(1 + buffered.readUInt32BE(1));
    }
    if (types.split("Z").length > readies) break;
  }
  return types;
}

const nothing = Buffer.alloc(2);

/** The extended protocol's messages for one statement without parameters. */
export const statement = (text: string): Buffer =>
  Buffer.concat([
    message("P", "\0", `${text}\0`, nothing),
    message("B", "\0\0", nothing, nothing, nothing),
    message("E", "\0", 0),
  ]);
export const SYNC = message("S");
export const query = (text: string): Buffer => message("Q", `${text}\0`);
