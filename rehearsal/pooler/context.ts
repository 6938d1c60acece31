import { once } from "node:events";
import type { SecureContext } from "node:tls";
import { type Backend, openBackend } from "./backend";
import { BackendPool } from "./backend-pool";
import { CircuitBreaker } from "./circuit-breaker";
import type { Mode, PoolerOptions } from "./options";
import type { Generation } from "./refusals";
import { poolName, type Target, type Tenant } from "./tenant";
import { Verifiers } from "./verifier";

/** What the two listeners of one pooler share. */
export interface PoolerContext {
  readonly generation: Generation;
  readonly requireTls: boolean;
  readonly poolSize: number;
  readonly maxClients: number;
  readonly checkoutMilliseconds: number;
  readonly handshakeMilliseconds: number;
  readonly authenticationMilliseconds: number;
  readonly verifiers: Verifiers;
  readonly breaker: CircuitBreaker;
  readonly tenant: (reference: string) => Tenant | undefined;
  readonly pool: (tenant: Tenant, target: Target) => BackendPool;
  /** Opens a backend that is closed with the pooler. */
  readonly openBackend: (tenant: Tenant, target: Target) => Promise<Backend>;
  /** Takes a client's slot and returns its release; undefined when the mode's limit is reached. */
  readonly acquireSlot: (mode: Mode, target: Target) => (() => void) | undefined;
  /** Cancels the query of the client with that key. */
  readonly cancels: Map<string, () => Promise<void>>;
  /** @param connections settles when every client's connection has ended */
  readonly close: (connections: () => Promise<unknown>) => Promise<void>;
}

/** What all connections of one listener share. */
export interface ListenerContext extends PoolerContext {
  readonly mode: Mode;
  readonly secureContext: SecureContext;
}

/** Creates the pools and counters that both modes share. */
export function createContext(options: PoolerOptions): PoolerContext {
  const { poolSize = 15, maxClients = 200, checkoutMilliseconds = 60_000 } = options;
  const pools = new Map<string, BackendPool>();
  const backends = new Backends();
  const verifiers = new Verifiers();
  return {
    generation: options.generation ?? "current",
    requireTls: options.requireTls ?? false,
    poolSize,
    maxClients,
    checkoutMilliseconds,
    handshakeMilliseconds: options.handshakeMilliseconds ?? 5_000,
    authenticationMilliseconds: options.authenticationMilliseconds ?? 15_000,
    verifiers,
    breaker: new CircuitBreaker(options.authenticationFailures),
    cancels: new Map(),
    tenant: (reference) =>
      Object.hasOwn(options.tenants, reference) ? options.tenants[reference] : undefined,
    openBackend: (tenant, target) => backends.open(tenant, target),
    pool: (tenant, target) => {
      const name = poolName(target);
      const connect = (): Promise<Backend> => backends.open(tenant, target);
      const pool = pools.get(name) ?? new BackendPool({ size: poolSize, checkoutMilliseconds, connect });
      pools.set(name, pool);
      return pool;
    },
    acquireSlot: slotCounter({ session: poolSize, transaction: maxClients }),
    close: async (connections) => {
      for (const pool of pools.values()) pool.close();
      await backends.close();
      await verifiers.close();
      await connections();
    },
  };
}

function slotCounter(limits: Readonly<Record<Mode, number>>): PoolerContext["acquireSlot"] {
  const present = new Map<string, number>();
  return (mode, target) => {
    const name = mode + poolName(target);
    const count = present.get(name) ?? 0;
    if (count >= limits[mode]) return undefined;
    present.set(name, count + 1);
    return () => void present.set(name, (present.get(name) ?? 1) - 1);
  };
}

/** All open backends of the pooler. */
class Backends {
  private readonly present = new Set<Backend>();
  private closed = false;

  async open(tenant: Tenant, target: Target): Promise<Backend> {
    const backend = await openBackend(tenant, target);
    this.present.add(backend);
    backend.socket.once("close", () => this.present.delete(backend));
    if (!this.closed) return backend;
    backend.socket.destroy();
    throw new Error("The pooler is stopping.");
  }

  /** A busy backend notices a closed connection only when it answers, so its query is cancelled first. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(
      [...this.present].map(async (backend) => {
        await backend.cancel();
        if (backend.socket.destroyed) return;
        backend.socket.destroy();
        await once(backend.socket, "close");
      }),
    );
  }
}
