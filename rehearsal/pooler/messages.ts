import type { Socket } from "node:net";

const LONGEST_START = 10_000; // PostgreSQL's own limit for a startup packet.

/**
 * Cuts a socket's bytes into whole protocol messages: first taken one by one, as a handshake needs them,
 * later handed over to a relay.
 */
export class Messages {
  private buffered: Buffer = Buffer.alloc(0);
  private started = false;
  private ended = false;
  private waiting: (() => void) | undefined;
  private receiver: ((message: Buffer) => void) | undefined;
  private readonly onData = (bytes: Buffer): void => {
    this.buffered = this.buffered.length === 0 ? bytes : Buffer.concat([this.buffered, bytes]);
    this.deliver();
  };
  private readonly onClose = (): void => {
    this.ended = true;
    this.waiting?.();
  };

  constructor(private readonly socket: Socket) {
    socket.on("data", this.onData).on("close", this.onClose).on("end", this.onClose);
  }

  /** The next message, or undefined when the other side has gone. */
  async take(): Promise<Buffer | undefined> {
    for (;;) {
      const message = this.cut();
      if (message !== undefined) return message;
      if (this.ended) return undefined;
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
  }

  /** From here on messages carry a type byte before their length. */
  start(): void {
    this.started = true;
  }

  /** Gives every message from here on to the receiver. */
  handTo(receiver: (message: Buffer) => void): void {
    this.receiver = receiver;
    this.deliver();
  }

  /** Stops reading the socket, for TLS to take it over. */
  release(): void {
    this.socket.off("data", this.onData).off("close", this.onClose).off("end", this.onClose);
  }

  private deliver(): void {
    if (this.receiver === undefined) {
      this.waiting?.();
      return;
    }
    for (let message = this.cut(); message !== undefined; message = this.cut()) this.receiver(message);
  }

  private cut(): Buffer | undefined {
    const typeLength = this.started ? 1 : 0;
    if (this.buffered.length < typeLength + 4) return undefined;
    const length = typeLength + this.buffered.readUInt32BE(typeLength);
    if (!this.started && length > LONGEST_START) {
      this.socket.destroy();
      return undefined;
    }
    if (this.buffered.length < length) return undefined;
    const message = this.buffered.subarray(0, length);
    this.buffered = this.buffered.subarray(length);
    return message;
  }
}

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

/** What a client says first, before any message has a type byte. */
export type Opening =
  | { readonly kind: "ssl" | "gss" }
  | { readonly kind: "cancel"; readonly key: string }
  | { readonly kind: "startup"; readonly parameters: Readonly<Record<string, string>> };

/** https://www.postgresql.org/docs/current/protocol-message-formats.html */
export function openingOf(bytes: Buffer): Opening {
  const code = bytes.readUInt32BE(4);
  if (code === 80_877_103) return { kind: "ssl" };
  if (code === 80_877_104) return { kind: "gss" };
  if (code === 80_877_102) return { kind: "cancel", key: bytes.subarray(8).toString("hex") };
  const words = bytes.subarray(8).toString("utf8").split("\0");
  const parameters: Record<string, string> = {};
  for (let at = 0; words[at]; at += 2) parameters[words[at] ?? ""] = words[at + 1] ?? "";
  return { kind: "startup", parameters };
}
