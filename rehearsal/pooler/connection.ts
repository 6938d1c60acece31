import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import type { ListenerContext } from "./context";
import { closeWith } from "./flow";
import { HandshakeTimeoutError, MAX_STARTUP_LENGTH, MalformedMessage, message } from "./messages";
import { loginTimeout, packetTooLarge, protocolViolation, refusal, wrongPassword } from "./refusals";
import { type Client, errorResponse, relaySession, TransactionRelay } from "./relay";
import { ClientDisconnectedError, exchange, saslFinal } from "./scram";
import { readStartup, type StartedClient } from "./startup";
import { type Target, type Tenant, targetOf } from "./tenant";

const READY = message("Z", "I");
const AUTHENTICATED = message("R", 0);

/** Serves one client from its first byte to its last. It never rejects: a client's error ends only its connection. */
export async function handleConnection(raw: Socket, context: ListenerContext): Promise<void> {
  raw.on("error", () => raw.destroy()); // A client that broke the connection gets no answer.
  let client: Client | undefined;
  try {
    const started = await readStartup(raw, context, (socket) => {
      client = socket;
    });
    if (started !== undefined) await authorise(started, context);
  } catch (error) {
    if (error instanceof ClientDisconnectedError || client === undefined) {
      raw.destroy();
      return;
    }
    client.messages.discard();
    const response = responseTo(error);
    if (response === undefined) client.socket.destroy();
    else closeWith(client.socket, response);
  }
}

/** Supavisor's answer to a client that breaks the protocol. */
function responseTo(error: unknown): Uint8Array | undefined {
  if (error instanceof HandshakeTimeoutError) return undefined;
  if (!(error instanceof MalformedMessage)) return errorResponse(error);
  if (error.phase === "opening" && error.length > MAX_STARTUP_LENGTH)
    return packetTooLarge(error.length).bytes();
  return protocolViolation().bytes();
}

async function authorise(
  { client, parameters, encrypted }: StartedClient,
  context: ListenerContext,
): Promise<void> {
  const { generation, mode } = context;
  const target = targetOf(parameters, { generation, mode });
  if (context.requireTls && !encrypted) throw refusal(generation, "sslRequired", target.role);
  const tenant = context.tenant(target.reference);
  if (tenant === undefined) throw refusal(generation, "notFound", target.role, target.reference);
  // Since 2.8 a client over the limit is refused before its login (docs/facts/supabase.md#s16).
  if (generation === "current") takeSlot(client, target, context);
  if (!(await authenticate(client, tenant, target, context))) return;
  if (generation === "before-2.6") takeSlot(client, target, context);
  if (mode === "session") await serveSession(client, tenant, target, context);
  else await serveTransactions(client, tenant, target, context);
}

/** @throws Refusal where there are as many clients as may be */
function takeSlot(client: Client, target: Target, context: ListenerContext): void {
  const { generation, mode } = context;
  const releaseSlot = context.acquireSlot(mode, target);
  if (releaseSlot === undefined) {
    if (mode === "session") throw refusal(generation, "sessionFull", context.poolSize);
    throw refusal(generation, "tooManyClients", context.maxClients);
  }
  onceClosed(client, releaseSlot);
}

async function authenticate(
  client: Client,
  tenant: Tenant,
  target: Target,
  context: ListenerContext,
): Promise<boolean> {
  const { generation, breaker, authenticationMilliseconds: milliseconds } = context;
  const { remoteAddress = "" } = client.socket;
  if (breaker.isOpen(target.reference, remoteAddress)) throw refusal(generation, "blocked");
  const verifier = await context.verifiers.of(tenant, target.role, generation);
  const send = (bytes: Uint8Array): void => void client.socket.write(bytes);
  const proven = await exchange({ messages: client.messages, send, milliseconds }, verifier).catch(
    (error) => {
      throw error instanceof HandshakeTimeoutError ? loginTimeout() : error;
    },
  );
  if (proven !== undefined) {
    send(Buffer.concat([proven, AUTHENTICATED]));
    return true;
  }
  breaker.failed(target.reference, remoteAddress);
  client.messages.discard();
  // Before 2.6 the refusal came inside SASL, where asyncpg looks only for `v=` (supavisor#710).
  closeWith(
    client.socket,
    generation === "before-2.6" ? saslFinal("e=Wrong password") : wrongPassword(target.role).bytes(),
  );
  return false;
}

/** Runs the action when the client's connection is closed, at once where it is closed already. */
function onceClosed(client: Client, act: () => void): void {
  if (client.socket.destroyed) act();
  else client.socket.once("close", act);
}

function sendReady(
  client: Client,
  context: ListenerContext,
  about: { greeting: readonly Buffer[]; key: Buffer; cancel: () => Promise<void> },
): void {
  const name = about.key.subarray(5).toString("hex");
  context.cancels.set(name, about.cancel);
  onceClosed(client, () => context.cancels.delete(name));
  client.socket.write(Buffer.concat([...about.greeting, about.key, READY]));
}

async function serveSession(
  client: Client,
  tenant: Tenant,
  target: Target,
  context: ListenerContext,
): Promise<void> {
  const backend = await context.openBackend(tenant, target);
  if (client.socket.destroyed) {
    backend.socket.destroy();
    return;
  }
  sendReady(client, context, backend);
  relaySession(client, backend);
}

async function serveTransactions(
  client: Client,
  tenant: Tenant,
  target: Target,
  context: ListenerContext,
): Promise<void> {
  const pool = context.pool(tenant, target);
  const greeting = await pool.greeting();
  const { generation, checkoutMilliseconds } = context;
  const relay = new TransactionRelay(client, pool, { generation, checkoutMilliseconds });
  sendReady(client, context, { greeting, key: message("K", randomBytes(8)), cancel: () => relay.cancel() });
}
