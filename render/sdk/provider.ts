import * as pulumi from "@pulumi/pulumi";

/** Each value may come from the `render:` configuration or a RENDER_ variable instead. */
export interface ProviderArgs {
  readonly apiKey?: pulumi.Input<string>;
  /** The workspace: tea-… or usr-…. */
  readonly ownerId?: pulumi.Input<string>;
  /** @default "https://api.render.com/v1" */
  readonly host?: pulumi.Input<string>;
  /** @default false */
  readonly waitForDeployCompletion?: pulumi.Input<boolean>;
  /** @default false */
  readonly skipDeployAfterServiceUpdate?: pulumi.Input<boolean>;
  /** Seconds that one request may take before it is given up and, where that is harmless, repeated. @default 30 */
  readonly requestTimeout?: pulumi.Input<number>;
}

/** The provider with a configuration of its own, for programs that use several. */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, options?: pulumi.ResourceOptions) {
    // The engine hands a provider's configuration over as text.
    const text = (value: pulumi.Input<unknown> | undefined) =>
      value === undefined ? undefined : pulumi.output(value).apply(String);
    const inputs = {
      apiKey: args.apiKey === undefined ? undefined : pulumi.secret(args.apiKey),
      ownerId: args.ownerId,
      host: args.host,
      waitForDeployCompletion: text(args.waitForDeployCompletion),
      skipDeployAfterServiceUpdate: text(args.skipDeployAfterServiceUpdate),
      requestTimeout: text(args.requestTimeout),
    };
    super("render", name, inputs, {
      ...options,
      additionalSecretOutputs: ["apiKey"],
    } as pulumi.ResourceOptions);
  }
}
