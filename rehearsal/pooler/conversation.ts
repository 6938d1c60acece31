import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { type SecureContext, TLSSocket } from "node:tls";
import { type Backend, cancelBackend, openBackend } from "./backend";
import type { BackendPool } from "./backend-pool";
import { Messages, message, openingOf } from "./messages";
import { type Generation, refusal, wrongPassword } from "./refusals";
import { type Client, lastWord, relaySession, TransactionRelay } from "./relay";
import { exchange, final } from "./scram";
import { type Target, type Tenant, targetOf } from "./tenant";
import { verifierOf } from "./verifier";

export type Mode = "session" | "transaction";

/** What all conversations of one listener share. */
export interface House {
  readonly mode: Mode;
  readonly generation: Generation;
  readonly requireTls: boolean;
  readonly secureContext: SecureContext;
  readonly checkoutMilliseconds: number;
  readonly tenant: (reference: string) => Tenant | undefined;
  readonly pool: (tenant: Tenant, target: Target) => BackendPool;
  /** Counts a session in; undefined when the pool is full. */
  readonly enterSession: (target: Target) => (() => void) | undefined;
  readonly poolSize: number;
  /** How to cancel what a client with that key is waiting for. */
  readonly cancels: Map<string, () => void>;
}

const READY = message("Z", "I");
const AUTHENTICATED = message("R", 0);

/** Speaks with one client from its first byte to its last. */
export async function converse(socket: Socket, house: House): Promise<void> {
  socket.on("error", () => socket.destroy()); // A client that breaks off has nothing more to be told.
  const opened = await open(socket, house);
  if (opened === undefined) return;
  const { client, parameters, encrypted } = opened;
  client.socket.on("error", () => client.socket.destroy());
  try {
    const target = targetOf(parameters, house.generation);
    if (house.requireTls && !encrypted) throw refusal(house.generation, "sslRequired", target.role);
    const tenant = house.tenant(target.reference);
    if (tenant === undefined) throw refusal(house.generation, "notFound", target.role, target.reference);
    if (!(await authenticate(client, tenant, target, house))) return;
    if (house.mode === "session") await serveSession(client, tenant, target, house);
    else await serveTransactions(client, tenant, target, house);
  } catch (error) {
    client.socket.end(lastWord(error));
  }
}

interface Opened {
  readonly client: Client;
  readonly parameters: Readonly<Record<string, string>>;
  readonly encrypted: boolean;
}

async function open(raw: Socket, house: House): Promise<Opened | undefined> {
  let socket = raw;
  let messages = new Messages(socket);
  for (let bytes = await messages.take(); bytes !== undefined; bytes = await messages.take()) {
    const opening = openingOf(bytes);
    if (opening.kind === "startup") {
      messages.start();
      return { client: { socket, messages }, parameters: opening.parameters, encrypted: socket !== raw };
    }
    if (opening.kind === "cancel") {
      house.cancels.get(opening.key)?.();
      socket.end();
      return undefined;
    }
    if (opening.kind === "gss" || socket !== raw) {
      socket.write("N");
      continue;
    }
    messages.release();
    socket.write("S");
    socket = new TLSSocket(raw, { isServer: true, secureContext: house.secureContext });
    socket.on("error", () => raw.destroy());
    messages = new Messages(socket);
  }
  socket.destroy();
  return undefined;
}

async function authenticate(client: Client, tenant: Tenant, target: Target, house: House): Promise<boolean> {
  const verifier = await verifierOf(tenant, target.role, house.generation);
  const send = (bytes: Uint8Array): void => void client.socket.write(bytes);
  const proven = await exchange({ messages: client.messages, send }, verifier);
  if (proven !== undefined) {
    send(proven);
    return true;
  }
  // Before 2.6 the refusal was said inside SASL, where asyncpg looks for `v=` alone (supavisor#710).
  if (house.generation === "before-2.6") client.socket.end(final("e=Wrong password"));
  else client.socket.end(wrongPassword(target.role).bytes());
  return false;
}

function greet(client: Client, backend: Backend, key: Buffer): void {
  client.socket.write(Buffer.concat([AUTHENTICATED, ...backend.greeting, key, READY]));
}

async function serveSession(client: Client, tenant: Tenant, target: Target, house: House): Promise<void> {
  const leave = house.enterSession(target);
  if (leave === undefined) throw refusal(house.generation, "sessionFull", house.poolSize);
  client.socket.once("close", leave);
  const backend = await openBackend(tenant, target);
  const name = backend.key.subarray(5).toString("hex");
  house.cancels.set(name, () => cancelBackend(tenant, backend.key));
  client.socket.once("close", () => house.cancels.delete(name));
  greet(client, backend, backend.key);
  relaySession(client, backend);
}

async function serveTransactions(
  client: Client,
  tenant: Tenant,
  target: Target,
  house: House,
): Promise<void> {
  const pool = house.pool(tenant, target);
  const first = await pool.lease();
  const { generation, checkoutMilliseconds } = house;
  if (first === undefined) throw refusal(generation, "checkoutTimeout", checkoutMilliseconds);
  const key = message("K", randomBytes(8));
  greet(client, first, key);
  pool.giveBack(first);
  const relay = new TransactionRelay(client, pool, { generation, checkoutMilliseconds });
  const name = key.subarray(5).toString("hex");
  house.cancels.set(name, () => relay.current && cancelBackend(tenant, relay.current.key));
  client.socket.once("close", () => house.cancels.delete(name));
}
