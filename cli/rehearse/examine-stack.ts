import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { ServiceType } from "../../domain";
import type { HeldRequest, OtherPort, Postgres, Shutdown, Startup } from "../../rehearsal/index";
import type { StackFile } from "../stacks/stack-file";
import type { RehearsalEnvironment } from "./environment";
import { endpointsOf, leftOutOf, type WrittenEndpoint } from "./rehearsed-endpoints";

/** How a verified service starts and ends, and what its rehearsal left open. */
export interface Examination {
  /** The service's key in `portcullis:services`; of a stack in the short form any. */
  readonly service: string;
  readonly type: ServiceType;
  /** How long its build took. */
  readonly buildSeconds?: number | undefined;
  /** Whether the build copied what an earlier one had made of the same. */
  readonly buildCopied?: true | undefined;
  readonly startup?: Startup | undefined;
  readonly shutdown?: Shutdown | undefined;
  /** The service on the port of `--port`; of those that listen. */
  readonly otherPort?: OtherPort;
  /** What differs from Render, one sentence each. */
  readonly differences: readonly string[];
  /** Checks that say `rehearse: false`. */
  readonly leftOut: readonly string[];
}

/** All services of a verified stack, and what they have left in the database. */
export interface StackExamination {
  readonly services: readonly Examination[];
  /** Counted once all have ended: which of them has left one is not known. */
  readonly openTransactions: number;
}

/** A verified service, as the stack's output `services` lists it. */
export interface VerifiedService {
  readonly key: string;
  readonly type: ServiceType;
  readonly serviceId: string;
}

interface Examining {
  readonly file: StackFile;
  readonly environment: RehearsalEnvironment;
  /** Another port to run on once more. */
  readonly port?: number | undefined;
  readonly signal: AbortSignal;
}

/** What asks others ends before what is asked: a request in flight may need a private service. */
const ORDER: readonly ServiceType[] = ["static", "web", "cron", "worker", "private"];

/** Ends a stack's verified services, so that the next environment finds their ports free, and says how each started and ended. */
export async function examineStack(
  { file, environment, port, signal }: Examining,
  verified: readonly VerifiedService[],
): Promise<StackExamination> {
  const { examine } = environment.render;
  const inOrder = verified.toSorted((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type));
  const services: Examination[] = [];
  for (const { key, type, serviceId } of inOrder) {
    signal.throwIfAborted();
    const { differences, ...seen } = examine.observed(serviceId);
    const endpoints = endpointsOf(file.config, key);
    const shutdown = await examine.shutDown(serviceId, heldRequestOf(endpoints));
    const leftOut = leftOutOf(endpoints);
    services.push({
      ...{ service: key, type, ...seen, differences, leftOut },
      ...(shutdown && { shutdown }),
    });
  }
  const ended = services.some(({ shutdown }) => shutdown !== undefined);
  let openTransactions = 0;
  if (ended) {
    for (const { server } of environment.serversOf(file.stack))
      openTransactions += await openTransactionsOf(server);
  }
  // Only now is no other service there that may have the port.
  for (const [index, { type, serviceId }] of inOrder.entries()) {
    const one = services[index];
    if (port === undefined || one === undefined || (type !== "web" && type !== "private")) continue;
    services[index] = { ...one, otherPort: await examine.runOn(serviceId, port, signal) };
  }
  const declared = verified.flatMap(({ key }) => services.find(({ service }) => service === key) ?? []);
  return { services: declared, openTransactions };
}

/** A request of a service's own verification whose body it reads; undefined where it sends none. */
export function heldRequestOf(endpoints: readonly WrittenEndpoint[]): HeldRequest | undefined {
  for (const { method, path, headers, json, body, file, rehearse } of endpoints) {
    if (rehearse === false || typeof path !== "string" || typeof method !== "string") continue;
    const own = Object.fromEntries(
      Object.entries((headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
        name,
        String(value),
      ]),
    );
    if (json !== undefined)
      return held(method, path, { "Content-Type": "application/json", ...own }, JSON.stringify(json));
    if (typeof body === "string" && body !== "") return held(method, path, own, body);
    if (typeof file === "object" && file !== null) return upload(method, path, own, file);
  }
  return undefined;
}

const held = (method: string, path: string, headers: Record<string, string>, body: string): HeldRequest => ({
  ...{ method: method.toUpperCase(), path, headers, body },
});

function upload(method: string, path: string, headers: Record<string, string>, file: object): HeldRequest {
  const { field = "file", name = "file", content = "" } = file as Record<string, unknown>;
  const boundary = randomUUID();
  const body = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${field}"; filename="${name}"`,
    "",
    String(content),
    `--${boundary}--`,
    "",
  ].join("\r\n");
  return held(
    method,
    path,
    { ...headers, "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body,
  );
}

const LOOKS = 20;
const LOOK_AGAIN_MS = 50;

/** Sessions that an ended service has left in a transaction: PostgreSQL needs a moment to see that it is gone. */
async function openTransactionsOf({
  socketDirectory: host,
  port,
  superuser: user,
}: Postgres): Promise<number> {
  const client = new Client({ host, port, user, database: "postgres" });
  await client.connect();
  try {
    for (let look = 1; ; look += 1) {
      const { rows } = await client.query(
        "SELECT count(*)::int AS open FROM pg_stat_activity WHERE backend_type = 'client backend' " +
          "AND pid <> pg_backend_pid() AND (state = 'active' OR state LIKE 'idle in transaction%')",
      );
      const { open } = rows[0] as { open: number };
      if (open === 0 || look === LOOKS) return open;
      await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
    }
  } finally {
    await client.end();
  }
}
