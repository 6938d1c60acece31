import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import * as services from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import messages from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Registered } from "./gate/program";

const PACK = path.join(__dirname, "../../policy");

/** A resource as the engine sends it. */
export interface Sent extends Pick<Registered, "type" | "name" | "props"> {
  readonly urn: string;
  readonly parent?: string;
}

/** What the engine sends of a policy's configuration. */
export interface Configured {
  readonly level: "advisory" | "mandatory" | "disabled";
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The built pack in a process of its own, asked as the engine asks it. */
export class ServedPack {
  private constructor(
    private readonly child: ChildProcess,
    // biome-ignore lint/suspicious/noExplicitAny: the SDK's stubs have no types for their services
    private readonly client: any,
  ) {}

  static async start(): Promise<ServedPack> {
    const child = spawn(process.execPath, ["index.cjs"], { cwd: PACK, stdio: ["ignore", "pipe", "inherit"] });
    const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const { AnalyzerClient } = services as never as { AnalyzerClient: grpc.ServiceClientConstructor };
    return new ServedPack(child, new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure()));
  }

  stop(): void {
    this.client.close();
    this.child.kill();
  }

  /** Each policy's name and whether it is one of resources. */
  async policies(): Promise<readonly (readonly [string, boolean])[]> {
    const info = await this.call("getAnalyzerInfo", new Empty());
    return info
      .getPoliciesList()
      .map((policy: messages.PolicyInfo) => [
        policy.getName(),
        policy.getPolicyType() === messages.PolicyType.POLICY_TYPE_RESOURCE,
      ]);
  }

  async configure(config: Readonly<Record<string, Configured>>): Promise<void> {
    const request = new messages.ConfigureAnalyzerRequest();
    for (const [name, { level, properties = {} }] of Object.entries(config)) {
      const one = new messages.PolicyConfig();
      const levels = messages.EnforcementLevel;
      one.setEnforcementlevel(
        { advisory: levels.ADVISORY, mandatory: levels.MANDATORY, disabled: levels.DISABLED }[level],
      );
      one.setProperties(Struct.fromJavaScript(properties as never));
      request.getPolicyconfigMap().set(name, one);
    }
    await this.call("configure", request);
  }

  /** What the policies report of a resource, each as `policy: message`. */
  async analyze({ type, name, urn, props, parent }: Sent): Promise<readonly string[]> {
    const request = new messages.AnalyzeRequest();
    request.setType(type);
    request.setName(name);
    request.setUrn(urn);
    const options = new messages.AnalyzerResourceOptions();
    if (parent !== undefined) options.setParent(parent);
    request.setOptions(options);
    request.setProperties(Struct.fromJavaScript(JSON.parse(JSON.stringify(props))));
    const response: messages.AnalyzeResponse = await this.call("analyze", request);
    // The SDK puts a policy's description before what it reports.
    return response
      .getDiagnosticsList()
      .map((one) => `${one.getPolicyname()}: ${one.getMessage().replace(`${one.getDescription()}\n`, "")}`);
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  private call(method: string, request: unknown): Promise<any> {
    return new Promise((resolve, reject) => {
      this.client[method](request, (error: Error | null, response: unknown) =>
        error === null ? resolve(response) : reject(error),
      );
    });
  }
}
