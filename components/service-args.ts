import type * as pulumi from "@pulumi/pulumi";
import { STANDARD_PORT } from "../domain";
import type { ServiceType } from "../domain/service-type";
import type * as render from "../render/sdk";

/** A connection URL in a variable, and what reads it. */
export interface DatabaseUrlArgs {
  /** Kept as a secret. */
  readonly url: pulumi.Input<string>;
  /** The PostgreSQL driver that reads it. @default none that is known */
  readonly driver?: pulumi.Input<string>;
  /** Settings of the driver outside the URL, by its own names. */
  readonly driverSettings?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
}

/** What is stated of a service of any kind. Each `Input` may be another resource's output. */
export interface ServiceArgs {
  /**
   * `web`; `private`, which only the workspace's own services reach; `worker`, which listens on nothing; `cron`, a
   * command by a schedule; or `static`, built pages. @default "web"
   */
  readonly type?: ServiceType;
  /** The service's name at Render. @default the component's own name */
  readonly name?: pulumi.Input<string>;
  /** The git repository, as an https address. All but an image have one. */
  readonly repository?: pulumi.Input<string>;
  /** @default "main" */
  readonly branch?: pulumi.Input<string>;
  /** `docker`, `image`, or a native runtime of Render: `python`, `node`, `go`, `ruby`, `rust` or `elixir`. Not `static`. */
  readonly runtime?: pulumi.Input<string>;
  /** A change of region replaces the service. Not `static`. */
  readonly region?: pulumi.Input<string>;
  /** @default "starter" */
  readonly plan?: pulumi.Input<string>;
  /** The build command of a native runtime or a static site. */
  readonly build?: pulumi.Input<string>;
  /** The start command; what has a port listens on `$PORT`. */
  readonly start?: pulumi.Input<string>;
  /** `web`, `private`, `worker`: the command before each deploy, such as a migration. */
  readonly preDeploy?: pulumi.Input<string>;
  /** `web`, `private`: what PORT says and the service listens on, 1 to 65535. @default 8000 */
  readonly port?: pulumi.Input<number>;
  /** `web`: a path that answers 200 once the service is healthy; empty for none. @default "/health" */
  readonly healthCheckPath?: pulumi.Input<string>;
  /** `docker`: the Dockerfile's path. @default "./Dockerfile" */
  readonly dockerfile?: pulumi.Input<string>;
  /** `docker`: the folder it is built in. @default "." */
  readonly dockerContext?: pulumi.Input<string>;
  /** `image`: `NAME`, `NAME:TAG` or `NAME@DIGEST`. */
  readonly image?: pulumi.Input<string>;
  /**
   * What is deployed, whatever the branch or the tag has by now: the git commit's whole id, or the image's digest
   * (`sha256:…`). Render then deploys nothing by itself. Not `cron`, but of an image. @default the newest
   */
  readonly revision?: pulumi.Input<string>;
  /** `cron`: five fields, in UTC. */
  readonly schedule?: pulumi.Input<string>;
  /** `static`: the folder of the built pages. @default "public" */
  readonly publishPath?: pulumi.Input<string>;
  /** `static`: the first that matches applies. */
  readonly routes?: render.StaticSiteArgs["routes"];
  /** `static`: response headers. */
  readonly headers?: render.StaticSiteArgs["headers"];
  /** The service's folder in the repository. @default the repository itself */
  readonly rootDirectory?: pulumi.Input<string>;
  /** Variables besides PORT and those of its databases, which they replace where they name them. */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Its value of DATABASE_URL, kept as a secret. @default none */
  readonly databaseUrl?: pulumi.Input<string>;
  /** Connection URLs in other variables, by their names. @default none */
  readonly databaseUrls?: Readonly<Record<string, DatabaseUrlArgs>>;
  /** The PostgreSQL driver of the service's code, such as `asyncpg`: the policy pack judges by it. */
  readonly driver?: pulumi.Input<string>;
  /** Settings of the driver outside the URL, by its own names. */
  readonly driverSettings?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  /** The port that services of the organisation listen on. @default what the policy pack says, 8000 by itself */
  readonly standardPort?: pulumi.Input<number>;
  /** Database endpoints of other environments, by name: the policy pack rejects a service that uses one of them. */
  readonly otherEnvironments?: Readonly<Record<string, pulumi.Input<unknown>>>;
}

/** What a service is given where its arguments leave it out. */
export const SERVICE_DEFAULTS = {
  branch: "main",
  plan: "starter",
  port: STANDARD_PORT as number,
  healthCheckPath: "/health",
} as const;
