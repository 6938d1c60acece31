// The Node.js language host for a CLI that was built from Go modules, which bring none. It is bundled into one
// file when the engine is built, so that it does not depend on the checkout it came from.
import * as grpc from "@grpc/grpc-js";
import * as language from "@pulumi/pulumi/proto/language_grpc_pb";
import { watchPeer } from "../../../system";
import { LanguageRuntime } from "./runtime";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

const server = new grpc.Server({
  "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
  "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
});

// The first argument that is no flag is the engine's own address.
const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
const runtime = new LanguageRuntime(engineAddress);
// An engine that was killed ends nothing: the program and its plugins would go on without it.
if (/:\d+$/.test(engineAddress)) watchPeer(engineAddress, () => process.exit(1));
server.addService(language.LanguageRuntimeService, runtime.handlers());
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) {
    process.stderr.write(`pulumi-language-nodejs: cannot listen: ${error.message}\n`);
    process.exit(1);
  }
  // The engine reads the port from the first line of standard output.
  process.stdout.write(`${port}\n`);
});
