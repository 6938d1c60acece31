import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import { makeCertificate } from "./certificate";
import { converse, type Mode } from "./conversation";
import { openHouse } from "./house";
import type { Generation } from "./refusals";
import type { Tenant } from "./tenant";

/** An embedded Supavisor in front of real PostgreSQL servers. */
export interface Pooler {
  readonly sessionPort: number;
  readonly transactionPort: number;
  /** PEM of the private authority that signed the pooler's certificate. */
  readonly caCertificate: string;
  /** Ends every connection, on both sides. A second call waits for the first. */
  stop(): Promise<void>;
}

export interface PoolerOptions {
  /** The servers by project reference; what is added or removed later holds for the next login. */
  readonly tenants: Readonly<Record<string, Tenant>>;
  /** Host names the certificate is for, beside localhost. */
  readonly hosts?: readonly string[];
  /** @default current */
  readonly generation?: Generation;
  /**
   * Refused passwords of one project and address after which nobody is let in for two minutes; Supavisor's ten.
   * @default never, so that a rehearsal that is repeated meets the same refusal each time
   */
  readonly authenticationFailures?: number;
  /** Whether a client must come by TLS (Supabase's "Enforce SSL"). @default false */
  readonly requireTls?: boolean;
  /** Backends per role and database. @default 15, Supabase's for its small sizes */
  readonly poolSize?: number;
  /** Clients per role and database in transaction mode. @default 200, Supabase's for its small sizes */
  readonly maxClients?: number;
  /** How long a transaction waits for a backend. @default 60000 */
  readonly checkoutMilliseconds?: number;
  /** How long a client may take until its startup packet is whole. @default 5000, Supavisor's */
  readonly handshakeMilliseconds?: number;
  /** How long each message of a login may take. @default 15000, Supavisor's */
  readonly authenticationMilliseconds?: number;
}

/** Starts both listeners on free ports of 127.0.0.1. */
export async function startPooler(options: PoolerOptions): Promise<Pooler> {
  const certificate = await makeCertificate(["localhost", ...(options.hosts ?? [])]);
  const secureContext = createSecureContext({ key: certificate.key, cert: certificate.certificate });
  const house = openHouse(options);
  const sockets = new Set<Socket>();
  const conversations = new Set<Promise<void>>();
  const listen = (mode: Mode): Promise<Server> =>
    listening((socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      const conversation = converse(socket, { ...house, mode, secureContext });
      conversations.add(conversation);
      void conversation.finally(() => conversations.delete(conversation));
    });
  const servers = [await listen("session"), await listen("transaction")];
  const [sessionPort = 0, transactionPort = 0] = servers.map(portOf);
  const stop = async (): Promise<void> => {
    const closed = servers.map((server) => new Promise((done) => server.close(done)));
    for (const socket of sockets) socket.destroy();
    await house.close(() => Promise.all(conversations));
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
