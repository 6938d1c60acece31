import { createServer } from "node:http2";

const CANCEL = "/pulumirpc.ResourceProvider/Cancel";
const cancelled = new AbortController();
let listening = false;

/**
 * Aborted when Pulumi asks this provider's process to cancel, which it does at the first SIGINT. Pulumi's dynamic
 * provider answers that call and does nothing else (sdk/nodejs/cmd/dynamic-provider: `cancel`), and starts in a process
 * group of its own, so that no signal arrives either: the call itself is listened for, where the HTTP/2 server of
 * this process hands it on.
 */
export function cancellation(): AbortSignal {
  if (listening) return cancelled.signal;
  listening = true;
  const server: { emit(event: string | symbol, ...values: unknown[]): boolean } = Object.getPrototypeOf(
    createServer(),
  );
  const { emit } = server;
  server.emit = function (this: unknown, event, ...values) {
    const headers = values[1] as Readonly<Record<string, unknown>> | undefined;
    if (event === "stream" && headers?.[":path"] === CANCEL) {
      cancelled.abort(
        new Error("The verification was cancelled: nothing is proven, and the deploy goes on."),
      );
    }
    return emit.call(this as never, event, ...values);
  };
  return cancelled.signal;
}
