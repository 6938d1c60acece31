import { connect } from "node:net";

/** Between two attempts to reach a peer whose connection ended, in milliseconds. */
const AGAIN = 500;

/**
 * Calls `onGone` once, within two seconds after the process that listens at `address` (HOST:PORT) has ended, also by
 * SIGKILL. A connection is held for that; a peer that closes it, as one may that hears nothing, is asked again. Keeps
 * no process running by itself.
 *
 * @returns what ends the watch
 */
export function watchPeer(address: string, onGone: () => void): () => void {
  const cut = address.lastIndexOf(":");
  const target = {
    host: address.slice(0, cut).replace(/^\[|\]$/g, ""),
    port: Number(address.slice(cut + 1)),
  };
  let ended = false;
  let refusals = 0;
  let timer: NodeJS.Timeout | undefined;
  let close = (): void => undefined;
  const hold = (): void => {
    let connected = false;
    const socket = connect(target);
    socket.unref();
    socket.on("connect", () => {
      connected = true;
      refusals = 0;
    });
    socket.on("error", () => undefined);
    socket.resume();
    socket.on("close", () => {
      if (ended) return;
      // Twice: one refusal may be a queue that is full for a moment.
      if (!connected && ++refusals >= 2) {
        ended = true;
        onGone();
        return;
      }
      timer = setTimeout(hold, AGAIN).unref();
    });
    close = () => socket.destroy();
  };
  hold();
  return () => {
    ended = true;
    clearTimeout(timer);
    close();
  };
}
