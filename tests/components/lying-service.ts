import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import type { VerificationInputs } from "../../components/verification";
import type { VerificationResult } from "../../components/verification/result";
import { verify } from "../../components/verification/verify";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";
import { RenderClient, type ServiceAtRender } from "../../render-api";
import { freePort } from "../../system";
import { CalledRender } from "../rehearsal/render/called-render";

/**
 * A service that lies or breaks as its variables say, and changes when a request says so. What SAYS lists is said by turns
 * to the health checks that are not Render's own.
 */
const SERVER = `
const http = require("node:http");
const { SAY, LISTEN_ON, PORT, HEALTH, SAYS = "[]", HOST_ONLY } = process.env;
if (SAY) console.log(SAY);
let state = "sound";
let asked = 0;
const says = JSON.parse(SAYS);
http.createServer((request, response) => {
  const { host, "user-agent": by = "" } = request.headers;
  if (request.url === "/become/exit") { response.end(); setImmediate(() => process.exit(1)); return; }
  if (request.url.startsWith("/become/")) { state = request.url.slice(8); return response.end(); }
  if (state === "silent") return;
  if (HOST_ONLY && !/\\.onrender\\.com$/.test(host)) { response.statusCode = 400; return response.end("DisallowedHost"); }
  const turn = request.url === "/health" && !by.startsWith("Render/") ? says[asked++ % says.length] : undefined;
  for (const [name, value] of Object.entries(turn?.headers ?? {}))
    response.setHeader(name, value === "SELF" ? "https://" + host + request.url : value);
  response.statusCode = turn?.status ?? (state === "sick" ? 500 : Number(request.url === "/health" && HEALTH || 200));
  setTimeout(() => response.end(turn?.body ?? "ok"), turn?.after ?? 0);
}).listen(Number(LISTEN_ON || PORT), "0.0.0.0", () => console.log("listening"));
`;

export const TRUSTED = "tr0sted-p4ssword";

/** A PostgreSQL with the role that the services log in as; for all of them, since each takes a second to make. */
export async function trustingPostgres(): Promise<Postgres> {
  const postgres = await startPostgres();
  const { host, port, adminUser: user, adminPassword: password } = postgres;
  const admin = new Client({ host, port, user, password, database: "postgres" });
  await admin.connect();
  await admin.query(`CREATE ROLE navigator LOGIN PASSWORD '${TRUSTED}'`);
  await admin.end();
  return postgres;
}

/** A deployed service of an embedded Render with a PostgreSQL, and what a verification says of it. */
export class LyingService {
  private constructor(
    readonly called: CalledRender,
    readonly at: ServiceAtRender,
    readonly port: number,
    private readonly inputs: VerificationInputs,
  ) {}

  static async open(
    postgres: Postgres,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<LyingService> {
    const timings = { settle: 0.1, backoff: 0.05, liveHealth: 0.2, scanLimit: 600, healthLimit: 600 };
    const called = await CalledRender.open({ timings });
    await writeFile(path.join(called.source, "server.js"), SERVER);
    const port = await freePort();
    const databaseUrl = `postgresql://navigator:${TRUSTED}@127.0.0.1:${postgres.port}/postgres`;
    const envVars = Object.entries({ PORT: String(port), DATABASE_URL: databaseUrl, ...variables });
    const { service, deployId } = await called.ask(
      "POST",
      "/services",
      called.post(
        { envVars: envVars.map(([key, value]) => ({ key, value })) },
        {
          envSpecificDetails: { buildCommand: "true", startCommand: "exec node server.js" },
          healthCheckPath: "/health",
        },
      ),
    );
    const client = new RenderClient({ host: called.render.host, apiKey: called.render.apiKey });
    const at = { client, serviceId: service.id };
    const inputs: VerificationInputs = {
      ...{
        service: "api",
        serviceId: service.id,
        deployId,
        url: service.serviceDetails.url,
        port,
        databaseUrl,
      },
      ...{ healthCheckPath: "/health", endpoints: [], stability: 0, rollback: false },
      ...{ environment: "staging", records: false, addresses: {} },
      schedule: {
        ...{ initialDelay: 0, interval: 100, count: 1, failureLimit: 0, deadline: 15 * 60_000 },
        ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
      },
    };
    return new LyingService(called, at, port, inputs);
  }

  get deployId(): string {
    return this.inputs.deployId;
  }

  /** Gets each word of progress; a test does what it wants meanwhile. */
  async verified(
    change: Partial<VerificationInputs> = {},
    onProgress: (words: string) => void = () => {},
  ): Promise<VerificationResult> {
    const { signal } = new AbortController();
    return (await verify(this.at, { ...this.inputs, ...change }, { signal, onProgress })).result;
  }

  /** Makes the service's process what the test asks. */
  become(state: "sick" | "silent" | "exit"): Promise<unknown> {
    return fetch(`http://127.0.0.1:${this.port}/become/${state}`).catch(() => undefined);
  }

  close(): Promise<void> {
    return this.called.close();
  }
}
