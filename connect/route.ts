import { Socket } from "node:net";

/** Whether a TCP connection to one address opens from this machine. */
export interface RouteReport {
  readonly family: 4 | 6;
  readonly address: string;
  readonly outcome: "open" | "closed" | "no route" | "no answer";
  /** The system's code, where it does not open. */
  readonly code?: string;
  /** Until it was open. */
  readonly milliseconds?: number;
}

const NO_ROUTE = new Set(["ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT"]);

/** Opens and closes one TCP connection, within `timeout` milliseconds. Never throws. */
export function askRoute(
  { address, family, port }: { readonly address: string; readonly family: 4 | 6; readonly port: number },
  timeout: number,
  signal: AbortSignal,
): Promise<RouteReport> {
  const started = performance.now();
  return new Promise((resolve) => {
    const socket = new Socket();
    const end = (outcome: RouteReport["outcome"], more: Pick<RouteReport, "code" | "milliseconds"> = {}) => {
      signal.removeEventListener("abort", stop);
      socket.destroy();
      resolve({ family, address, outcome, ...more });
    };
    const stop = () => end("no answer", { code: "ABORTED" });
    signal.addEventListener("abort", stop, { once: true });
    socket.setTimeout(timeout, () => end("no answer", { code: "ETIMEDOUT" }));
    socket.once("connect", () => end("open", { milliseconds: Math.round(performance.now() - started) }));
    socket.once("error", ({ code = "unknown" }: NodeJS.ErrnoException) =>
      end(NO_ROUTE.has(code) ? "no route" : code === "ETIMEDOUT" ? "no answer" : "closed", { code }),
    );
    socket.connect({ host: address, port, family });
  });
}
