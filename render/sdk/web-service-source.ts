import type * as pulumi from "@pulumi/pulumi";

interface RepositoryArgs {
  readonly repoUrl: pulumi.Input<string>;
  readonly branch: pulumi.Input<string>;
  /** @default true */
  readonly autoDeploy?: pulumi.Input<boolean>;
  /** `off`, `commit` or `checksPass`. @default "commit" */
  readonly autoDeployTrigger?: pulumi.Input<string>;
  readonly buildFilter?: pulumi.Input<{
    readonly paths?: pulumi.Input<pulumi.Input<string>[]>;
    readonly ignoredPaths?: pulumi.Input<pulumi.Input<string>[]>;
  }>;
}

/** Built by Render from a repository; the service needs a `startCommand`. */
export interface NativeRuntimeArgs extends RepositoryArgs {
  /** `elixir`, `go`, `node`, `python`, `ruby` or `rust`. */
  readonly runtime: pulumi.Input<string>;
  readonly buildCommand: pulumi.Input<string>;
}

/** Built by Render from a repository's Dockerfile. */
export interface DockerArgs extends RepositoryArgs {
  /** @default "." */
  readonly context?: pulumi.Input<string>;
  /** @default "./Dockerfile" */
  readonly dockerfilePath?: pulumi.Input<string>;
  readonly registryCredentialId?: pulumi.Input<string>;
}

/** An image that exists already; `imageUrl` names neither tag nor digest. */
export interface ImageArgs {
  readonly imageUrl: pulumi.Input<string>;
  readonly tag?: pulumi.Input<string>;
  readonly digest?: pulumi.Input<string>;
  readonly registryCredentialId?: pulumi.Input<string>;
}

/** Where the service's code comes from: exactly one of these. */
export interface RuntimeSourceArgs {
  readonly nativeRuntime?: pulumi.Input<NativeRuntimeArgs>;
  readonly docker?: pulumi.Input<DockerArgs>;
  readonly image?: pulumi.Input<ImageArgs>;
}
