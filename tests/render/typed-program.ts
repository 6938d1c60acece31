import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { type Engine, findEngine } from "../../engine";
import type { RenderOptions } from "../../rehearsal/render";
import type * as render from "../../render/sdk";
import { freePort } from "../../system";
import { CalledRender, type Json, REPOSITORY } from "../rehearsal/render/called-render";
import { PASSPHRASE, resourcesOf, writeStack } from "../written-stack";
import { ProgramHost } from "./program-host";

const root = path.join(__dirname, "../..");
/** The stack that commands are about which name none. */
const STACK = "test";

/** A service that answers every path, on PORT, or on none where HOLD is set; it ends at once where EXIT says so. */
const SERVER = `
if (process.env.EXIT) process.exit(Number(process.env.EXIT));
const server = require("node:http").createServer((_, response) => response.end("ok"));
if (process.env.HOLD) setInterval(() => {}, 1e6);
else server.listen(Number(process.env.PORT), "0.0.0.0");
`;

export interface Declared {
  readonly kind: keyof typeof render | "Verification";
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Run {
  readonly status: number;
  readonly output: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Called with everything written so far, and the process; for what a test does meanwhile. */
  readonly onOutput?: (output: string, child: ChildProcess) => void;
  /** Called with the process once it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** The program's folder: a fixture, with links to these entries of the repository. */
export interface Source {
  readonly fixture: string;
  readonly links: readonly string[];
  /** Whether the engine starts the program as a user's, and not in the process of the test, which is faster. */
  readonly ownProcess: boolean;
}

const RENDER_PROGRAM: Source = {
  ...{ fixture: "render-program", links: ["node_modules", "render", "dist"] },
  ownProcess: false,
};
/** As a user has it. */
export const OWN_PROCESS: Source = { ...RENDER_PROGRAM, ownProcess: true };

/** Commands that ask for the program's host. */
const ASKS_HOST = new Set(["up", "preview", "refresh", "destroy"]);

/** A program of its own against an embedded Render; `pulumi` runs as a user types it. */
export class TypedProgram {
  /** What the program declares in the next runs. */
  resources: readonly Declared[] = [];
  /** Everything that any run has written. */
  transcript = "";
  private project = "";
  private host: ProgramHost | undefined;

  private constructor(
    private readonly engine: Engine,
    readonly called: CalledRender,
    readonly folder: string,
    readonly port: number,
  ) {}

  /** `config` goes into the stack's file beside host and workspace; the API key comes by its variable. */
  static async open(
    config: Readonly<Record<string, unknown>> = {},
    options: Partial<RenderOptions> = {},
    source: Source = RENDER_PROGRAM,
  ): Promise<TypedProgram> {
    const engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    const timings = { scanLimit: 900, healthLimit: 900, liveHealth: 1, ...options.timings };
    const called = await CalledRender.open({ ...options, timings });
    await writeFile(path.join(called.source, "server.js"), SERVER);
    const folder = await mkdtemp(path.join(tmpdir(), "portcullis-render-"));
    const program = new TypedProgram(engine, called, folder, await freePort());
    await cp(path.join(root, "tests/fixtures", source.fixture), folder, { recursive: true });
    for (const link of source.links) {
      await symlink(path.join(root, link), path.join(folder, link));
    }
    await mkdir(path.join(folder, "state"));
    const { host, ownerId } = called.render;
    const { name } = parse(await readFile(path.join(folder, "Pulumi.yaml"), "utf8"));
    program.project = name;
    if (!source.ownProcess) program.host = await ProgramHost.open(() => program.resources);
    await writeStack(program.stack, { "render:host": host, "render:ownerId": ownerId, ...config });
    return program;
  }

  private get stack() {
    return {
      project: this.project,
      name: STACK,
      state: path.join(this.folder, "state"),
      folder: this.folder,
    };
  }

  async close(): Promise<void> {
    this.host?.close();
    await this.called.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A web service whose process runs, and what is changed in it. */
  service(change: Readonly<Record<string, unknown>> = {}, name = "api"): Declared {
    const args = {
      name,
      plan: "starter",
      region: "oregon",
      runtimeSource: {
        nativeRuntime: { repoUrl: REPOSITORY, branch: "main", runtime: "node", buildCommand: "true" },
      },
      startCommand: "node server.js",
      healthCheckPath: "/health",
      maxShutdownDelaySeconds: 5,
      envVars: { PORT: { value: String(this.port) } },
      ...change,
    };
    return { kind: "WebService", name, args };
  }

  async pulumi(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    const host = ASKS_HOST.has(args[0] ?? "") && this.host ? [this.host.option] : [];
    const child = spawn(this.engine.pulumi, [...args, ...host, "--non-interactive", "--color", "never"], {
      cwd: this.folder,
      env: {
        ...process.env,
        ...this.engine.environment,
        PULUMI_BACKEND_URL: `file://${this.folder}/state?metadata=skip`,
        PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
        PULUMI_STACK: STACK,
        PORTCULLIS_DATA: path.join(this.folder, "data"),
        RENDER_API_KEY: this.called.render.apiKey,
        RENDER_PROGRAM: JSON.stringify(this.resources),
        ...options.environment,
      },
    });
    options.onStart?.(child);
    child.stdin.end(options.input ?? "");
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        options.onOutput?.(output, child);
      });
    }
    const [code] = (await once(child, "close")) as [number | null];
    this.transcript += output;
    return { status: code ?? 1, output };
  }

  /** The output of a command that must succeed. */
  async succeed(args: readonly string[], options: RunOptions = {}): Promise<string> {
    const { status, output } = await this.pulumi(args, options);
    if (status !== 0) throw new Error(`pulumi ${args.join(" ")}: exit code ${status}\n${output}`);
    return output;
  }

  /** The output of a command that must fail. */
  async fail(args: readonly string[], options: RunOptions = {}): Promise<string> {
    const { status, output } = await this.pulumi(args, options);
    if (status === 0) throw new Error(`pulumi ${args.join(" ")}: expected a failure, got success\n${output}`);
    return output;
  }

  up(options: RunOptions = {}): Promise<string> {
    return this.succeed(["up", "--yes", "--skip-preview"], options);
  }

  /** Reads everything at Render, and fails where a preview then has anything to do. */
  nothingToDo(): Promise<string> {
    return this.succeed(["preview", "--refresh", "--diff", "--expect-no-changes"]);
  }

  /** The steps of a preview, by resource name: the operation, and what differs. */
  async planned(): Promise<Record<string, { op: string; diff: string[]; replacedBy: string[] }>> {
    const { steps } = JSON.parse(await this.succeed(["preview", "--json"])) as Json;
    return Object.fromEntries(
      steps.map((step: Json) => [
        String(step.urn).split("::").at(-1),
        {
          op: step.op,
          diff: Object.keys(step.detailedDiff ?? {}).toSorted(),
          replacedBy: step.replaceReasons ?? [],
        },
      ]),
    );
  }

  /** Resources in the state of the first stack, by name. */
  async state(): Promise<Record<string, Json>> {
    const own = (await resourcesOf(this.stack)).filter(({ type }) => type.startsWith("render:"));
    return Object.fromEntries(own.map((resource) => [resource.urn.split("::").at(-1), resource]));
  }

  /** Gives another stack the configuration of the first. */
  adoptConfiguration(stack: string): Promise<void> {
    return cp(path.join(this.folder, "Pulumi.test.yaml"), path.join(this.folder, `Pulumi.${stack}.yaml`));
  }

  async urnOf(name: string): Promise<string> {
    return (await this.state())[name].urn;
  }

  /** What Render has: services, env groups, projects. */
  async atRender(): Promise<{ services: Json[]; groups: Json[]; projects: Json[] }> {
    const [services, groups, projects] = await Promise.all(
      ["services", "env-groups", "projects"].map((path) => this.called.ask("GET", `/${path}?limit=100`)),
    );
    return {
      services: services.map(({ service }: Json) => service),
      groups,
      projects: projects.map(({ project }: Json) => project),
    };
  }

  /** All that Pulumi wrote down for this program, stack file included. */
  async everythingKept(): Promise<string> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = files.map((file) => readFile(path.join(file.parentPath, file.name), "utf8"));
    return (await Promise.all(texts)).join("\n");
  }
}
