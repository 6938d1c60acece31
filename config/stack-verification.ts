/** What is expected at a path of a JSON body; without more: a value other than null, false and "". */
export interface StackJsonExpectation {
  readonly path: string;
  readonly equals?: unknown;
  readonly matches?: string | undefined;
  readonly exists?: boolean | undefined;
}

/** One endpoint to ask after a deploy, and the answer that is right. */
export interface StackEndpoint {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | undefined;
  readonly file?:
    | {
        readonly field: string;
        readonly name: string;
        readonly content: string;
        readonly contentType?: string | undefined;
      }
    | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly webSocket?:
    | {
        readonly protocol?: string | undefined;
        readonly send?: string | undefined;
        readonly message?: string | undefined;
      }
    | undefined;
  readonly expect: {
    readonly status: number;
    readonly text?: string | undefined;
    readonly headers?: Readonly<Record<string, string>> | undefined;
    readonly jsonPath?: string | StackJsonExpectation | undefined;
    readonly bodySchema?: Readonly<Record<string, unknown>> | undefined;
    /** Milliseconds. */
    readonly firstByte?: number | undefined;
    /** Days. */
    readonly tlsExpiry?: number | undefined;
  };
}

/** When and how often is asked; milliseconds. */
export interface StackSchedule {
  readonly initialDelay: number;
  readonly interval: number;
  readonly count?: number | undefined;
  readonly failureLimit: number;
  readonly consecutiveErrorLimit: number;
  readonly consecutiveSuccessLimit: number;
  readonly deadline: number;
}

/** What a stability window is compared with; milliseconds. */
export interface StackStability {
  readonly window: number;
  readonly interval: number;
  readonly maxErrorRate: number;
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
  readonly p99?: number | undefined;
  /** From the first third of the window to the last: 0.2 for a fifth more. */
  readonly maxMemoryGrowth?: number | undefined;
  /** How much more than in the previous deploy's window there may be. */
  readonly previous?:
    | {
        /** As a difference of rates. */
        readonly errorRate?: number | undefined;
        /** As a factor of the percentiles. */
        readonly latency?: number | undefined;
        /** As a factor of the highest use. */
        readonly memory?: number | undefined;
        /** How many kinds of error lines. */
        readonly newErrors?: number | undefined;
      }
    | undefined;
}

/** How a service's deployment is verified. */
export interface StackVerification {
  /** None for the kinds that have no address. */
  readonly endpoints: readonly StackEndpoint[];
  /** A regular expression that a line of the log must match. */
  readonly log?: string | undefined;
  /** Whether a cron job is run once after each deploy, or how many milliseconds that run may take. */
  readonly run: boolean | number;
  /** Whether every way to its databases is asked. */
  readonly connect: boolean;
  readonly schedule: StackSchedule;
  /** Milliseconds. */
  readonly stability: number | StackStability;
  readonly rollback: boolean;
  readonly records: string | false;
}
