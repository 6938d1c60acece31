import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import type * as grpc from "@grpc/grpc-js";
import languagePackage from "@pulumi/pulumi/proto/language_pb";
import pluginPackage from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { SDK_VERSION } from "../../../engine/versions";

/** Exit code of a program that has printed its error: the host adds nothing. */
const BAIL = 32;

// The stubs of the SDK have no types for their services: messages are read by their generated accessors.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Message = any;
// biome-ignore lint/suspicious/noExplicitAny: see above
type StreamCall = grpc.ServerWritableStream<any, any>;
interface Call {
  readonly request: Message;
}
type Callback = (error: Error | null, value?: unknown) => void;
type Handler = (call: Call) => unknown | Promise<unknown>;

/** The LanguageRuntime service of the Pulumi engine, for programs, plugins and policy packs in Node.js. */
export class LanguageRuntime {
  private readonly children = new Set<ChildProcess>();

  constructor(private engineAddress: string) {
    process.on("exit", () => this.endChildren());
  }

  handlers(): grpc.UntypedServiceImplementation {
    return {
      handshake: this.unary((call) => this.handshake(call)),
      getPluginInfo: this.unary(() => this.pluginInfo()),
      getRequiredPackages: this.unary(() => new languagePackage.GetRequiredPackagesResponse()),
      getRequiredPlugins: this.unary(() => new languagePackage.GetRequiredPluginsResponse()),
      getProgramDependencies: this.unary(() => new languagePackage.GetProgramDependenciesResponse()),
      about: this.unary(() => this.about()),
      runtimeOptionsPrompts: this.unary(() => new languagePackage.RuntimeOptionsResponse()),
      run: this.unary((call) => this.run(call)),
      runPlugin: (call: StreamCall) => void this.runPlugin(call),
      // The packages are installed by npm before the engine starts.
      installDependencies: (call: StreamCall) => call.end(),
      cancel: this.unary(() => this.cancel()),
    };
  }

  private unary(handler: Handler) {
    return async (call: Call, callback: Callback): Promise<void> => {
      try {
        callback(null, await handler(call));
      } catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)));
      }
    };
  }

  private handshake(call: Call): unknown {
    this.engineAddress = call.request.getEngineAddress() || this.engineAddress;
    return new languagePackage.LanguageHandshakeResponse();
  }

  private pluginInfo(): unknown {
    const info = new pluginPackage.PluginInfo();
    info.setVersion(SDK_VERSION);
    return info;
  }

  private about(): unknown {
    const about = new languagePackage.AboutResponse();
    about.setExecutable(process.execPath);
    about.setVersion(process.version);
    return about;
  }

  private cancel(): unknown {
    this.endChildren();
    return new Empty();
  }

  /** Runs the program as the official host does; its output goes to the user through our own. */
  private async run(call: Call): Promise<unknown> {
    const { request } = call;
    const info = request.getInfo();
    const directory: string = info.getProgramDirectory();
    const options = info.getOptions()?.toJavaScript() ?? {};
    const nodeArguments =
      typeof options.nodeargs === "string" ? options.nodeargs.split(" ").filter(Boolean) : [];
    const runner = resolveFrom(directory, "@pulumi/pulumi/cmd/run");
    const flags: [string, string][] = [
      ["--monitor", request.getMonitorAddress()],
      ["--engine", this.engineAddress],
      ["--organization", request.getOrganization()],
      ["--project", request.getProject()],
      ["--root-directory", info.getRootDirectory()],
      ["--stack", request.getStack()],
      ["--pwd", request.getPwd()],
      ["--parallel", String(request.getParallel())],
    ];
    const args = flags.filter(([, value]) => value !== "").flat();
    if (request.getDryrun()) args.push("--dry-run");
    const child = this.start(
      [...nodeArguments, runner, ...args, info.getEntryPoint(), ...request.getArgsList()],
      directory,
      {
        PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toObject())),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
        PULUMI_NODEJS_TYPESCRIPT: String(options.typescript !== false),
      },
    );
    child.stdout?.pipe(process.stdout, { end: false });
    child.stderr?.pipe(process.stderr, { end: false });
    return runResponse(await exitOf(child));
  }

  /** Runs a provider plugin, or a policy pack, and streams what it writes: its first line is its port. */
  private async runPlugin(call: StreamCall): Promise<void> {
    const { request } = call;
    const directory: string = request.getInfo().getProgramDirectory();
    const analyzer: boolean = request.getKind() === "analyzer";
    const runner = resolveFrom(
      directory,
      `@pulumi/pulumi/cmd/${analyzer ? "run-policy-pack" : "run-plugin"}`,
    );
    const args: string[] = request.getArgsList();
    const environment = Object.fromEntries(request.getEnvList().map((line: string) => splitOnce(line)));
    const child = this.start(
      [runner, ...(analyzer ? [...args, directory] : [directory, ...args])],
      analyzer ? directory : request.getPwd() || directory,
      environment,
    );
    const send = (set: (response: Message) => void): void => {
      const response = new languagePackage.RunPluginResponse();
      set(response);
      call.write(response);
    };
    child.stdout?.on("data", (data: Buffer) => send((response) => response.setStdout(data)));
    child.stderr?.on("data", (data: Buffer) => send((response) => response.setStderr(data)));
    call.on("cancelled", () => child.kill());
    const code = await exitOf(child);
    send((response) => response.setExitcode(code));
    call.end();
  }

  private start(args: string[], cwd: string, environment: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.children.add(child);
    child.once("exit", () => this.children.delete(child));
    return child;
  }

  private endChildren(): void {
    for (const child of this.children) child.kill();
  }
}

function runResponse(code: number): unknown {
  const response = new languagePackage.RunResponse();
  if (code === BAIL) response.setBail(true);
  else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
  return response;
}

/** Resolves a module of the SDK as the program itself would: from its own node_modules. */
function resolveFrom(directory: string, module: string): string {
  return createRequire(path.join(directory, "package.json")).resolve(module);
}

async function exitOf(child: ChildProcess): Promise<number> {
  try {
    // `close` rather than `exit`: all output has been read by then.
    const [code] = (await once(child, "close")) as [number | null];
    return code ?? 1;
  } catch (error) {
    process.stderr.write(
      `pulumi-language-nodejs: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  }
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf("=");
  return [line.slice(0, at), line.slice(at + 1)];
}
