/** Time limits of the embedded Render, in seconds. Render's own values are named where they are longer. */
export interface Timings {
  /** Between two checks of the process's sockets or of its health. @default 0.25 */
  readonly poll: number;
  /** Until a listener on 0.0.0.0 must be there; users of Render report five to ten minutes. @default 60 */
  readonly scanLimit: number;
  /** How long another port than PORT must be open to become the primary one; Render's half a minute. @default 2 */
  readonly settle: number;
  /** Until the health check must have passed once; Render waits 15 minutes. @default 60 */
  readonly healthLimit: number;
  /** How long one health check may take; Render's own 5 seconds. @default 5 */
  readonly healthTimeout: number;
  /** The whole of the update phase; Render's own 15 minutes. @default 900 */
  readonly deployLimit: number;
  /** The build; Render's own two hours. @default 7200 */
  readonly buildLimit: number;
  /** The pre-deploy command; Render's own 30 minutes. @default 1800 */
  readonly preDeployLimit: number;
  /** Between two "continuing to scan" lines. @default 5 */
  readonly notice: number;
  /** Between two health checks of a live instance. @default 5 */
  readonly liveHealth: number;
  /** Consecutive failure after which a live instance gets no traffic; Render's own 15 seconds. @default 15 */
  readonly unroute: number;
  /** Consecutive failure after which a live instance is restarted; Render's own 60 seconds. @default 60 */
  readonly restart: number;
  /** How long a background worker must stay up to be live. @default 2 */
  readonly workerUp: number;
  /** One run of a cron job; Render's own twelve hours. @default 43200 */
  readonly cronLimit: number;
  /** First wait before a crashed instance is started again; doubled up to 30 seconds. @default 1 */
  readonly backoff: number;
  /** The longest shutdown delay of a service once the embedded Render stops. @default 5 */
  readonly graceAtEnd: number;
}

export const DEFAULT_TIMINGS: Timings = {
  poll: 0.25,
  scanLimit: 60,
  settle: 2,
  healthLimit: 60,
  healthTimeout: 5,
  deployLimit: 900,
  buildLimit: 7200,
  preDeployLimit: 1800,
  notice: 5,
  liveHealth: 5,
  unroute: 15,
  restart: 60,
  workerUp: 2,
  cronLimit: 43_200,
  backoff: 1,
  graceAtEnd: 5,
};

/** The source of a repository that was copied for the rehearsal: all of it belongs to a checkout. */
export interface CopiedSource {
  readonly folder: string;
  /** Undefined where it is of no commit. */
  readonly commit?: { readonly id: string; readonly message: string; readonly createdAt: string } | undefined;
}

/** How an embedded Render is started. */
export interface RenderOptions {
  /**
   * Where the source of a repository is on this machine: repository URL to a local directory, which is copied without
   * what builds make, or to a copy, which is taken whole.
   */
  readonly repositories: Readonly<Record<string, string | CopiedSource>>;
  /**
   * A private folder that outlives the run: interpreters and package managers are prepared for each service as Render
   * does, and what they install is kept here. Without it a service finds what PATH has.
   */
  readonly toolCache?: string;
  /** A directory put first on every process's PATH, such as a virtual environment's `bin`. */
  readonly pathPrefix?: string;
  /** Leaves the build command out, because the packages are there already; the log says so. */
  readonly skipBuild?: boolean;
  /** Whether images are built, pulled and run, where a program for that is there. @default true */
  readonly images?: boolean;
  /** Runs each build command, also where what it made of the same files is kept. @default false */
  readonly buildAgain?: boolean;
  /** Secrets that the user has given: what a build has made is not kept where one of them is in it. @default none */
  readonly secrets?: readonly string[];
  /** Runs in place of every service's own build command; the log says so. */
  readonly buildCommand?: string;
  /** Variables that a rehearsal alone sets, in place of a service's own; read again for each process. */
  readonly rehearsalVariables?: ReadonlyMap<string, string>;
  /** Where the network leads instead: `host:port` to `host:port`, in connection URLs of variables. */
  readonly addresses?: Readonly<Record<string, string>>;
  readonly timings?: Partial<Timings>;
  /** The clock of the time limits, in milliseconds. @default Date.now */
  readonly now?: () => number;
  /**
   * What a new deploy does to one of the same service that runs: `override` cancels it, `wait` runs after it, and only
   * the newest of those that wait. Render has this as a setting of the workspace, in its dashboard and not in its API.
   * @default "override"
   */
  readonly overlappingDeploys?: "override" | "wait";
  /** `enforce` answers 429 past Render's recorded limits; `announce` only sends the headers. @default "announce" */
  readonly rateLimits?: "enforce" | "announce";
  /** What a build must leave free on the disk of its checkout, in bytes. @default 1 GiB */
  readonly leastFreeBytes?: number;
  /** The folder of the checkouts. @default a private temporary folder */
  readonly checkoutFolder?: string;
  /** The port of the API on 127.0.0.1. @default 0, any free one */
  readonly port?: number;
  /** @default a random key */
  readonly apiKey?: string;
}
