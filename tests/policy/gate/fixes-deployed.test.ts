import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { type Pooler, startPooler } from "../../../rehearsal/pooler";
import { type Postgres, startPostgres } from "../../../rehearsal/postgres";
import { virtualEnvironment } from "../../../rehearsal/virtual-environment";
import { cacheDirectory, freePort } from "../../../system";
import { pgxProgram } from "../../domain/connection-url/pgx-program";
import { python } from "../../rehearsal/pooler/ground";
import { CalledRender, REPOSITORY } from "../../rehearsal/render/called-render";
import { FIXES, SESSION } from "./fixes";
import { prismaService } from "./prisma-service";
import type { SealedCase } from "./sealed";
import { POOL, REF } from "./written";

const ROOT = path.join(__dirname, "../../..");
const SERVER_REQUIREMENTS = path.join(ROOT, "tests/domain/start-command/requirements.txt");

/** A service of each set-up of the fixes, with its health check. */
const REPOSITORIES = {
  /** The sample service: asyncpg and uvicorn. */
  asyncpg: path.join(ROOT, "rehearsal/service"),
  gunicorn: {
    "main.py":
      "def app(environ, start_response):\n    start_response('200 OK', [('Content-Type', 'text/plain')])\n    return [b'ok']\n",
  },
  "node-postgres": {
    "server.js": `
      const { Client } = require("pg");
      require("node:http").createServer(async (request, response) => {
        const client = new Client({ connectionString: process.env.DATABASE_URL });
        try {
          await client.connect();
          await client.query("SELECT $1::int", [1]);
          response.end("ok");
        } catch (error) {
          response.writeHead(503).end(error.message);
        } finally {
          await client.end().catch(() => undefined);
        }
      }).listen(process.env.PORT);`,
  },
} as const;
type SetUp = keyof typeof REPOSITORIES | "pgx" | "prisma";

/** Which of them runs a fix; of pm2 and an image's there is none, and of pgx where this machine has no Go. */
function setUpOf({ driver = "none", command = "" }: SealedCase): SetUp | undefined {
  if (driver === "none") return command?.startsWith("gunicorn") ? "gunicorn" : "asyncpg";
  if (driver === "prisma") return driver;
  if (driver === "pgx") return pgxProgram() === undefined ? undefined : driver;
  return driver === "node-postgres" && command === "node server.js" ? driver : undefined;
}

const addressOf = (setUp: SetUp) => `${REPOSITORY}-${setUp}`;

describe("What a finding says to do, once it is done", function () {
  this.timeout(10 * 60_000);
  let postgres: Postgres;
  let pooler: Pooler;
  let called: CalledRender;
  let folder: string;

  /** The folder of each set-up's repository. */
  function repositories(): Readonly<Record<string, string>> {
    const folders = Object.entries(REPOSITORIES).map(([setUp, files]): [string, string] => {
      if (typeof files === "string") return [addressOf(setUp as SetUp), files];
      const source = path.join(folder, setUp);
      mkdirSync(source);
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(source, name), text);
      return [addressOf(setUp as SetUp), source];
    });
    const program = pgxProgram();
    if (program !== undefined) {
      const source = path.join(folder, "pgx");
      mkdirSync(source);
      copyFileSync(program, path.join(source, "api"));
      folders.push([addressOf("pgx"), source]);
    }
    return { ...Object.fromEntries(folders), [addressOf("prisma")]: prismaService() };
  }

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-fixes-"));
    const interpreter = await python("service");
    const servers = await virtualEnvironment({
      requirements: SERVER_REQUIREMENTS,
      cacheDirectory: cacheDirectory(),
    });
    postgres = await startPostgres();
    const { host, port, adminUser: user, adminPassword: password, socketDirectory } = postgres;
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    await admin.query(
      "CREATE ROLE app LOGIN PASSWORD 'k3JqL9vX'; CREATE ROLE ship LOGIN PASSWORD 'p@ss/w0rd'; CREATE ROLE crane LOGIN PASSWORD 'p@ss#w0rd'",
    );
    await admin.query("ALTER ROLE postgres PASSWORD 'k3JqL9vX'");
    await admin.end();
    pooler = await startPooler({
      tenants: { [REF]: { socketDirectory, port } },
      hosts: [POOL],
      requireTls: true,
    });
    called = await CalledRender.open({
      repositories: repositories(),
      pathPrefix: [path.dirname(interpreter), servers.binDirectory].join(path.delimiter),
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
    rmSync(folder, { recursive: true, force: true });
  });

  /** Deploys it on a free port in place of 8000. @returns how the deploy ended, and what its health check then answers */
  async function deployed(name: string, setUp: SetUp, one: SealedCase) {
    const port = String(await freePort());
    const onPort = (text: string) => text.replaceAll("8000", port);
    const { command, variables = {}, group = {}, properties = {} } = one;
    // A linked group gives what the service does not set itself.
    const stated: SealedCase["variables"] = {
      ...{ DATABASE_URL: SESSION, PORT: "8000", NODE_PATH: path.join(ROOT, "node_modules") },
      ...Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null)),
      ...group,
    };
    const envVars = Object.entries(stated).map(([key, value]) => ({ key, value: onPort(value ?? "") }));
    const startCommand = onPort(command ?? "uvicorn main:app --host 0.0.0.0 --port $PORT");
    const { service, deployId } = await called.ask(
      "POST",
      "/services",
      called.post(
        { name, envVars, repo: addressOf(setUp) },
        {
          runtime: one.runtime ?? "python",
          envSpecificDetails: { buildCommand: "true", startCommand },
          healthCheckPath: "/health",
          ...properties,
        },
      ),
    );
    const status = await called.ended(service.id, deployId);
    const health = status === "live" ? await healthOf(port) : undefined;
    // Else it runs, and is watched, while the next ones are deployed.
    await called.ask("DELETE", `/services/${service.id}`);
    return [status, health];
  }

  const healthOf = async (port: string) => (await fetch(`http://127.0.0.1:${port}/health`)).status;

  it("deploys, and the service answers with its database", async () => {
    const fixes = FIXES.flatMap(({ rule, mended }) => {
      const setUp = setUpOf(mended);
      return setUp === undefined ? [] : [{ rule, mended, setUp }];
    });
    const setUps = [...Object.keys(REPOSITORIES), "prisma", ...(pgxProgram() === undefined ? [] : ["pgx"])];
    assert.deepEqual(new Set(fixes.map(({ setUp }) => setUp)), new Set(setUps));
    assert.ok(fixes.length >= 20, "most of what findings say is deployed");
    const ended: Awaited<ReturnType<typeof deployed>>[] = [];
    // One after the other: a slow machine that starts all at once keeps none of its limits.
    for (const [index, { mended, setUp }] of fixes.entries())
      ended.push(await deployed(`fix-${index}`, setUp, mended));
    const wrong = fixes.filter((_, index) => ended[index]?.[0] !== "live" || ended[index]?.[1] !== 200);
    assert.deepEqual(wrong, [], JSON.stringify(ended));
  });
});
