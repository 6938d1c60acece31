import type { DriverName } from "../../domain";
import type { ServiceType } from "../../domain/service-type";
import type { Addresses } from "../../probes/database-address";
import type { Endpoint } from "../../probes/endpoint";
// Each from its own file: who imports the package reads these types, and needs none of what the probes are made of.
import type { ExpectedAccess } from "../../probes/expected-access";
import type { Schedule } from "../../probes/schedule";

/** What a stability window is compared with; times in milliseconds. */
export interface StabilityLimits {
  /** From the end of one probe to the next. */
  readonly interval: number;
  /** 0 to less than 1. */
  readonly maxErrorRate: number;
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
  readonly p99?: number | undefined;
  /** How much more memory may be used in the last third of the window than in the first: 0.2 for a fifth. */
  readonly maxMemoryGrowth?: number | undefined;
  readonly previous?: PreviousLimits | undefined;
}

/** How much more than in the previous deploy's window there may be; nothing is compared that is not declared. */
export interface PreviousLimits {
  /** The difference of the error rates. */
  readonly errorRate?: number | undefined;
  /** The factor of the percentiles of the latency. */
  readonly latency?: number | undefined;
  /** The factor of the highest use of memory. */
  readonly memory?: number | undefined;
  /** How many kinds of error lines. */
  readonly newErrors?: number | undefined;
}

/** What decides whether a way to a database serves the service, beside its URL. */
export interface DatabaseWays {
  readonly driverSettings: Readonly<Record<string, string>>;
  /** The shared pooler's host, where the URL does not say it. */
  readonly poolerHost?: string | undefined;
}

/** What a stack declares of a connection URL in a variable. */
export interface DeclaredDatabase {
  readonly url: string;
  readonly driver?: DriverName;
  readonly access?: ExpectedAccess;
  readonly ways?: DatabaseWays;
}

/** A verification's inputs: plain values, because they are read in the provider's process. */
export interface VerificationInputs {
  /** The service's name, for messages. */
  readonly service: string;
  readonly serviceId: string;
  /** A new deploy makes the verification run again. */
  readonly deployId: string;
  /** The service's public address. */
  readonly url: string;
  /** The kind of service. @default "web" */
  readonly type?: ServiceType;
  /** Undefined for what listens on nothing. */
  readonly port?: number;
  /** Empty where the service has none. */
  readonly healthCheckPath: string;
  /** Secret: headers and bodies may hold tokens. */
  readonly endpoints: readonly Endpoint[];
  /** Secret. The URL that the stack derives; what the service really has is asked at Render. */
  readonly databaseUrl: string;
  /** Secret. The same of other variables, by their names; undefined where there are none, as in every older state. */
  readonly databases?: Readonly<Record<string, DeclaredDatabase>>;
  /** How the service reads `databaseUrl`. @default as libpq does */
  readonly driver?: DriverName;
  /** What the stack declares of its role; undefined where the role is another's. */
  readonly access?: ExpectedAccess;
  readonly schedule: Schedule;
  /** A regular expression that a line of the log must match. */
  readonly log?: string;
  /** Whether a cron job is run once, or how many milliseconds that may take. @default true */
  readonly run?: boolean | number;
  /** What is known of the ways to its databases; undefined where they are not asked. */
  readonly ways?: DatabaseWays;
  /** Milliseconds. */
  readonly stability: number;
  /** What is compared in that time; undefined where nothing is declared, as in every older state. */
  readonly stabilityLimits?: StabilityLimits;
  readonly rollback: boolean;
  /** The stack's name. */
  readonly environment: string;
  /** The folder of failure records, from the project's; false where none are kept. */
  readonly records: string | false;
  readonly addresses: Addresses;
  /** Secret; RENDER_API_KEY where the stack has none. */
  readonly renderApiKey?: string;
  /** RENDER_HOST, else Render's own, where the stack has none. */
  readonly renderHost?: string;
  /** The resource, so that progress is shown in its row. */
  readonly resourceUrn?: string;
}

/** Inputs that say how Render is reached and what happens on failure: a change of these needs no new verification. */
export const NOT_VERIFIED = new Set<string>([
  "renderApiKey",
  "renderHost",
  "rollback",
  "environment",
  "records",
  "resourceUrn",
  "service",
  "__provider",
]);

/** Inputs that are secret, whole. */
export const SECRET_INPUTS = ["endpoints", "databaseUrl", "databases", "renderApiKey"] as const;
