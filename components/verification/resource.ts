import * as pulumi from "@pulumi/pulumi";
import { VERIFY_DEFAULTS } from "../../config";
import type { DriverName } from "../../domain";
import { assertArguments } from "../arguments/assert-arguments";
import { verification } from "../arguments/verification";
import { resourceUrn } from "../resource-urn";
import type { VerificationArgs } from "./args";
import { endpointsOf, scheduleOf, stabilityOf } from "./defaults";
import { type DatabaseWays, type DeclaredDatabase, SECRET_INPUTS, type VerificationInputs } from "./inputs";
import { VERIFICATION_PROVIDER } from "./provider";
import type { VerificationResult } from "./result";
import { VERIFICATION_TYPE } from "./type";

/**
 * Holds the update until the deploy is proven healthy: it is made only after every check passed, and again for each
 * new deploy. A check that fails, or that cannot be decided, fails the update and says why. A dynamic resource: its
 * provider is the input `__provider`.
 */
export class Verification extends pulumi.CustomResource {
  /** What was asked and what came back, without secrets. */
  declare readonly result: pulumi.Output<VerificationResult>;

  constructor(name: string, args: VerificationArgs, opts: pulumi.CustomResourceOptions = {}) {
    assertArguments("Verification", name, verification, args);
    const secret = [...(opts.additionalSecretOutputs ?? []), ...SECRET_INPUTS];
    const inputs = { ...inputsOf(name, args, opts), result: undefined, __provider: VERIFICATION_PROVIDER };
    super(VERIFICATION_TYPE, name, inputs, { ...opts, additionalSecretOutputs: secret });
  }
}

type Ways = Pick<VerificationArgs, "driverSettings" | "poolerHost">;

const connectInputsOf = ({ driverSettings = {}, poolerHost }: Ways) =>
  pulumi.output({
    driverSettings,
    ...(poolerHost !== undefined && { poolerHost }),
  }) as pulumi.Output<DatabaseWays>;

/** Databases of other variables; a stack without any has no key in its state. */
function databasesOf({ databases = {}, connect }: VerificationArgs) {
  const all = Object.entries(databases).map(([name, { url, driver, access, ...ways }]) => {
    const declared = {
      ...{ url, ...(driver !== undefined && { driver }), ...(access !== undefined && { access }) },
      ...(connect === true && { ways: connectInputsOf(ways) }),
    };
    return [name, declared] as const;
  });
  if (all.length === 0) return {};
  const secret = pulumi.secret(Object.fromEntries(all));
  return { databases: secret as unknown as pulumi.Output<Readonly<Record<string, DeclaredDatabase>>> };
}

type Inputs = { readonly [Key in keyof VerificationInputs]: pulumi.Input<VerificationInputs[Key]> };

function inputsOf(name: string, args: VerificationArgs, { parent }: pulumi.CustomResourceOptions): Inputs {
  const { service, serviceId, deployId, url, port, healthCheckPath, databaseUrl, type, log, run } = args;
  const { renderApiKey, renderHost, access } = args;
  return {
    service,
    serviceId,
    deployId,
    url,
    ...(port !== undefined && { port }),
    ...(type !== undefined && { type }),
    ...(log !== undefined && { log }),
    // A run is a cron job's alone.
    ...(type === "cron" && run !== undefined && { run }),
    ...(args.connect === true && { ways: connectInputsOf(args) }),
    healthCheckPath,
    endpoints: pulumi.secret(endpointsOf(args.endpoints ?? [])),
    databaseUrl: pulumi.secret(databaseUrl),
    ...databasesOf(args),
    schedule: scheduleOf(args.schedule ?? {}, name),
    ...stabilityOf(args.stability),
    rollback: args.rollback ?? VERIFY_DEFAULTS.rollback,
    environment: args.environment ?? pulumi.getStack(),
    records: args.records ?? VERIFY_DEFAULTS.records,
    addresses: args.addresses ?? {},
    resourceUrn: resourceUrn(name, VERIFICATION_TYPE, parent),
    ...(access === undefined ? {} : { access }),
    ...(args.driver === undefined ? {} : { driver: args.driver as pulumi.Input<DriverName> }),
    ...(renderApiKey === undefined ? {} : { renderApiKey: pulumi.secret(renderApiKey) }),
    ...(renderHost === undefined ? {} : { renderHost }),
  };
}
