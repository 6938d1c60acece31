import type { Socket } from "node:net";
import { type Backend, DatabaseRefusal } from "./backend";
import type { BackendPool } from "./backend-pool";
import { type Messages, typeOf } from "./messages";
import { type Generation, Refusal, refusal } from "./refusals";

export interface Client {
  readonly socket: Socket;
  readonly messages: Messages;
}

/** Session mode: one backend for as long as the client stays, and byte for byte what it says. */
export function relaySession(client: Client, backend: Backend): void {
  client.socket.once("close", () => backend.socket.destroy());
  backend.socket.once("close", () => client.socket.end());
  client.messages.handTo((bytes) => backend.socket.write(bytes));
  backend.messages.handTo((bytes) => client.socket.write(bytes));
}

const TERMINATE = "X";
/** Messages that the server answers with ReadyForQuery. */
const ENDS_IN_READY = new Set(["Q", "S", "F"]);
const IDLE = "I".charCodeAt(0);

/**
 * Transaction mode: a backend is lent when the client begins to speak and taken back when the server
 * says that it is ready and outside a transaction. Named prepared statements stay behind on the backend,
 * which is what breaks drivers that keep them.
 */
export class TransactionRelay {
  private backend: Backend | undefined;
  private leasing = false;
  private held: Buffer[] = [];
  private expectedReady = 0;
  private unsynced = false;

  constructor(
    private readonly client: Client,
    private readonly pool: BackendPool,
    private readonly settings: { readonly generation: Generation; readonly checkoutMilliseconds: number },
  ) {
    client.messages.handTo((bytes) => this.fromClient(bytes));
    client.socket.once("close", () => this.drop());
  }

  /** The backend that works for the client now, for a cancel request. */
  get current(): Backend | undefined {
    return this.backend;
  }

  private fromClient(bytes: Buffer): void {
    const type = typeOf(bytes);
    if (type === TERMINATE) {
      this.client.socket.end();
      return;
    }
    if (ENDS_IN_READY.has(type)) this.expectedReady += 1;
    this.unsynced = !ENDS_IN_READY.has(type) && !"dcf".includes(type);
    if (this.backend !== undefined) {
      this.backend.socket.write(bytes);
      return;
    }
    this.held.push(bytes);
    if (!this.leasing) void this.lease();
  }

  private async lease(): Promise<void> {
    this.leasing = true;
    try {
      const backend = await this.pool.lease();
      const { generation, checkoutMilliseconds } = this.settings;
      if (backend === undefined) throw refusal(generation, "checkoutTimeout", checkoutMilliseconds);
      this.attach(backend);
    } catch (error) {
      this.client.socket.end(lastWord(error));
    } finally {
      this.leasing = false;
    }
  }

  private attach(backend: Backend): void {
    if (this.client.socket.destroyed) {
      this.pool.giveBack(backend);
      return;
    }
    this.backend = backend;
    backend.messages.handTo((bytes) => this.fromServer(backend, bytes));
    for (const bytes of this.held.splice(0)) backend.socket.write(bytes);
  }

  private fromServer(backend: Backend, bytes: Buffer): void {
    this.client.socket.write(bytes);
    if (typeOf(bytes) !== "Z") return;
    this.expectedReady -= 1;
    if (this.expectedReady > 0 || this.unsynced || bytes[5] !== IDLE) return;
    this.backend = undefined;
    backend.messages.handTo(() => {}); // What a server says between transactions is for nobody.
    this.pool.giveBack(backend);
  }

  /** A client that leaves in the middle of a transaction costs its backend, so that the transaction rolls back. */
  private drop(): void {
    this.backend?.socket.destroy();
  }
}

/** The bytes that tell a client why its conversation ends. */
export function lastWord(error: unknown): Uint8Array {
  if (error instanceof Refusal) return error.bytes();
  if (error instanceof DatabaseRefusal) return error.response;
  return new Refusal(`(EINTERNAL) ${error instanceof Error ? error.message : String(error)}`).bytes();
}
