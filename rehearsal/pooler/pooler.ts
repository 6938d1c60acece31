import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import { makeCertificate } from "../certificate";
import { handleConnection } from "./connection";
import { createContext } from "./context";
import type { Mode, PoolerOptions } from "./options";

/** An embedded Supavisor in front of real PostgreSQL servers. */
export interface Pooler {
  readonly sessionPort: number;
  readonly transactionPort: number;
  /** PEM of the private authority that signed the pooler's certificate. */
  readonly caCertificate: string;
  /** Ends every connection, on both sides. A second call waits for the first. */
  stop(): Promise<void>;
}

/** Starts both listeners on free ports of 127.0.0.1. */
export async function startPooler(options: PoolerOptions): Promise<Pooler> {
  const certificate = await makeCertificate(["localhost", ...(options.hosts ?? [])]);
  const secureContext = createSecureContext({ key: certificate.key, cert: certificate.certificate });
  const context = createContext(options);
  const sockets = new Set<Socket>();
  const connections = new Set<Promise<void>>();
  const listen = (mode: Mode): Promise<Server> =>
    listening((socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      const connection = handleConnection(socket, { ...context, mode, secureContext });
      connections.add(connection);
      void connection.finally(() => connections.delete(connection));
    });
  const servers = [await listen("session"), await listen("transaction")];
  const [sessionPort = 0, transactionPort = 0] = servers.map(portOf);
  const stop = async (): Promise<void> => {
    const closed = servers.map((server) => new Promise((done) => server.close(done)));
    for (const socket of sockets) socket.destroy();
    await context.close(() => Promise.all(connections));
    await Promise.all(closed);
  };
  let stopped: Promise<void> | undefined;
  return {
    sessionPort,
    transactionPort,
    caCertificate: certificate.authority,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function listening(onSocket: (socket: Socket) => void): Promise<Server> {
  const server = createServer({ noDelay: true }, onSocket).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The pooler has no port.");
  return address.port;
}
