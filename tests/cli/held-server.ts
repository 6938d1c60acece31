import { once } from "node:events";
import {
  request as ask,
  createServer as httpServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/** A server that answers until it is to hold, and then knows whether the one who asked still waits. */
export class HeldServer {
  /** Settles once a question is held. */
  readonly held: Promise<void>;
  private holds: () => void = () => undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    this.held = new Promise((resolve) => {
      this.holds = resolve;
    });
    server.on("connection", (socket: Socket) => {
      this.sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => this.sockets.delete(socket));
    });
  }

  /** Hands every request on to another server, and holds the first whose path matches. */
  static async before(host: string, path: RegExp): Promise<HeldServer> {
    const held: HeldServer = await HeldServer.listening(
      httpServer((asked: IncomingMessage, answer: ServerResponse) => {
        if (path.test(asked.url ?? "")) return held.holds();
        const { origin } = new URL(host);
        const on = ask(`${origin}${asked.url}`, { method: asked.method, headers: asked.headers }, (given) => {
          answer.writeHead(given.statusCode ?? 500, given.headers);
          given.pipe(answer);
        });
        on.on("error", () => answer.destroy());
        asked.pipe(on);
      }),
    );
    return held;
  }

  /** Answers what it is sent in turn by `answers`, and holds what comes after. */
  static async answering(answers: readonly Buffer[]): Promise<HeldServer> {
    const server = createServer((socket) => {
      const left = [...answers];
      socket.on("data", () => {
        const next = left.shift();
        if (next === undefined) held.holds();
        else socket.write(next);
      });
    });
    const held: HeldServer = await HeldServer.listening(server);
    return held;
  }

  private static async listening(server: Server): Promise<HeldServer> {
    const held = new HeldServer(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return held;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** How many connections are open. */
  get open(): number {
    return this.sockets.size;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}
