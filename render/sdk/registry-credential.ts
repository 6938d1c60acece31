import * as pulumi from "@pulumi/pulumi";

/** Inputs of a registry credential, by the names of the bridged official provider. */
export interface RegistryCredentialArgs {
  readonly name: pulumi.Input<string>;
  /** `GITHUB`, `GITLAB`, `DOCKER`, `GOOGLE_ARTIFACT` or `AWS_ECR`. */
  readonly registry: pulumi.Input<string>;
  readonly username: pulumi.Input<string>;
  /** Secret. Render never shows it: after an import the next update sets it. */
  readonly authToken: pulumi.Input<string>;
}

/** With what Render pulls images that are not public; a service names it by `registryCredentialId`. */
export class RegistryCredential extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;

  constructor(name: string, args: RegistryCredentialArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/registryCredential:RegistryCredential", name, { ...args }, options);
  }
}
