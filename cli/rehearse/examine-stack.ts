import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { HeldRequest, OtherPort, Postgres, Shutdown, Startup } from "../../rehearsal/index";
import type { StackFile } from "../stacks/stack-file";
import type { RehearsalEnvironment } from "./environment";
import { endpointsOf, leftOutOf } from "./rehearsed-endpoints";

/** How a verified service starts and ends, and what its rehearsal left open. */
export interface Examination {
  readonly startup?: Startup | undefined;
  readonly shutdown?: (Shutdown & { readonly openTransactions: number }) | undefined;
  /** The service on the port of `--port`. */
  readonly otherPort?: OtherPort;
  /** What differs from Render, one sentence each. */
  readonly differences: readonly string[];
  /** Checks that say `rehearse: false`. */
  readonly leftOut: readonly string[];
}

interface Examining {
  readonly file: StackFile;
  readonly environment: RehearsalEnvironment;
  /** Another port to run on once more. */
  readonly port?: number | undefined;
}

/** Ends a verified service, so that the next environment finds its port free, and says how it started and ended. */
export async function examineStack(
  { file, environment, port }: Examining,
  serviceId: string,
): Promise<Examination> {
  const { examine } = environment.render;
  const { startup, differences } = examine.observed(serviceId);
  const shutdown = await examine.shutDown(serviceId, heldRequestOf(file));
  const openTransactions =
    shutdown === undefined ? 0 : await openTransactionsOf(environment.databaseOf(file.stack));
  return {
    startup,
    ...(shutdown === undefined ? {} : { shutdown: { ...shutdown, openTransactions } }),
    ...(port === undefined ? {} : { otherPort: await examine.runOn(serviceId, port) }),
    differences,
    leftOut: leftOutOf(file.config),
  };
}

/** A request of the stack's own verification whose body the service reads; undefined where it sends none. */
export function heldRequestOf({ config }: StackFile): HeldRequest | undefined {
  for (const { method, path, headers, json, body, file, rehearse } of endpointsOf(config)) {
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
