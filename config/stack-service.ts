import type { DriverName, Port } from "../domain";
import type { ServiceDatabase } from "./service-database";
import type { StackVerification } from "./stack-verification";

/** What every kind of service has. */
interface Built {
  /** Its key in `portcullis:services`; for the short form its name. */
  readonly key: string;
  /** Its name at Render. */
  readonly name: string;
  /** Undefined for an image that exists already. */
  readonly repository?: string | undefined;
  readonly branch: string;
  readonly build?: string | undefined;
  readonly rootDirectory?: string | undefined;
  /** Those of `portcullis:environment`, and its own, which win. */
  readonly environment: Readonly<Record<string, string>>;
  readonly verify: StackVerification;
}

/** What every kind has that runs a process. */
interface Running extends Built {
  readonly runtime: string;
  readonly region: string;
  readonly plan: string;
  /** Undefined only where an image has its own command. */
  readonly start?: string | undefined;
  readonly dockerfile?: string | undefined;
  readonly dockerContext?: string | undefined;
  readonly image?: string | undefined;
  readonly driver?: DriverName | undefined;
  readonly driverSettings: Readonly<Record<string, string>>;
  /** Which of the stack's databases DATABASE_URL leads to; undefined for none, and where `databases` is written. */
  readonly database?: string | undefined;
  /** Every database that it uses, in the order of the file, by the variable that gets its URL. */
  readonly databases: Readonly<Record<string, ServiceDatabase>>;
}

export interface StackWebService extends Running {
  readonly type: "web";
  readonly port: Port;
  readonly healthCheckPath: string;
  readonly preDeploy?: string | undefined;
}

/** A service that only other services of the workspace reach. */
export interface StackPrivateService extends Running {
  readonly type: "private";
  readonly port: Port;
  readonly preDeploy?: string | undefined;
}

/** A process that listens on nothing. */
export interface StackWorker extends Running {
  readonly type: "worker";
  readonly preDeploy?: string | undefined;
}

export interface StackCronJob extends Running {
  readonly type: "cron";
  /** Five fields, in UTC. */
  readonly schedule: string;
}

export interface StackStaticSite extends Built {
  readonly type: "static";
  readonly publishPath: string;
  readonly routes: readonly {
    readonly type: "redirect" | "rewrite";
    readonly source: string;
    readonly destination: string;
  }[];
  readonly headers: readonly { readonly path: string; readonly name: string; readonly value: string }[];
}

/** A service of a stack file, with its defaults. */
export type StackService =
  | StackWebService
  | StackPrivateService
  | StackWorker
  | StackCronJob
  | StackStaticSite;
