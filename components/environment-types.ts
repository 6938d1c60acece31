import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../databases";
import type { DatabaseConnectionArgs } from "./database-args";
import type { PromotionArgs } from "./promotion";
import type { ServiceArgs } from "./service-args";
import type { VerificationResult } from "./verification";
import type { ChecksArgs } from "./verification/args";

/** What is stated once for all parts of an environment. */
type Shared = "driver" | "driverSettings" | "otherEnvironments" | "addresses" | "login" | "variables";

/** A database, and how services reach it. */
export type DatabaseArgs = Omit<DatabaseConnectionArgs, Shared>;

/** A database as one variable of a service has it. */
export interface UsedDatabaseArgs {
  /** Which of `databases`. */
  readonly database: string;
  /** @default the service's */
  readonly driver?: ServiceArgs["driver"];
  /** In place of the service's. @default the service's, with its driver */
  readonly driverSettings?: ServiceArgs["driverSettings"];
  /** At Supabase: how this variable's URL reaches it. @default as the database says */
  readonly connection?: pulumi.Input<Connection>;
}

type Stated = "databaseUrl" | "databaseUrls" | "otherEnvironments" | "standardPort" | "revision";

/** A service among several. */
export type EnvironmentServiceArgs = Omit<ServiceArgs, Stated> & {
  /** Which of `databases` its DATABASE_URL leads to. @default the only one, where it has a `driver` */
  readonly database?: string;
  /** In place of `database`: all that it uses, by the variables that get their URLs. */
  readonly databases?: Readonly<Record<string, string | UsedDatabaseArgs>>;
  /** How a deploy is proven healthy, besides what its kind is asked anyway. */
  readonly verify?: ChecksArgs;
};

/** One environment: its only service or its services, with their databases. */
export type EnvironmentArgs = EnvironmentParts &
  (Required<Pick<EnvironmentParts, "service">> | Required<Pick<EnvironmentParts, "services">>);

interface EnvironmentParts {
  /** Its only service. Its driver decides the database URL's scheme and parameters. */
  readonly service?: Omit<EnvironmentServiceArgs, "verify">;
  /** Its services, by keys of your own: they become part of the resources' names. */
  readonly services?: Readonly<Record<string, EnvironmentServiceArgs>>;
  /** Its only database. */
  readonly database?: DatabaseArgs;
  /** Its databases, by the names that services use. */
  readonly databases?: Readonly<Record<string, DatabaseArgs>>;
  /** With `service`: how a deploy is proven healthy, besides deploy, port, database and health check. */
  readonly verify?: ChecksArgs;
  /** The environment's name. @default the stack's */
  readonly environment?: string;
  /** The port that services of the organisation listen on. @default what the policy pack says, 8000 by itself */
  readonly standardPort?: pulumi.Input<number>;
  /** Names of stacks whose database must not be this one's; each is read by a StackReference. @default none */
  readonly otherEnvironments?: readonly string[];
  /** The stack that verifies first what this one gets. @default none: the newest commit of each branch */
  readonly promotion?: PromotionArgs;
  /** Where an address is found on this machine, as `host:port`. A rehearsal alone sets it. */
  readonly addresses?: Readonly<Record<string, string>>;
}

/** What is known of one service of an environment. */
export interface EnvironmentService {
  readonly type: string;
  readonly serviceId: pulumi.Output<string>;
  /** Undefined for what has no address. */
  readonly url?: pulumi.Output<string>;
  /** What was checked after the newest deploy. */
  readonly verification: pulumi.Output<VerificationResult>;
}
