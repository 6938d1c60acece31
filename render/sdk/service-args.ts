import type * as pulumi from "@pulumi/pulumi";
import type { EnvVarArgs, SecretFileArgs } from "./variables";
import type { RuntimeSourceArgs } from "./web-service-source";

type Text = pulumi.Input<string>;

/** The git commit that every deploy is of; not a property of the bridged provider. @default the branch's newest */
export type CommitArg = Text;

interface MeasureArgs {
  readonly enabled: pulumi.Input<boolean>;
  readonly percentage: pulumi.Input<number>;
}

export type CustomDomainsArgs = pulumi.Input<pulumi.Input<{ readonly name: Text }>[]>;

/** A domain of a service as Render has it. `redirectForName`: the one that it leads to, of a name that Render has added. */
export interface CustomDomain {
  readonly id: string;
  readonly name: string;
  readonly domainType?: string;
  readonly publicSuffix?: string;
  readonly redirectForName?: string;
}

/** A disk as Render has it. */
export interface Disk {
  readonly id: string;
  readonly name: string;
  readonly sizeGb: number;
  readonly mountPath: string;
}

export interface PreviewArgs {
  readonly previews?: pulumi.Input<{ readonly generation?: Text }>;
  /** @deprecated Use `previews`. */
  readonly pullRequestPreviewsEnabled?: pulumi.Input<boolean>;
}

/** Inputs of every kind of service. */
export interface NamedServiceArgs {
  readonly name: Text;
  readonly rootDirectory?: Text;
  readonly envVars?: pulumi.Input<Record<string, pulumi.Input<EnvVarArgs>>>;
  readonly environmentId?: Text;
  /**
   * Env groups that are linked before the first deploy, so that it has their variables; not a property of the bridged
   * provider. An `EnvGroupLink` links after it.
   */
  readonly envGroupIds?: pulumi.Input<Text[]>;
  readonly notificationOverride?: pulumi.Input<{
    readonly notificationsToSend?: Text;
    readonly previewNotificationsEnabled?: Text;
  }>;
}

/** Inputs of every kind that runs a process. */
export interface RunningServiceArgs extends NamedServiceArgs {
  readonly plan: Text;
  /** A change of region replaces the service. */
  readonly region: Text;
  readonly runtimeSource: pulumi.Input<RuntimeSourceArgs>;
  readonly startCommand?: Text;
  readonly secretFiles?: pulumi.Input<Record<string, pulumi.Input<SecretFileArgs>>>;
  readonly logStreamOverride?: pulumi.Input<{
    readonly setting: Text;
    readonly endpoint?: Text;
    readonly token?: Text;
  }>;
}

/** Inputs of every kind whose processes stay up. */
export interface StayingServiceArgs extends RunningServiceArgs, PreviewArgs {
  readonly commit?: CommitArg;
  readonly preDeployCommand?: Text;
  /** @default 1 */
  readonly numInstances?: pulumi.Input<number>;
  readonly autoscaling?: pulumi.Input<{
    readonly enabled: pulumi.Input<boolean>;
    readonly min: pulumi.Input<number>;
    readonly max: pulumi.Input<number>;
    readonly criteria: pulumi.Input<{
      readonly cpu?: pulumi.Input<MeasureArgs>;
      readonly memory?: pulumi.Input<MeasureArgs>;
    }>;
  }>;
  readonly disk?: pulumi.Input<{
    readonly name: Text;
    readonly sizeGb: pulumi.Input<number>;
    readonly mountPath: Text;
  }>;
  /** Seconds. @default 30 */
  readonly maxShutdownDelaySeconds?: pulumi.Input<number>;
}
