import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../config";
import { SECRET_INPUTS, type VerificationInputs } from "./inputs";
import { VERIFICATION_PROVIDER } from "./provider";
import type { VerificationResult } from "./result";

export interface VerificationArgs {
  readonly serviceId: pulumi.Input<string>;
  readonly deployId: pulumi.Input<string>;
  readonly url: pulumi.Input<string>;
  readonly databaseUrl: pulumi.Input<string>;
}

const TYPE = "pulumi-nodejs:dynamic/portcullis:Verification";

/**
 * Holds the update until the deploy is proven healthy: it is made only after every check passed, and again for each
 * new deploy. A check that fails, or that cannot be decided, fails the update and says why. A dynamic resource: its
 * provider is the input `__provider`.
 */
export class Verification extends pulumi.CustomResource {
  /** What was asked and what came back, without secrets. */
  declare readonly result: pulumi.Output<VerificationResult>;

  constructor(
    name: string,
    stack: Stack,
    args: VerificationArgs,
    options: pulumi.CustomResourceOptions = {},
  ) {
    const properties = { ...propertiesOf(name, stack, args, options), result: undefined };
    const secret = [...(options.additionalSecretOutputs ?? []), ...SECRET_INPUTS];
    const inputs = { ...properties, __provider: VERIFICATION_PROVIDER };
    super(TYPE, name, inputs, { ...options, additionalSecretOutputs: secret });
  }
}

type Properties = { readonly [Key in keyof VerificationInputs]: pulumi.Input<VerificationInputs[Key]> };

function propertiesOf(
  name: string,
  stack: Stack,
  { serviceId, deployId, url, databaseUrl }: VerificationArgs,
  { parent }: pulumi.CustomResourceOptions,
): Properties {
  const { service, verify, addresses } = stack.configuration;
  const { apiKey, host } = stack.render;
  const { endpoints, schedule, stability, rollback, records } = verify;
  return {
    service: service.name,
    serviceId,
    deployId,
    url,
    port: service.port,
    healthCheckPath: service.healthCheckPath,
    endpoints: pulumi.secret(endpoints),
    databaseUrl: pulumi.secret(databaseUrl),
    schedule,
    stability,
    rollback,
    environment: stack.name,
    records,
    addresses,
    resourceUrn: pulumi.createUrn(name, TYPE, parent),
    ...(apiKey === undefined ? {} : { renderApiKey: apiKey }),
    ...(host === undefined ? {} : { renderHost: host }),
  };
}
