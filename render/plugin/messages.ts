import pluginPackage from "@pulumi/pulumi/proto/plugin_pb";
import providerPackage from "@pulumi/pulumi/proto/provider_pb";
import type { Problem } from "../fields";
import { version } from "../package.json";
import { propertiesOf } from "./init-failure";
import type { Properties } from "./property-values";
import { packageSchema } from "./schema";

export function checkResponse(
  inputs: Properties,
  problems: readonly Problem[],
  secrets: readonly (readonly string[])[],
): unknown {
  const response = new providerPackage.CheckResponse();
  response.setInputs(propertiesOf(inputs, secrets));
  response.setFailuresList(failuresOf(problems));
  return response;
}

export function failuresOf(problems: readonly Problem[]): providerPackage.CheckFailure[] {
  return problems.map(({ property, reason }) => {
    const failure = new providerPackage.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
}

export function handshake(): unknown {
  const response = new providerPackage.ProviderHandshakeResponse();
  response.setAcceptSecrets(false);
  return response;
}

export function pluginInfo(): unknown {
  const info = new pluginPackage.PluginInfo();
  info.setVersion(version);
  return info;
}

export function schema(): unknown {
  const response = new providerPackage.GetSchemaResponse();
  response.setSchema(JSON.stringify(packageSchema(version)));
  return response;
}
