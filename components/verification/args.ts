import type * as pulumi from "@pulumi/pulumi";
import type { ServiceType } from "../../domain/service-type";
import type { ExpectedAccess } from "../../probes/expected-access";
import type { PreviousLimits } from "./inputs";

/** What is expected at a path of the JSON body: the value, a regular expression of its text, or that it is there. */
export interface JsonExpectation {
  readonly path: string;
  readonly equals?: unknown;
  readonly matches?: string;
  readonly exists?: boolean;
}

/** One endpoint of the service to ask, and the answer that is right. */
export interface EndpointArgs {
  /** For messages. */
  readonly name: pulumi.Input<string>;
  /** Begins with `/`. */
  readonly path: pulumi.Input<string>;
  /** @default "GET" */
  readonly method?: pulumi.Input<string>;
  readonly headers?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  /** Sent as JSON. One of `json`, `body` and `file`. */
  readonly json?: pulumi.Input<unknown>;
  /** Sent as it is. */
  readonly body?: pulumi.Input<string>;
  /** Sent as a form, in the field `field`. */
  readonly file?: pulumi.Input<{
    readonly field: pulumi.Input<string>;
    readonly name: pulumi.Input<string>;
    readonly content: pulumi.Input<string>;
    readonly contentType?: pulumi.Input<string>;
  }>;
  /** Milliseconds, for the whole answer. @default 10000 */
  readonly timeout?: pulumi.Input<number>;
  /** Opened as a WebSocket, in place of a request. */
  readonly webSocket?: pulumi.Input<{
    /** The subprotocol that is offered, and must be agreed to. */
    readonly protocol?: pulumi.Input<string>;
    /** Sent as text when it is open. */
    readonly send?: pulumi.Input<string>;
    /** A regular expression that the first message must match. @default the handshake is enough */
    readonly message?: pulumi.Input<string>;
  }>;
  readonly expect?: pulumi.Input<{
    /** @default 200 */
    readonly status?: pulumi.Input<number>;
    /** Text that the body must hold. */
    readonly text?: pulumi.Input<string>;
    /** Regular expressions by header: each must be in the answer, and match. */
    readonly headers?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
    /** Must lead to a value in the JSON body (other than null, false and ""), or to what a mapping expects there. */
    readonly jsonPath?: pulumi.Input<string | JsonExpectation>;
    /** A JSON Schema (2020-12, or draft 7 by its `$schema`) that the body must hold. */
    readonly bodySchema?: pulumi.Input<Readonly<Record<string, unknown>>>;
    /** Milliseconds from the request to the body's first byte. Of a stream no more is read than is asked of it. */
    readonly firstByte?: pulumi.Input<number>;
    /** How many days the certificate must still hold. */
    readonly tlsExpiry?: pulumi.Input<number>;
  }>;
}

/** When and how often is asked, by the names of Argo Rollouts' analysis; milliseconds. */
export interface ScheduleArgs {
  /** Before the first question. @default 0 */
  readonly initialDelay?: pulumi.Input<number>;
  /** From the end of one answer to the next question. @default 2000 */
  readonly interval?: pulumi.Input<number>;
  /** How many answers are counted. @default 1, or as many as `consecutiveSuccessLimit` needs */
  readonly count?: pulumi.Input<number>;
  /** How many wrong answers are tolerated; -1: any number. @default 0 */
  readonly failureLimit?: pulumi.Input<number>;
  /** How many times in a row no answer is tolerated. @default 4 */
  readonly consecutiveErrorLimit?: pulumi.Input<number>;
  /** How many right answers in a row decide; 0: the count decides. @default 0 */
  readonly consecutiveSuccessLimit?: pulumi.Input<number>;
  /** For the whole verification, the deploy's own time included. @default 1800000 (30 minutes) */
  readonly deadline?: pulumi.Input<number>;
}

/** A stability window, and what it is compared with; times in milliseconds. */
export interface StabilityArgs {
  readonly window: number;
  /** From the end of one probe to the next. @default 1000 */
  readonly interval?: number;
  /** The part of the probes that may be wrong or without an answer, 0 to less than 1. @default 0 */
  readonly maxErrorRate?: number;
  /** Percentiles of the latency. */
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
  readonly p99?: number | undefined;
  /** How much more memory may be used in the last third of the window than in the first: 0.2 for a fifth. */
  readonly maxMemoryGrowth?: number | undefined;
  /** How much more than in the previous deploy's window there may be. @default nothing is compared */
  readonly previous?: PreviousLimits | undefined;
}

/** How a deploy is proven healthy. */
export interface ChecksArgs {
  /** Besides deploy, port, database and health check. Kept as a secret: headers and bodies may hold tokens. */
  readonly endpoints?: pulumi.Input<readonly pulumi.Input<EndpointArgs>[]>;
  readonly schedule?: pulumi.Input<ScheduleArgs>;
  /** A regular expression that a line of the log must match. @default none */
  readonly log?: pulumi.Input<string>;
  /** Whether a cron job is run once after each deploy, or how many milliseconds that run may take. @default true */
  readonly run?: pulumi.Input<boolean | number>;
  /**
   * Whether every way to its databases is asked, as `portcullis connect` does: it fails where the way of the service's
   * URL does not serve it. @default false
   */
  readonly connect?: boolean;
  /** How long the health check is asked after all checks passed, in milliseconds; or that with limits. @default 15000 */
  readonly stability?: pulumi.Input<number | StabilityArgs>;
  /** Whether a deploy that fails its verification is rolled back to the last live one. @default false */
  readonly rollback?: pulumi.Input<boolean>;
  /** The folder of failure records, from the project's; false where none are kept. @default "fracas" */
  readonly records?: pulumi.Input<string | false>;
  /** Render's API key. @default the variable RENDER_API_KEY */
  readonly renderApiKey?: pulumi.Input<string>;
  /** The base address of Render's API, `/v1` included. @default the variable RENDER_HOST, else Render's own */
  readonly renderHost?: pulumi.Input<string>;
}

/** A connection URL in a variable, and what is expected of it. */
export interface VerifiedDatabaseArgs {
  /** Kept as a secret. */
  readonly url: pulumi.Input<string>;
  /** How the service reads that URL. @default as libpq does */
  readonly driver?: pulumi.Input<string>;
  /** With `connect`: settings of the driver outside the URL, by its own names. */
  readonly driverSettings?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  /** With `connect`: the shared pooler's host, where the URL does not say it. */
  readonly poolerHost?: pulumi.Input<string | undefined>;
  /** What that URL's role is to be able to do. @default whatever it can, if that is anything */
  readonly access?: pulumi.Input<ExpectedAccess>;
}

/** What is verified, and how. */
export interface VerificationArgs extends ChecksArgs {
  /** The service's name, for messages. */
  readonly service: pulumi.Input<string>;
  readonly serviceId: pulumi.Input<string>;
  /** Each new deploy is verified. */
  readonly deployId: pulumi.Input<string>;
  /** The service's public address. */
  readonly url: pulumi.Input<string>;
  /** The kind of service, by its `type` in a stack file. @default "web" */
  readonly type?: ServiceType;
  /** The port that the service is to listen on; what listens on nothing has none. */
  readonly port?: pulumi.Input<number>;
  /** Empty where the service has none. */
  readonly healthCheckPath: pulumi.Input<string>;
  /** That of DATABASE_URL; empty where the service has none. Kept as a secret. */
  readonly databaseUrl: pulumi.Input<string>;
  /** Those of other variables, by their names. @default none */
  readonly databases?: Readonly<Record<string, VerifiedDatabaseArgs>>;
  /** How the service reads `databaseUrl`. @default as libpq does */
  readonly driver?: pulumi.Input<string>;
  /** With `connect`: settings of the driver outside the URL, by its own names. */
  readonly driverSettings?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  /** With `connect`: the shared pooler's host, where the URL does not say it. */
  readonly poolerHost?: pulumi.Input<string | undefined>;
  /** What that URL's role is to be able to do. @default whatever it can, if that is anything */
  readonly access?: pulumi.Input<ExpectedAccess>;
  /** The environment's name. @default the stack's */
  readonly environment?: pulumi.Input<string>;
  /** Where an address is found on this machine, as `host:port`. A rehearsal alone sets it. */
  readonly addresses?: pulumi.Input<Readonly<Record<string, string>>>;
}
