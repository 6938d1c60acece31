import * as grpc from "@grpc/grpc-js";
import providerPackage from "@pulumi/pulumi/proto/provider_pb";
import statusPackage from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { describe } from "../../render-api";
import { IncompleteResourceError } from "../failure";
import { type Properties, withoutAbsent, withSecrets } from "./property-values";

/**
 * An error as gRPC carries it. A resource that exists although its creation failed travels along in the
 * `grpc-status-details-bin` field, so that the engine keeps it in its state (pulumi sdk/nodejs/provider/server.ts).
 */
export function statusOf(
  error: unknown,
  secrets: readonly (readonly string[])[],
  redacted: (text: string) => string,
): Partial<grpc.ServiceError> {
  const message = redacted(describe(error));
  if (!(error instanceof IncompleteResourceError)) return { code: grpc.status.UNKNOWN, details: message };
  const detail = new providerPackage.ErrorResourceInitFailed();
  detail.setId(error.id);
  detail.setProperties(propertiesOf(error.outputs, secrets));
  detail.setReasonsList(error.reasons.map(redacted));
  const packed = new Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new statusPackage.Status();
  status.setCode(grpc.status.UNKNOWN);
  status.setMessage(message);
  status.addDetails(packed);
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code: grpc.status.UNKNOWN, details: message, metadata };
}

/** A property bag for the engine, its secrets marked. */
export function propertiesOf(values: Properties, secrets: readonly (readonly string[])[]): Struct {
  return Struct.fromJavaScript(withSecrets(withoutAbsent(values), secrets) as never);
}
