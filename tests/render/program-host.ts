import path from "node:path";
import * as grpc from "@grpc/grpc-js";
import * as language from "@pulumi/pulumi/proto/language_grpc_pb";

const root = path.join(__dirname, "../..");

/**
 * Runs a program in this process, as Pulumi's Automation API does: the engine asks this host for it. A process of its
 * own loads the whole SDK for each preview and each update, which is a third of what one costs.
 */
export class ProgramHost {
  private constructor(
    private readonly server: grpc.Server,
    /** The option by which `pulumi up` and `pulumi preview` find the host. */
    readonly option: string,
  ) {}

  /** @param declared what the program declares, asked in each run */
  static async open(declared: () => readonly unknown[]): Promise<ProgramHost> {
    const declare = require(path.join(root, "tests/fixtures/render-program/declare.cjs"));
    const program = async () => declare(require(path.join(root, "dist/render.js")), declared());
    // What the Automation API uses; the SDK has no types for it.
    const { LanguageServer } = require("@pulumi/pulumi/automation/server");
    const server = new grpc.Server();
    server.addService(language.LanguageRuntimeService, new LanguageServer(program));
    const port = await new Promise<number>((resolve, reject) => {
      const insecure = grpc.ServerCredentials.createInsecure();
      server.bindAsync("127.0.0.1:0", insecure, (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
    return new ProgramHost(server, `--client=127.0.0.1:${port}`);
  }

  close(): void {
    this.server.forceShutdown();
  }
}
