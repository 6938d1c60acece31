import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import { openBackend } from "./backend";
import { BackendPool } from "./backend-pool";
import { makeCertificate } from "./certificate";
import { converse, type House, type Mode } from "./conversation";
import type { Generation } from "./refusals";
import type { Target, Tenant } from "./tenant";

/** An embedded Supavisor in front of real PostgreSQL servers. */
export interface Pooler {
  readonly sessionPort: number;
  readonly transactionPort: number;
  /** PEM of the private authority that signed the pooler's certificate. */
  readonly caCertificate: string;
  stop(): Promise<void>;
}

export interface PoolerOptions {
  /** The servers by project reference. */
  readonly tenants: Readonly<Record<string, Tenant>>;
  /** Host names the certificate is for, beside localhost. */
  readonly hosts?: readonly string[];
  /** @default current */
  readonly generation?: Generation;
  /** Whether a client must come by TLS (Supabase's "Enforce SSL"). @default false */
  readonly requireTls?: boolean;
  /** Backends per role and database. @default 15, Supabase's for its small sizes */
  readonly poolSize?: number;
  /** How long a transaction waits for a backend. @default 60000 */
  readonly checkoutMilliseconds?: number;
}

/** Starts both listeners on free ports of 127.0.0.1. */
export async function startPooler(options: PoolerOptions): Promise<Pooler> {
  const certificate = await makeCertificate(["localhost", ...(options.hosts ?? [])]);
  const secureContext = createSecureContext({ key: certificate.key, cert: certificate.certificate });
  const shared = sharedHouse(options);
  const sockets = new Set<Socket>();
  const listen = (mode: Mode): Promise<Server> => {
    const house: House = { ...shared, mode, secureContext };
    return listening((socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      void converse(socket, house);
    });
  };
  const servers = [await listen("session"), await listen("transaction")];
  const [sessionPort = 0, transactionPort = 0] = servers.map(portOf);
  return {
    sessionPort,
    transactionPort,
    caCertificate: certificate.authority,
    stop: async () => {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
      shared.endPools();
      await Promise.all(servers.filter((server) => server.listening).map((server) => once(server, "close")));
    },
  };
}

function sharedHouse(
  options: PoolerOptions,
): Omit<House, "mode" | "secureContext"> & { endPools: () => void } {
  const { poolSize = 15, checkoutMilliseconds = 60_000 } = options;
  const pools = new Map<string, BackendPool>();
  const sessions = new Map<string, number>();
  const backends = new Set<Socket>();
  return {
    generation: options.generation ?? "current",
    requireTls: options.requireTls ?? false,
    poolSize,
    checkoutMilliseconds,
    cancels: new Map(),
    tenant: (reference) =>
      Object.hasOwn(options.tenants, reference) ? options.tenants[reference] : undefined,
    pool: (tenant, target) => {
      const known = pools.get(nameOf(target));
      if (known !== undefined) return known;
      const connect = async () => {
        const backend = await openBackend(tenant, target);
        backends.add(backend.socket);
        backend.socket.once("close", () => backends.delete(backend.socket));
        return backend;
      };
      const pool = new BackendPool({ size: poolSize, checkoutMilliseconds, connect });
      pools.set(nameOf(target), pool);
      return pool;
    },
    enterSession: (target) => {
      const name = nameOf(target);
      const present = sessions.get(name) ?? 0;
      if (present >= poolSize) return undefined;
      sessions.set(name, present + 1);
      return () => void sessions.set(name, (sessions.get(name) ?? 1) - 1);
    },
    endPools: () => {
      for (const socket of backends) socket.destroy();
    },
  };
}

const nameOf = (target: Target): string => JSON.stringify([target.reference, target.role, target.database]);

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
