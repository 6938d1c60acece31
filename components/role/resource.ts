import * as pulumi from "@pulumi/pulumi";
import { resourceUrn } from "../resource-urn";
import {
  type AdministratorInputs,
  type ClosedLoginsInputs,
  type ManagedRole,
  SECRET_INPUTS,
  type UnmanagedRole,
} from "./inputs";
import { CLOSED_LOGINS_PROVIDER, ROLE_PROVIDER } from "./provider";

type InputsOf<T> = { readonly [Key in keyof T]: pulumi.Input<T[Key]> };

const ROLE = "pulumi-nodejs:dynamic/portcullis:DatabaseRole";
const CLOSED_LOGINS = "pulumi-nodejs:dynamic/portcullis:ClosedLogins";

export type AdministratorArgs = InputsOf<Omit<AdministratorInputs, "resourceUrn">>;

export type DatabaseRoleArgs =
  | (AdministratorArgs &
      InputsOf<Omit<ManagedRole, keyof AdministratorInputs | "login" | "manage">> & { readonly manage: true })
  | (InputsOf<Omit<UnmanagedRole, "login" | "manage">> & { readonly manage: false });

/**
 * The service's role: made, renamed and given its privileges, or only remembered where it is another's. A dynamic
 * resource: its provider is the input `__provider`.
 */
export class DatabaseRole extends pulumi.CustomResource {
  /** What the service logs in as; a preview knows it. */
  declare readonly login: pulumi.Output<string>;

  constructor(name: string, args: DatabaseRoleArgs, opts: pulumi.CustomResourceOptions = {}) {
    const urn = args.manage ? { resourceUrn: resourceUrn(name, ROLE, opts.parent) } : {};
    const inputs = { ...args, ...urn, login: undefined, __provider: ROLE_PROVIDER };
    super(ROLE, name, inputs, withSecrets(opts));
  }
}

/** Closes the logins that the service no longer uses: it depends on the verification of the deploy with the new one. */
export class ClosedLogins extends pulumi.CustomResource {
  constructor(
    name: string,
    args: AdministratorArgs & InputsOf<Omit<ClosedLoginsInputs, keyof AdministratorInputs>>,
    opts: pulumi.CustomResourceOptions = {},
  ) {
    const urn = resourceUrn(name, CLOSED_LOGINS, opts.parent);
    super(
      CLOSED_LOGINS,
      name,
      { ...args, resourceUrn: urn, __provider: CLOSED_LOGINS_PROVIDER },
      withSecrets(opts),
    );
  }
}

function withSecrets(opts: pulumi.CustomResourceOptions): pulumi.CustomResourceOptions {
  return { ...opts, additionalSecretOutputs: [...(opts.additionalSecretOutputs ?? []), ...SECRET_INPUTS] };
}
