import type { Socket } from "node:net";

/** Writes bytes from one socket to another: one write for bytes that came together, no faster than they are read. */
export function forward(from: Socket, to: Socket, bytes: Uint8Array): void {
  if (to.writableCorked === 0) {
    to.cork();
    process.nextTick(() => to.uncork());
  }
  if (to.write(bytes) || from.isPaused()) return;
  from.pause();
  to.once("drain", () => from.resume());
}

const CLOSE_DELAY_MS = 2_000;

/** Writes a last response and closes. The other side gets a moment to read it and to close too. */
export function closeWith(socket: Socket, response: Uint8Array): void {
  if (socket.destroyed) return;
  socket.end(response);
  const timer = setTimeout(() => socket.destroy(), CLOSE_DELAY_MS);
  socket.once("close", () => clearTimeout(timer));
}
