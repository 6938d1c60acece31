import * as grpc from "@grpc/grpc-js";
import * as engine from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_grpc_pb";
import { watchPeer } from "../../system";
import { ProviderService } from "./provider-service";

const LIMITS = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
};

/**
 * Serves the provider on a free port of this machine, and prints that port, as the engine expects it. Ends with its
 * engine, also where that is killed: what was made afterwards would not be recorded.
 */
export async function serve(args: readonly string[]): Promise<void> {
  const address = args.find((argument) => !argument.startsWith("-"));
  const host =
    address === undefined
      ? undefined
      : new engine.EngineClient(address, grpc.credentials.createInsecure(), LIMITS);
  if (address !== undefined) watchPeer(address, () => process.exit(1));
  const server = new grpc.Server(LIMITS);
  server.addService(provider.ResourceProviderService, new ProviderService(host).handlers());
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  process.stdout.write(`${port}\n`);
}
