import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import type { SecureContext } from "node:tls";
import type { Backend } from "./backend";
import type { BackendPool } from "./backend-pool";
import type { CircuitBreaker } from "./circuit-breaker";
import { hangUp } from "./flow";
import { LONGEST_START, MalformedMessage, message, Silence } from "./messages";
import { type Opened, open } from "./opening";
import {
  type Generation,
  loginTimeout,
  packetTooLarge,
  protocolViolation,
  refusal,
  wrongPassword,
} from "./refusals";
import { type Client, lastWord, relaySession, TransactionRelay } from "./relay";
import { ClientGone, exchange, final } from "./scram";
import { type Target, type Tenant, targetOf } from "./tenant";
import type { Verifiers } from "./verifier";

export type Mode = "session" | "transaction";

/** What all conversations of one listener share. */
export interface House {
  readonly mode: Mode;
  readonly generation: Generation;
  readonly requireTls: boolean;
  readonly secureContext: SecureContext;
  readonly poolSize: number;
  readonly maxClients: number;
  readonly checkoutMilliseconds: number;
  readonly handshakeMilliseconds: number;
  readonly authenticationMilliseconds: number;
  readonly verifiers: Verifiers;
  readonly breaker: CircuitBreaker;
  readonly tenant: (reference: string) => Tenant | undefined;
  readonly pool: (tenant: Tenant, target: Target) => BackendPool;
  /** Opens a backend that ends with the house. */
  readonly openBackend: (tenant: Tenant, target: Target) => Promise<Backend>;
  /** Counts a client in; undefined when there are as many as the mode allows. */
  readonly enter: (mode: Mode, target: Target) => (() => void) | undefined;
  /** How to cancel what a client with that key is waiting for. */
  readonly cancels: Map<string, () => Promise<void>>;
}

const READY = message("Z", "I");
const AUTHENTICATED = message("R", 0);

/** Speaks with one client from its first byte to its last. It never rejects: a client's mistakes are the client's. */
export async function converse(raw: Socket, house: House): Promise<void> {
  raw.on("error", () => raw.destroy()); // A client that breaks off has nothing more to be told.
  let client: Client | undefined;
  try {
    const opened = await open(raw, house, (socket) => {
      client = socket;
    });
    if (opened !== undefined) await admit(opened, house);
  } catch (error) {
    if (error instanceof ClientGone || client === undefined) {
      raw.destroy();
      return;
    }
    client.messages.discard();
    const inWords = explained(error);
    if (inWords === undefined) client.socket.destroy();
    else hangUp(client.socket, inWords);
  }
}

/** What Supavisor says to a client that cannot be understood. */
function explained(error: unknown): Uint8Array | undefined {
  if (error instanceof Silence) return undefined;
  if (!(error instanceof MalformedMessage)) return lastWord(error);
  if (error.phase === "opening" && error.length > LONGEST_START) return packetTooLarge(error.length).bytes();
  return protocolViolation().bytes();
}

async function admit({ client, parameters, encrypted }: Opened, house: House): Promise<void> {
  const { generation, mode } = house;
  const target = targetOf(parameters, { generation, mode });
  if (house.requireTls && !encrypted) throw refusal(generation, "sslRequired", target.role);
  const tenant = house.tenant(target.reference);
  if (tenant === undefined) throw refusal(generation, "notFound", target.role, target.reference);
  if (!(await authenticate(client, tenant, target, house))) return;
  const leave = house.enter(mode, target);
  if (leave === undefined) {
    if (mode === "session") throw refusal(generation, "sessionFull", house.poolSize);
    throw refusal(generation, "tooManyClients", house.maxClients);
  }
  whenGone(client, leave);
  if (mode === "session") await serveSession(client, tenant, target, house);
  else await serveTransactions(client, tenant, target, house);
}

async function authenticate(client: Client, tenant: Tenant, target: Target, house: House): Promise<boolean> {
  const { generation, breaker, authenticationMilliseconds: milliseconds } = house;
  const { remoteAddress = "" } = client.socket;
  if (breaker.isOpen(target.reference, remoteAddress)) throw refusal(generation, "blocked");
  const verifier = await house.verifiers.of(tenant, target.role, generation);
  const send = (bytes: Uint8Array): void => void client.socket.write(bytes);
  const proven = await exchange({ messages: client.messages, send, milliseconds }, verifier).catch(
    (error) => {
      throw error instanceof Silence ? loginTimeout() : error;
    },
  );
  if (proven !== undefined) {
    send(Buffer.concat([proven, AUTHENTICATED]));
    return true;
  }
  breaker.failed(target.reference, remoteAddress);
  client.messages.discard();
  // Before 2.6 the refusal was said inside SASL, where asyncpg looks for `v=` alone (supavisor#710).
  hangUp(
    client.socket,
    generation === "before-2.6" ? final("e=Wrong password") : wrongPassword(target.role).bytes(),
  );
  return false;
}

/** Does what the end of a client asks for, also when it ended while nobody was looking. */
function whenGone(client: Client, act: () => void): void {
  if (client.socket.destroyed) act();
  else client.socket.once("close", act);
}

function greet(
  client: Client,
  house: House,
  about: { greeting: readonly Buffer[]; key: Buffer; cancel: () => Promise<void> },
): void {
  const name = about.key.subarray(5).toString("hex");
  house.cancels.set(name, about.cancel);
  whenGone(client, () => house.cancels.delete(name));
  client.socket.write(Buffer.concat([...about.greeting, about.key, READY]));
}

async function serveSession(client: Client, tenant: Tenant, target: Target, house: House): Promise<void> {
  const backend = await house.openBackend(tenant, target);
  if (client.socket.destroyed) {
    backend.socket.destroy();
    return;
  }
  greet(client, house, backend);
  relaySession(client, backend);
}

async function serveTransactions(
  client: Client,
  tenant: Tenant,
  target: Target,
  house: House,
): Promise<void> {
  const pool = house.pool(tenant, target);
  const greeting = await pool.greeting();
  const { generation, checkoutMilliseconds } = house;
  const relay = new TransactionRelay(client, pool, { generation, checkoutMilliseconds });
  greet(client, house, { greeting, key: message("K", randomBytes(8)), cancel: () => relay.cancel() });
}
