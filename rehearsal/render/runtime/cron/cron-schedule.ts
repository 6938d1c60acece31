import { Cron } from "croner";
import { instanceId, newId, timestamp } from "../../identifiers";
import { recordEvent } from "../../record-event";
import type { CronRun } from "../../store";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { DEFAULT_PORT } from "../environment/variables";
import type { KeptRunning } from "../kept-running";
import { runOneOff } from "../processes/one-off-process";
import { serviceCommand, startText } from "../service-command";

/** The user that the API names for a run: there is one account, without a name. */
const API_USER = "api";
/** Older runs are forgotten. */
const MOST_RUNS = 100;

/**
 * Runs a live cron job's command by its schedule (in UTC), and when it is asked to. One run at a time: a run that is
 * due while another runs is left out, one that is asked for cancels the other (render.com/docs/cronjobs).
 */
export class CronSchedule implements KeptRunning {
  readonly instance = undefined;
  private schedule: Cron;
  private current:
    | { readonly run: CronRun; readonly abort: AbortController; readonly ended: Promise<void> }
    | undefined;

  constructor(
    private readonly context: RuntimeContext,
    readonly prepared: PreparedDeploy,
  ) {
    this.schedule = this.scheduled();
  }

  reschedule(): void {
    this.schedule.stop();
    this.schedule = this.scheduled();
  }

  private scheduled(): Cron {
    const { service } = this.prepared;
    return new Cron(service.details.schedule, { timezone: "UTC", unref: true }, () => {
      if (this.current === undefined) this.begin();
      else service.log.note("app", "A run is due, and left out: the last one has not ended.");
    });
  }

  runNow(): CronRun {
    this.cancelRun();
    return this.begin(API_USER);
  }

  cancelRun(): boolean {
    const { current } = this;
    current?.abort.abort();
    this.current = undefined;
    return current !== undefined;
  }

  async stop(): Promise<void> {
    this.schedule.stop();
    const { current } = this;
    this.cancelRun();
    await current?.ended;
  }

  private begin(triggeredBy?: string): CronRun {
    const { service } = this.prepared;
    const run: CronRun = {
      id: newId("run"),
      startedAt: timestamp(),
      status: "pending",
      ...(triggeredBy !== undefined && { triggeredBy }),
    };
    service.runs.unshift(run);
    service.runs.length = Math.min(service.runs.length, MOST_RUNS);
    const abort = new AbortController();
    const ended = this.execute(run, abort.signal).finally(() => {
      if (this.current?.run === run) this.current = undefined;
    });
    this.current = { run, abort, ended };
    return run;
  }

  /** Never rejects: the run's status says how it ended. */
  private async execute(run: CronRun, signal: AbortSignal): Promise<void> {
    const { prepared, context } = this;
    const { service, snapshot } = prepared;
    const { log } = service;
    const text = startText(snapshot);
    const instance = instanceId(service.id);
    recordEvent(service, "cron_job_run_started", { cronJobRunId: run.id });
    log.say("app", `Running '${text}'`);
    let why: unknown = {};
    try {
      const onLine = (line: string): void => log.write(line, "app", instance);
      const command = await serviceCommand(context, prepared, {
        ...{ text, instance, port: DEFAULT_PORT, onLine },
      });
      const limit = { seconds: context.timings.cronLimit, now: context.now };
      const failure = await runOneOff(command, limit, signal);
      run.status = failure === undefined ? "successful" : "unsuccessful";
      why = failure === undefined ? {} : { failure };
      if (failure !== undefined) {
        log.say("app", failure.timedOutReason ?? `Exited with status ${failure.nonZeroExit}`);
      }
    } catch (error) {
      run.status = signal.aborted ? "canceled" : "unsuccessful";
      if (!signal.aborted) log.note("app", (error as Error).message);
    }
    run.finishedAt = timestamp();
    recordEvent(service, "cron_job_run_ended", { cronJobRunId: run.id, status: run.status, reason: why });
  }
}
