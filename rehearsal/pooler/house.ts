import { once } from "node:events";
import { type Backend, openBackend } from "./backend";
import { BackendPool } from "./backend-pool";
import { CircuitBreaker } from "./circuit-breaker";
import type { House, Mode } from "./conversation";
import type { PoolerOptions } from "./pooler";
import { poolName, type Target, type Tenant } from "./tenant";
import { Verifiers } from "./verifier";

/** What the listeners of one pooler have in common, and how it all ends. */
export type SharedHouse = Omit<House, "mode" | "secureContext"> & {
  /** @param conversations settles when every client's conversation is over */
  readonly close: (conversations: () => Promise<unknown>) => Promise<void>;
};

/** Opens the pools and counters that both modes share. */
export function openHouse(options: PoolerOptions): SharedHouse {
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
    enter: counter({ session: poolSize, transaction: maxClients }),
    close: async (conversations) => {
      for (const pool of pools.values()) pool.close();
      await backends.close();
      await verifiers.close();
      await conversations();
    },
  };
}

function counter(limits: Readonly<Record<Mode, number>>): House["enter"] {
  const present = new Map<string, number>();
  return (mode, target) => {
    const name = mode + poolName(target);
    const count = present.get(name) ?? 0;
    if (count >= limits[mode]) return undefined;
    present.set(name, count + 1);
    return () => void present.set(name, (present.get(name) ?? 1) - 1);
  };
}

/** Every backend that is open, whoever uses it. */
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

  /** A backend at work notices a closed connection only when it answers, so its work is cancelled first. */
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
