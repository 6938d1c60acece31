import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Running } from "../processes/launch";
import { rested } from "../processes/rested";

/** A request whose body the service reads: it is in flight as long as its last byte is held back. */
export interface HeldRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** At least one byte. */
  readonly body: string;
}

/** What became of the request. `early`: it was answered without its body, so it was not in flight. */
export type HeldAnswer = "answered" | "lost" | "early";

/** The service has begun with a request that was sent, or noticed a signal, where it then rested as long as this. */
const NOTICE_MS = 300;

/** Sends all of a request but its last byte. */
export class RequestInFlight {
  private received = "";
  private ended = false;

  private constructor(
    private readonly socket: Socket,
    private readonly last: Buffer,
    private readonly service: Pick<Running, "processes">,
  ) {
    socket.on("data", (data) => {
      this.received += data.toString("latin1");
    });
    // The end says all: a connection that is reset was not answered, or was answered before.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.ended = true;
    });
  }

  /** @throws Error where the service takes no connection */
  static async send(
    { port, running }: { readonly port: number; readonly running: Pick<Running, "processes"> },
    host: string,
    request: HeldRequest,
  ): Promise<RequestInFlight> {
    const socket = connect({ host: "127.0.0.1", port });
    await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    const bytes = Buffer.from(request.body);
    const head = {
      ...request.headers,
      Host: host,
      "Content-Length": String(bytes.length),
      Connection: "close",
    };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
    socket.write([`${request.method} ${request.path} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
    socket.write(bytes.subarray(0, -1));
    const held = new RequestInFlight(socket, bytes.subarray(-1), running);
    await rested(running.processes, NOTICE_MS, () => held.received !== "" || held.ended);
    return held;
  }

  /** Sends the last byte once the service has noticed its signal, and waits for the end of the answer, as long as the signal lets it. */
  async finish(signal: AbortSignal): Promise<HeldAnswer> {
    if (this.received !== "") {
      this.socket.destroy();
      return "early";
    }
    await rested(this.service.processes, NOTICE_MS, () => this.ended || signal.aborted);
    if (!this.ended) this.socket.write(this.last);
    while (!this.ended && !signal.aborted) await delay(20);
    this.socket.destroy();
    return /^HTTP\/1\.[01] \d{3}/.test(this.received) ? "answered" : "lost";
  }
}
