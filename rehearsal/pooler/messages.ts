import type { Socket } from "node:net";
import { LONGEST_TIMER } from "../../system";

/** The longest startup packet that Supavisor takes (lib/supavisor/errors/startup_packet_too_large_error.ex). */
export const MAX_STARTUP_LENGTH = 1024;
/** PostgreSQL's own limit for a message of a login (PG_MAX_AUTH_TOKEN_LENGTH, src/backend/libpq/auth.c). */
const MAX_LOGIN_LENGTH = 65_535;
/** PostgreSQL's own limit for any other message (PQ_LARGE_MESSAGE_LIMIT, src/include/libpq/libpq.h). */
const MAX_LENGTH = 0x3fff_fffe;

/** The phase of a connection: before its startup packet, during its login, and after it. */
type Phase = "opening" | "login" | "relay";

/** A message states a length that no message can have. */
export class MalformedMessage extends Error {
  constructor(
    readonly length: number,
    readonly phase: Phase,
  ) {
    super(`A message states a length of ${length} bytes.`);
    this.name = "MalformedMessage";
  }
}

/** The client sent no complete message in time. */
export class HandshakeTimeoutError extends Error {
  constructor() {
    super("No message came in time.");
    this.name = "Silence";
  }
}

/**
 * Splits a socket's bytes into complete protocol messages. A handshake takes them one by one; later a relay receives
 * them, or the raw bytes are released.
 */
export class Messages {
  private chunks: Buffer[] = [];
  private size = 0;
  private phase: Phase = "opening";
  private ended = false;
  private waiting: (() => void) | undefined;
  private receiver: ((message: Buffer) => void) | undefined;
  private readonly onData = (bytes: Buffer): void => {
    this.chunks.push(bytes);
    this.size += bytes.length;
    this.deliver();
  };
  private readonly onClose = (): void => {
    this.ended = true;
    this.waiting?.();
  };

  constructor(private readonly socket: Socket) {
    socket.on("data", this.onData).on("close", this.onClose).on("end", this.onClose);
  }

  /**
   * The next message, or undefined when the other side has gone.
   * @throws HandshakeTimeoutError when it is not complete within that many milliseconds, MalformedMessage when it
   * cannot become complete
   */
  async take(milliseconds = LONGEST_TIMER): Promise<Buffer | undefined> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const message = this.cut();
      if (message !== undefined) return message;
      if (this.ended) return undefined;
      await this.more(deadline - Date.now());
    }
  }

  /** From here on messages carry a type byte before their length. */
  start(): void {
    this.phase = "login";
  }

  /** Gives every message from here on to the receiver; a malformed one ends the connection. */
  handTo(receiver: (message: Buffer) => void): void {
    this.phase = "relay";
    this.receiver = receiver;
    this.deliver();
  }

  /** Stops reading the socket, for another to take it over. @returns what was read and not taken */
  release(): Buffer {
    this.socket.off("data", this.onData).off("close", this.onClose).off("end", this.onClose).pause();
    return Buffer.concat(this.chunks.splice(0));
  }

  /** Reads and drops everything until the connection ends. */
  discard(): void {
    this.release();
    this.socket.resume();
  }

  private more(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new HandshakeTimeoutError()), Math.max(0, milliseconds));
      this.waiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private deliver(): void {
    if (this.receiver === undefined) {
      this.waiting?.();
      return;
    }
    try {
      for (let message = this.cut(); message !== undefined; message = this.cut()) this.receiver(message);
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      this.chunks = [];
      this.socket.destroy();
    }
  }

  private cut(): Buffer | undefined {
    const typeLength = this.phase === "opening" ? 0 : 1;
    const head = this.head(typeLength + 4);
    if (head === undefined) return undefined;
    const length = head.readUInt32BE(typeLength);
    const [shortest, longest] = LENGTHS[this.phase];
    if (length < shortest || length > longest) throw new MalformedMessage(length, this.phase);
    return this.size < typeLength + length ? undefined : this.shift(typeLength + length);
  }

  private head(length: number): Buffer | undefined {
    if (this.size < length) return undefined;
    if ((this.chunks[0]?.length ?? 0) < length) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0];
  }

  /** Joins a long message's chunks when it is complete, so that its bytes are copied once. */
  private shift(length: number): Buffer {
    const [first = Buffer.alloc(0), ...rest] = this.chunks;
    const bytes = first.length >= length ? first : Buffer.concat(this.chunks);
    const left = bytes === first ? rest : [];
    this.chunks = bytes.length > length ? [bytes.subarray(length), ...left] : left;
    this.size -= length;
    return bytes.subarray(0, length);
  }
}

/** The shortest and the longest length that a message may state; it counts its own four bytes. */
const LENGTHS = {
  opening: [8, MAX_STARTUP_LENGTH],
  login: [4, MAX_LOGIN_LENGTH],
  relay: [4, MAX_LENGTH],
} as const;

/** One backend or frontend message: type, length, body. */
export function message(type: string, ...parts: (Buffer | string | number)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => bytesOf(part)));
  const head = Buffer.alloc(5, type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function bytesOf(part: Buffer | string | number): Buffer {
  if (typeof part !== "number") return Buffer.from(part);
  const word = Buffer.alloc(4);
  word.writeUInt32BE(part >>> 0);
  return word;
}

/** The type letter of a message. */
export const typeOf = (bytes: Buffer): string => String.fromCharCode(bytes[0] ?? 0);

const PROTOCOL_3_0 = 196_608;

/** A startup message with its parameters. */
export function startup(parameters: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(parameters).map(([key, value]) => `${key}\0${value}\0`);
  const body = Buffer.concat([bytesOf(PROTOCOL_3_0), Buffer.from(`${pairs.join("")}\0`)]);
  return Buffer.concat([bytesOf(body.length + 4), body]);
}

/** A client's first packet, which has no type byte. */
export type FirstPacket =
  | { readonly kind: "ssl" | "gss" }
  | { readonly kind: "cancel"; readonly key: string }
  | { readonly kind: "startup"; readonly parameters: Readonly<Record<string, string>> };

/** https://www.postgresql.org/docs/current/protocol-message-formats.html */
export function parseFirstPacket(bytes: Buffer): FirstPacket {
  const code = bytes.readUInt32BE(4);
  if (code === 80_877_103) return { kind: "ssl" };
  if (code === 80_877_104) return { kind: "gss" };
  if (code === 80_877_102) return { kind: "cancel", key: bytes.subarray(8).toString("hex") };
  const words = bytes.subarray(8).toString("utf8").split("\0");
  const pairs: [string, string][] = [];
  for (let at = 0; words[at]; at += 2) pairs.push([words[at] ?? "", words[at + 1] ?? ""]);
  return { kind: "startup", parameters: Object.fromEntries(pairs) };
}
