import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { createPrivateProject, type PrivateProject } from "../../cli/stacks/private-project";
import type { Engine } from "../../engine";
import { type Pooler, startPooler, type Tenant } from "../../rehearsal/pooler";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";
import { type EmbeddedRender, startRender } from "../../rehearsal/render";
import { type EmbeddedSupabase, startSupabase } from "../../rehearsal/supabase";
import { freePort } from "../../system";
import { PASSPHRASE, resourcesOf, writeStack } from "../written-stack";

const root = path.join(__dirname, "../..");
const REPOSITORY = "https://github.com/acme/navigator";
const REF = "abcdefghijklmnopqrst";
const HOST = "aws-0-us-west-1.pooler.supabase.com";

/** Must be in no state, log or message. */
export const CANARY = "c4nary/s3cret@v4lue";
export const TOKEN = "b3arer-c4nary-t0ken";

/** A service that does what its variables say; sign-in wants the token and repeats it, as careless services do. */
const SERVER = `
const http = require("node:http");
const port = Number(process.env.LISTEN_ON ?? process.env.PORT);
for (const line of (process.env.SAY ?? "").split("|").filter(Boolean)) console.error(line);
if (process.env.EXIT) process.exit(Number(process.env.EXIT));
let sick = false;
http.createServer((request, response) => {
  response.setHeader("server", "uvicorn");
  if (request.url === "/auth/login") {
    response.statusCode = request.headers.authorization === "Bearer ${TOKEN}" ? 200 : 401;
    return response.end(JSON.stringify({ access_token: "abc", you_sent: request.headers.authorization }));
  }
  if (request.url === "/silent") return;
  if (request.url === "/sicken") sick = true;
  response.statusCode = sick ? 500 : request.url === "/health" ? 200 : 404;
  response.end("ok");
}).listen(port, process.env.BIND ?? "0.0.0.0", () =>
  console.log("INFO:     Uvicorn running on http://" + (process.env.BIND ?? "0.0.0.0") + ":" + port));
`;

export interface StackChange {
  readonly environment?: Readonly<Record<string, string>>;
  readonly verify?: Readonly<Record<string, unknown>> & {
    readonly schedule?: Readonly<Record<string, unknown>>;
  };
  readonly password?: string;
  /** Whether Pulumi makes the role and its grants. @default false: the role is there */
  readonly manageRole?: boolean;
  /** Further keys of the database. */
  readonly database?: Readonly<Record<string, unknown>>;
  /** @default the project's `port` */
  readonly port?: number;
  readonly promotion?: Readonly<Record<string, unknown>>;
}

export interface Run {
  readonly status: number;
  readonly output: string;
}

/** A project of its own against an embedded Render, pooler and PostgreSQL; `pulumi` runs as a user types it. */
export class VerifiedProject {
  private constructor(
    private readonly engine: Engine,
    readonly render: EmbeddedRender,
    private readonly pooler: Pooler,
    private readonly postgres: Postgres,
    private readonly project: PrivateProject,
    private readonly folder: string,
    readonly port: number,
    readonly otherPort: number,
    /** The directory of the services' repository. */
    readonly source: string,
    /** The pooler's. */
    private readonly tenants: Record<string, Tenant>,
  ) {}

  static async open(engine: Engine): Promise<VerifiedProject> {
    const folder = await mkdtemp(path.join(tmpdir(), "portcullis-verified-"));
    const source = await mkdtemp(path.join(folder, "source-"));
    await writeFile(path.join(source, "server.js"), SERVER);
    const postgres = await startPostgres();
    const { host, port, adminUser: user, adminPassword: password, socketDirectory } = postgres;
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    await admin.query(`CREATE ROLE navigator LOGIN PASSWORD '${CANARY}'`);
    await admin.end();
    const tenants: Record<string, Tenant> = { [REF]: { socketDirectory, port } };
    const pooler = await startPooler({ tenants, generation: "before-2.6" });
    const render = await startRender({
      repositories: { [REPOSITORY]: source },
      timings: { scanLimit: 120, healthLimit: 120, notice: 0.5 },
    });
    const project = await createPrivateProject(root, path.join(folder, "projects"));
    return new VerifiedProject(
      engine,
      render,
      pooler,
      postgres,
      project,
      folder,
      await freePort(),
      await freePort(),
      source,
      tenants,
    );
  }

  /** Supabase's Management API, whose branches the pooler serves. */
  branching(): Promise<EmbeddedSupabase> {
    const startDatabase = () => startPostgres();
    return startSupabase({ projects: [REF], poolerHost: HOST, tenants: this.tenants, startDatabase });
  }

  /** The project's failure records. */
  get records(): string {
    return path.join(this.project.folder, "fracas");
  }

  async close(): Promise<void> {
    await this.render.stop();
    await this.pooler.stop();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A session at the database, by the administrator unless another is named. */
  async session(user?: string, password?: string): Promise<Client> {
    const { host, port, adminUser, adminPassword } = this.postgres;
    const login = { user: user ?? adminUser, password: password ?? adminPassword };
    const client = new Client({ host, port, ...login, database: "postgres" });
    await client.connect();
    return client;
  }

  /** The project's folder, with its stack files. */
  get root(): string {
    return this.project.folder;
  }

  /** Writes the stack's file with its secrets, and makes the stack if it is new. */
  async write(
    stack: string,
    { environment = {}, verify = {}, password = CANARY, manageRole = false, ...change }: StackChange,
  ): Promise<void> {
    const { database = {}, port = this.port, promotion } = change;
    const config = {
      "portcullis:service": {
        name: `navigator-${stack}`,
        repository: REPOSITORY,
        runtime: "node",
        region: "oregon",
        build: "true",
        start: "node server.js",
        port,
        driver: "asyncpg",
        environment,
      },
      "portcullis:standardPort": port,
      ...(promotion !== undefined && { "portcullis:promotion": promotion }),
      "portcullis:database": {
        supabase: { projectRef: REF, poolerHost: HOST, connection: "session" },
        role: manageRole ? `navigator_${stack}` : "navigator",
        manageRole,
        ...database,
      },
      "portcullis:verify": {
        stability: "1s",
        ...verify,
        schedule: { interval: "200ms", deadline: "15m", ...verify.schedule },
      },
      "portcullis:addresses": { [`${HOST}:5432`]: `127.0.0.1:${this.pooler.sessionPort}` },
      "render:host": this.render.host,
      "render:ownerId": this.render.ownerId,
    };
    const secrets = {
      "portcullis:databasePassword": password,
      ...(manageRole && { "portcullis:databaseAdminPassword": this.postgres.adminPassword }),
      "render:apiKey": this.render.apiKey,
    };
    await writeStack({ ...this.stack(stack), folder: this.project.folder }, config, secrets);
  }

  /** An output in the stack's state. */
  async output<T>(stack: string, name: string): Promise<T> {
    const resources = await resourcesOf(this.stack(stack));
    return resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs[name];
  }

  private stack(name: string) {
    return { project: "portcullis", name, state: fileURLToPath(this.project.backend) };
  }

  /** Sets a secret as a user does, by standard input; `path` for one inside a mapping. */
  async secret(stack: string, key: string, value: string, ...options: readonly string[]): Promise<void> {
    const { status, output } = await this.pulumi(
      ["config", "set", "-s", stack, "--secret", ...options, key],
      value,
    );
    if (status !== 0) throw new Error(output);
  }

  /** Asks the embedded Render as its own client does. */
  async ask<T>(request: string, method = "GET", body?: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${this.render.apiKey}` };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${this.render.host}${request}`, { method, headers, ...sent });
    return (await response.json()) as T;
  }

  pulumi(
    args: readonly string[],
    input?: string,
    onLine: (line: string, pid: number) => void = () => {},
  ): Promise<Run> {
    return this.run([this.engine.pulumi, ...args, "--non-interactive", "--color", "never"], input, onLine);
  }

  /** Runs a command of Portcullis in the project's folder, with its backend and passphrase. */
  portcullis(args: readonly string[], onLine?: (line: string, pid: number) => void): Promise<Run> {
    return this.run([process.execPath, path.join(root, "bin/portcullis.js"), ...args], "", onLine);
  }

  private run(
    [command = "", ...args]: readonly string[],
    input = "",
    onLine: (line: string, pid: number) => void = () => {},
  ): Promise<Run> {
    const child = spawn(command, args, {
      cwd: this.project.folder,
      env: {
        ...process.env,
        ...this.engine.environment,
        PULUMI_BACKEND_URL: this.project.backend,
        PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
      },
    });
    child.stdin.end(input);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        onLine(text, child.pid ?? 0);
      });
    }
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve({ status: code ?? 1, output }));
    });
  }

  /** All that was written down for this project: state, its history and backups, and the stack files. */
  async everythingKept(): Promise<string> {
    const folder = path.dirname(this.project.folder);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = files.map((file) => readFile(path.join(file.parentPath, file.name), "utf8"));
    return (await Promise.all(texts)).join("\n");
  }
}
