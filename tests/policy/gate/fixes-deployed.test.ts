import assert from "node:assert/strict";
import path from "node:path";
import { Client } from "pg";
import { type Pooler, startPooler } from "../../../rehearsal/pooler";
import { type Postgres, startPostgres } from "../../../rehearsal/postgres";
import { freePort } from "../../../system";
import { python } from "../../rehearsal/pooler/ground";
import { CalledRender, REPOSITORY } from "../../rehearsal/render/called-render";
import { FIXES, SESSION } from "./fixes";
import type { SealedCase } from "./sealed";
import { POOL, REF } from "./written";

const SAMPLE_SERVICE = path.join(__dirname, "../../../rehearsal/service");

/** What the sample service and its virtual environment have: asyncpg, and uvicorn. */
const runs = ({ driver, command }: SealedCase) =>
  (driver === undefined || driver === "none") && (command ?? "").includes("gunicorn") === false;

describe("What a finding says to do, once it is done", function () {
  this.timeout(10 * 60_000);
  let postgres: Postgres;
  let pooler: Pooler;
  let called: CalledRender;

  before(async () => {
    const interpreter = await python("service");
    postgres = await startPostgres();
    const { host, port, adminUser: user, adminPassword: password, socketDirectory } = postgres;
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    await admin.query(
      "CREATE ROLE app LOGIN PASSWORD 'k3JqL9vX'; CREATE ROLE ship LOGIN PASSWORD 'p@ss/w0rd'",
    );
    await admin.query("ALTER ROLE postgres PASSWORD 'k3JqL9vX'");
    await admin.end();
    pooler = await startPooler({
      tenants: { [REF]: { socketDirectory, port } },
      hosts: [POOL],
      requireTls: true,
    });
    called = await CalledRender.open({
      repositories: { [REPOSITORY]: SAMPLE_SERVICE },
      pathPrefix: path.dirname(interpreter),
      skipBuild: true,
      addresses: {
        [`${POOL}:5432`]: `127.0.0.1:${pooler.sessionPort}`,
        [`${POOL}:6543`]: `127.0.0.1:${pooler.transactionPort}`,
      },
      timings: { settle: 0.1, scanLimit: 600, healthLimit: 600, healthTimeout: 60 },
    });
  });

  after(async () => {
    await called?.close();
    await pooler?.stop();
    await postgres?.stop();
  });

  /** Deploys it on a free port in place of 8000. @returns how the deploy ended, and what its health check then answers */
  async function deployed(name: string, one: SealedCase) {
    const port = String(await freePort());
    const onPort = (text: string) => text.replaceAll("8000", port);
    const { command, variables = {}, group = {}, properties = {} } = one;
    // A linked group gives what the service does not set itself.
    const stated: SealedCase["variables"] = {
      ...{ DATABASE_URL: SESSION, PORT: "8000" },
      ...Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null)),
      ...group,
    };
    const envVars = Object.entries(stated).map(([key, value]) => ({ key, value: onPort(value ?? "") }));
    const startCommand = onPort(command ?? "uvicorn main:app --host 0.0.0.0 --port $PORT");
    const { service, deployId } = await called.ask(
      "POST",
      "/services",
      called.post(
        { name, envVars },
        {
          runtime: "python",
          envSpecificDetails: { buildCommand: "true", startCommand },
          healthCheckPath: "/health",
          ...properties,
        },
      ),
    );
    const status = await called.ended(service.id, deployId);
    return [status, status === "live" ? await healthOf(port) : undefined];
  }

  const healthOf = async (port: string) => (await fetch(`http://127.0.0.1:${port}/health`)).status;

  it("deploys, and the service answers with its database", async () => {
    const fixes = FIXES.filter(({ mended }) => runs(mended));
    assert.ok(fixes.length >= 12, "most of what findings say is deployed");
    const ended: Awaited<ReturnType<typeof deployed>>[] = [];
    // One after the other: a slow machine that starts all at once keeps none of its limits.
    for (const [index, { mended }] of fixes.entries()) ended.push(await deployed(`fix-${index}`, mended));
    const wrong = fixes.filter((_, index) => ended[index]?.[0] !== "live" || ended[index]?.[1] !== 200);
    assert.deepEqual(wrong, [], JSON.stringify(ended));
  });
});
