import type { CronRun } from "../store";
import type { PreparedDeploy } from "./context";
import type { Instance } from "./instances/instance";

/** What a live deploy keeps going: an instance, a cron job's schedule, a site's pages. */
export interface KeptRunning {
  readonly prepared: PreparedDeploy;
  /** The instance that runs now; undefined while one is being started, and for what has none. */
  readonly instance: Instance | undefined;
  /** Ends the process and starts it again; undefined for what has no process. */
  readonly restart?: () => Promise<void>;
  /** Starts a run now; the one that runs is canceled. Undefined for all but a cron job. */
  readonly runNow?: () => CronRun;
  /** Ends the run that runs; false where none does. */
  readonly cancelRun?: () => boolean;
  /** Takes the cron job's schedule as it is now: a change counts at once. */
  readonly reschedule?: () => void;
  /** @param most caps the service's own shutdown delay, in seconds */
  stop(most?: number): Promise<void>;
}
