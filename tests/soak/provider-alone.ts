import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import * as engine from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Properties, plain } from "../../render/plugin/property-values";
import type { Json } from "../rehearsal/render/called-render";
import type { Declared } from "../render/typed-program";

const PLUGIN = path.join(__dirname, "../../render/plugin.cjs");

interface State {
  readonly urn: string;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

interface Settings {
  readonly host: string;
  readonly ownerId: string;
  readonly apiKey: string;
  /** Where the provider writes down what it is about to do. */
  readonly data: string;
}

/**
 * The provider's own process, called as Pulumi's engine calls it, by the same protocol and in the same order, without
 * the engine: a kill of it costs a fifth of one during a whole `pulumi up`.
 */
export class ProviderAlone {
  /** What the provider has said by the engine's log. */
  readonly said: string[] = [];
  private readonly state = new Map<string, State>();
  private process: ChildProcess | undefined;
  private client: Json;

  private constructor(
    private readonly settings: Settings,
    private readonly server: grpc.Server,
    private readonly address: string,
  ) {}

  static async open(settings: Settings): Promise<ProviderAlone> {
    const server = new grpc.Server();
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
    const alone = new ProviderAlone(settings, server, `127.0.0.1:${port}`);
    const log = ({ request }: Json, answered: (error: null, answer: unknown) => void): void => {
      alone.said.push(request.getMessage());
      answered(null, new Empty());
    };
    server.addService(engine.EngineService, { log });
    return alone;
  }

  async close(): Promise<void> {
    await this.kill();
    this.server.forceShutdown();
  }

  /** Ends the process as `kill -9` does, and waits until it is gone. */
  async kill(): Promise<void> {
    const { process: child } = this;
    this.process = undefined;
    this.client?.close();
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  /** Ends the engine's side, as a kill of the engine does, and waits until the process has ended by itself. */
  async leave(): Promise<void> {
    const child = this.process as ChildProcess;
    const gone = once(child, "exit");
    this.server.forceShutdown();
    await gone;
    this.process = undefined;
  }

  /**
   * Brings what is there to what is declared; begins a process where none runs.
   *
   * @returns how many resources were made, changed or removed
   */
  async up(declared: readonly Declared[]): Promise<number> {
    if (this.process === undefined) await this.start();
    let changed = 0;
    for (const each of declared) changed += await this.bring(each);
    const names = new Set(declared.map(({ name }) => name));
    for (const name of [...this.state.keys()].toReversed()) {
      if (names.has(name)) continue;
      await this.remove(name);
      changed += 1;
    }
    return changed;
  }

  private async start(): Promise<void> {
    const { apiKey, data, host, ownerId } = this.settings;
    const child = spawn(process.execPath, [PLUGIN, this.address], {
      env: { ...process.env, RENDER_API_KEY: apiKey, PORTCULLIS_DATA: data },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.process = child;
    const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    this.client = new provider.ResourceProviderClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
    ) as Json;
    const request = new messages.ConfigureRequest();
    request.setArgs(Struct.fromJavaScript({ host, ownerId }));
    request.setAcceptsecrets(true);
    await this.call("configure", request);
  }

  private async bring({ kind, name, args }: Declared): Promise<number> {
    const token = `render:index/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
    const urn = `urn:pulumi:alone::soak::${token}::${name}`;
    const old = this.state.get(name);
    const check = new messages.CheckRequest();
    check.setUrn(urn);
    check.setOlds(struct(old?.inputs ?? {}));
    check.setNews(struct(this.resolved(args) as Properties));
    const checked = await this.call("check", check);
    const failures = checked.getFailuresList().map((each: Json) => each.getReason());
    if (failures.length > 0) throw new Error(failures.join(" "));
    const inputs = values(checked.getInputs());
    if (old === undefined) return this.create(name, urn, inputs);
    const diff = new messages.DiffRequest();
    const about = (request: Json): void => {
      request.setUrn(urn);
      request.setId(old.id);
      request.setOlds(struct(old.outputs));
      request.setNews(struct(inputs));
      request.setOldInputs(struct(old.inputs));
    };
    about(diff);
    const found = await this.call("diff", diff);
    if (found.getChanges() !== messages.DiffResponse.DiffChanges.DIFF_SOME) return 0;
    if (found.getReplacesList().length > 0) {
      await this.remove(name);
      return this.create(name, urn, inputs);
    }
    const update = new messages.UpdateRequest();
    about(update);
    const outputs = values((await this.call("update", update)).getProperties());
    this.state.set(name, { ...old, inputs, outputs });
    return 1;
  }

  private async create(name: string, urn: string, inputs: Properties): Promise<number> {
    const request = new messages.CreateRequest();
    request.setUrn(urn);
    request.setProperties(struct(inputs));
    const made = await this.call("create", request);
    this.state.set(name, { urn, id: made.getId(), inputs, outputs: values(made.getProperties()) });
    return 1;
  }

  private async remove(name: string): Promise<void> {
    const { urn, id, inputs, outputs } = this.state.get(name) as State;
    const request = new messages.DeleteRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(struct(outputs));
    request.setOldInputs(struct(inputs));
    await this.call("delete", request);
    this.state.delete(name);
  }

  private call(name: string, request: unknown): Promise<Json> {
    return new Promise((resolve, reject) => {
      this.client[name](request, (error: Error | null, answer: Json) =>
        error === null ? resolve(answer) : reject(error),
      );
    });
  }

  /** References to outputs and marks of secrets, as a program's SDK resolves them. */
  private resolved(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolved(each));
    if (typeof value !== "object" || value === null) return value;
    if ("ref" in value) {
      const [name = "", ...parts] = String(value.ref).split(".");
      const { id, outputs } = this.state.get(name) as State;
      return parts.reduce<Json>((at, part) => at[part], { ...outputs, id });
    }
    if ("secret" in value) return value.secret;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.resolved(inner)]));
  }
}

const struct = (properties: Properties) => Struct.fromJavaScript(properties as Json);
const values = (properties: Json): Properties => plain(properties.toJavaScript()) as Properties;
