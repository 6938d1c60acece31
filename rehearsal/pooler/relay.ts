import type { Socket } from "node:net";
import { type Backend, DatabaseRefusal } from "./backend";
import type { BackendPool } from "./backend-pool";
import { closeWith, forward } from "./flow";
import { type Messages, message, typeOf } from "./messages";
import { type Generation, Refusal, refusal } from "./refusals";

export interface Client {
  readonly socket: Socket;
  readonly messages: Messages;
}

/** Session mode: one backend for as long as the client is connected; bytes are passed on unchanged. */
export function relaySession(client: Client, backend: Backend): void {
  client.socket.once("close", () => backend.socket.destroy());
  backend.socket.once("close", () => closeWith(client.socket, Buffer.alloc(0)));
  backend.socket.write(client.messages.release());
  client.socket.write(backend.messages.release());
  client.socket.pipe(backend.socket);
  backend.socket.pipe(client.socket);
}

const TERMINATE = "X";
const SYNC = "S";
/** Messages that the server answers with ReadyForQuery: Query, Sync, FunctionCall. */
const ENDS_IN_READY = new Set(["Q", SYNC, "F"]);
/** CopyDone and CopyFail. */
const ENDS_COPY = new Set(["c", "f"]);
/** Messages that an idle server ignores: it drops copy data after a refused COPY, and has nothing to flush. */
const ASKS_NOTHING = new Set(["d", "c", "f", "H"]);
const IDLE = "I".charCodeAt(0);
const READY = message("Z", "I");

/**
 * Transaction mode: a client gets a backend with its first message, and loses it when the server is ready and outside a
 * transaction. Named prepared statements stay on the backend, which breaks drivers that rely on them.
 */
export class TransactionRelay {
  private backend: Backend | undefined;
  private leasing = false;
  private over = false;
  private held: Buffer[] = [];
  /** What the server has yet to answer with ReadyForQuery, by message type. */
  private outstanding: string[] = [];
  /** Whether messages of the extended protocol went out that no Sync has closed yet. */
  private unsynced = false;
  /** Whether the server takes copy data, and ignores Sync meanwhile. */
  private copying = false;
  private cancelling: Promise<void> = Promise.resolve();
  private readonly onBackendClose = (): void => this.end(Buffer.alloc(0));

  constructor(
    private readonly client: Client,
    private readonly pool: BackendPool,
    private readonly settings: { readonly generation: Generation; readonly checkoutMilliseconds: number },
  ) {
    // A client that disconnects inside a transaction ends its backend too, so that the transaction rolls back.
    client.socket.once("close", () => this.backend?.socket.destroy());
    client.messages.handTo((bytes) => this.fromClient(bytes));
  }

  /** Cancels the client's query. No other client gets its backend before the server has received that. */
  cancel(): Promise<void> {
    if (this.backend !== undefined) this.cancelling = this.backend.cancel();
    return this.cancelling;
  }

  private fromClient(bytes: Buffer): void {
    const type = typeOf(bytes);
    if (this.over) return;
    if (type === TERMINATE) {
      this.end(Buffer.alloc(0));
      return;
    }
    if (this.backend === undefined && !this.leasing) {
      if (ASKS_NOTHING.has(type)) return;
      if (type === SYNC) {
        this.client.socket.write(READY); // Supavisor answers it itself too (client_handler.ex, state idle).
        return;
      }
    }
    this.count(type);
    if (this.backend !== undefined) {
      forward(this.client.socket, this.backend.socket, bytes);
      return;
    }
    this.held.push(bytes);
    if (!this.leasing) void this.lease();
  }

  private count(type: string): void {
    if (this.copying) {
      this.copying = !ENDS_COPY.has(type);
      return;
    }
    if (ENDS_IN_READY.has(type)) {
      this.outstanding.push(type);
      this.unsynced = false;
    } else if (!ASKS_NOTHING.has(type)) this.unsynced = true;
  }

  private async lease(): Promise<void> {
    this.leasing = true;
    try {
      const backend = await this.pool.lease();
      const { generation, checkoutMilliseconds } = this.settings;
      if (backend === undefined) throw refusal(generation, "checkoutTimeout", checkoutMilliseconds);
      this.attach(backend);
    } catch (error) {
      this.end(errorResponse(error));
    } finally {
      this.leasing = false;
    }
  }

  private attach(backend: Backend): void {
    if (this.over || this.client.socket.destroyed) {
      this.pool.giveBack(backend);
      return;
    }
    this.backend = backend;
    backend.socket.once("close", this.onBackendClose);
    backend.messages.handTo((bytes) => this.fromServer(backend, bytes));
    for (const bytes of this.held.splice(0)) forward(this.client.socket, backend.socket, bytes);
  }

  private fromServer(backend: Backend, bytes: Buffer): void {
    forward(backend.socket, this.client.socket, bytes);
    const type = typeOf(bytes);
    if (type === "E") this.copying = false;
    if (type === "G" || type === "W") this.beginCopy();
    if (type !== "Z") return;
    this.outstanding.shift();
    if (this.outstanding.length === 0 && !this.unsynced && bytes[5] === IDLE) this.detach(backend);
  }

  /** Only the Query that began the copy, or a Sync yet to come after it, will be answered: a Sync sent so far is not. */
  private beginCopy(): void {
    this.copying = true;
    this.outstanding = this.outstanding[0] === "Q" ? ["Q"] : [];
  }

  private detach(backend: Backend): void {
    this.backend = undefined;
    backend.socket.off("close", this.onBackendClose);
    backend.messages.handTo(() => {}); // No client gets what a server sends between transactions.
    backend.socket.resume(); // The previous client may have paused the socket.
    void this.cancelling.then(() => this.pool.giveBack(backend));
  }

  private end(response: Uint8Array): void {
    this.over = true;
    this.held = [];
    closeWith(this.client.socket, response);
  }
}

/** The bytes that say to a client why its connection ends. */
export function errorResponse(error: unknown): Uint8Array {
  if (error instanceof Refusal) return error.bytes();
  if (error instanceof DatabaseRefusal) return error.response;
  return new Refusal(`(EINTERNAL) ${error instanceof Error ? error.message : String(error)}`).bytes();
}
