import * as grpc from "@grpc/grpc-js";
import * as services from "@pulumi/pulumi/proto/engine_grpc_pb";
import messages from "@pulumi/pulumi/proto/engine_pb";

/** Reports progress to the user. */
export type Progress = (words: string) => void;

/**
 * Progress as Pulumi's own diagnostics. A dynamic provider gets only its inputs: the engine's address is
 * the one argument its process is started with (pulumi: sdk/nodejs/cmd/dynamic-provider), and the resource's URN is
 * an input. Where the engine cannot be reached, progress is left out.
 */
export function engineProgress(urn: string | undefined, address = process.argv[2]): Progress {
  if (address === undefined || !/^[\w.[\]:-]+:\d+$/.test(address)) return () => {};
  const engine = new services.EngineClient(address, grpc.credentials.createInsecure());
  let told: Promise<void> = Promise.resolve();
  return (words) => {
    const request = new messages.LogRequest();
    request.setSeverity(messages.LogSeverity.INFO);
    request.setMessage(words);
    if (urn !== undefined) request.setUrn(urn);
    // One after the other, or they arrive in any order. A line that does not arrive is no reason to stop.
    told = told.then(() => new Promise((resolve) => void engine.log(request, () => resolve())));
  };
}
