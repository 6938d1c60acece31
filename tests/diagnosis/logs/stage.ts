import type { Server } from "node:net";
import { Client } from "pg";
import { type PoolerOptions, startPooler } from "../../../rehearsal/pooler";
import { SUPERUSER, startPostgres } from "../../../rehearsal/postgres";
import { type EmbeddedRender, startRender } from "../../../rehearsal/render";
import { HOSTS, REFERENCE, relay, silence } from "./network";

export const REPOSITORY = "https://github.com/acme/navigator";
/** Every secret of these logs has this word in it, so that a test can look for it in what is told of them. */
export const CANARY = "canary";
export const ROLE = "navigator";
export const PASSWORD = "right-canary-4711";

/** Everything that a service of a log talks to. */
export interface Stage {
  readonly render: EmbeddedRender;
  /** Opens the database that is late, if it is not open. */
  openLate(): Promise<void>;
  stop(): Promise<void>;
}

type Stoppable = { stop(): Promise<void> };

const stoppable = (server: Server): Stoppable => ({
  stop: () => new Promise((resolve) => server.close(() => resolve())),
});

const POOLERS: Readonly<Record<string, Omit<PoolerOptions, "tenants">>> = {
  current: {},
  old: { generation: "before-2.6" },
  strict: { requireTls: true },
  blocking: { authenticationFailures: 3 },
  full: { poolSize: 1, maxClients: 1 },
  oldFull: { poolSize: 1, maxClients: 1, generation: "before-2.6" },
};

async function prepare(socketDirectory: string, port: number): Promise<void> {
  const admin = new Client({ host: socketDirectory, port, user: SUPERUSER, database: "postgres" });
  await admin.connect();
  await admin.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD '${PASSWORD}'`);
  await admin.query(`CREATE ROLE navigator_single LOGIN PASSWORD '${PASSWORD}' CONNECTION LIMIT 1`);
  await admin.query(`CREATE ROLE navigator_owner NOLOGIN PASSWORD '${PASSWORD}'`);
  await admin.query(`GRANT CREATE ON SCHEMA public TO ${ROLE}`);
  await admin.query(`CREATE TABLE orders (id int)`);
  await admin.end();
}

/** Short, so that a log is there in seconds; Render's own limits are minutes. */
const TIMINGS = {
  poll: 0.1,
  scanLimit: 9,
  settle: 1,
  healthLimit: 9,
  healthTimeout: 2,
  notice: 2.5,
  liveHealth: 0.5,
  unroute: 1,
  restart: 3,
  backoff: 0.5,
};

/** Keeps a client connected: the pool it is in has no place for another. */
async function occupy(port: number): Promise<Stoppable> {
  const user = `${ROLE}.${REFERENCE}`;
  const client = new Client({ host: "127.0.0.1", port, user, password: PASSWORD, database: "postgres" });
  client.on("error", () => undefined); // The pooler ends it at the end.
  await client.connect();
  return { stop: async () => undefined };
}

export async function openStage(source: string, pathPrefix: string): Promise<Stage> {
  const started: Stoppable[] = [];
  const keep = <T extends Stoppable>(part: T): T => {
    started.push(part);
    return part;
  };
  const postgres = keep(await startPostgres());
  await prepare(postgres.socketDirectory, postgres.port);
  const hosts = Object.values(HOSTS).map(({ name }) => name);
  for (const [key, options] of Object.entries(POOLERS)) {
    const pooler = keep(await startPooler({ tenants: { [REFERENCE]: postgres }, hosts, ...options }));
    const { address } = HOSTS[key as keyof typeof HOSTS];
    keep(stoppable(await relay(address, 5432, pooler.sessionPort)));
    keep(stoppable(await relay(address, 6543, pooler.transactionPort)));
    if (options.poolSize !== 1) continue;
    for (const port of [pooler.sessionPort, pooler.transactionPort]) keep(await occupy(port));
  }
  keep(stoppable(await relay(HOSTS.postgres.address, 5432, postgres.port)));
  keep(stoppable(await silence(HOSTS.silent.address, 5432)));
  const render = keep(
    await startRender({ repositories: { [REPOSITORY]: source }, pathPrefix, timings: TIMINGS }),
  );
  let late: Promise<Server> | undefined;
  return {
    render,
    openLate: async () => {
      late ??= relay(HOSTS.late.address, 5432, postgres.port).then((server) => {
        keep(stoppable(server));
        return server;
      });
      await late;
    },
    stop: async () => {
      for (const part of started.reverse()) await part.stop();
    },
  };
}
