import color from "picocolors";
import { LogVerdict } from "../../diagnosis";
import { type Answer, type DeployReport, watchDeploy, withCause } from "../../probes";
import { cancelDeploy, isMissing, listDeploys, readDeploy, type ServiceAtRender } from "../../render-api";
import { timeLimit } from "../../system";
import { CommandError, EXIT } from "../exit-code";
import { asked, type ChosenService, chosenService, type ServiceChoice } from "../render-service";
import { printJson, printReport, progressTo } from "../terminal-output";

export interface WatchRequest extends ServiceChoice {
  /** @default the newest */
  readonly deploy?: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Whether a deploy that cannot become live is cancelled. */
  readonly cancel: boolean;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** Watches one deploy to its verdict, prints it, and returns the exit code. */
export async function watch(request: WatchRequest): Promise<number> {
  const { signal, timeout, json = false } = request;
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const progress = progressTo(json);
  const report = (line: string): void => progress(`${seconds().toFixed(1).padStart(6)} s  ${line}`);
  const { chosen, deployId } = await chosenDeploy(request, report);
  report(`${chosen.name}: watching ${deployId}`);
  const log = new LogVerdict();
  const left = Math.max(0, timeout - seconds() * 1000);
  const question = { deployId, deadline: left, signal, judge: log, onStatus: report };
  const found = await watchDeploy(chosen.at, question);
  const cancelled = request.cancel && isDoomed(found) ? await cancel(chosen.at, deployId, signal) : false;
  const verdict = verdictOf(
    chosen,
    deployId,
    { found, answer: withCause(found, log) },
    { cancelled, seconds: seconds() },
  );
  if (json) printJson(verdict);
  else printReport(verdict, inWords);
  return EXIT_CODES[verdict.outcome];
}

const EXIT_CODES = { live: EXIT.done, failed: EXIT.failed, "not-decided": EXIT.undecided } as const;

/** `--json`: the result of a watch. Under version 1 fields are added; none is changed or removed. */
interface Verdict {
  readonly version: 1;
  readonly service: string;
  readonly environment: string | null;
  readonly deploy: string;
  readonly outcome: keyof typeof EXIT_CODES;
  readonly failureMode: string | null;
  readonly reason: string;
  readonly correctiveAction: string | null;
  /** The deploy that has the traffic: this one, its predecessor, or none. */
  readonly live: string | null;
  /** Whether the deploy has ended at Render. */
  readonly ended: boolean;
  readonly cancelled: boolean;
  readonly seconds: number;
}

function verdictOf(
  { name, environment }: ChosenService,
  deploy: string,
  { found, answer }: { readonly found: DeployReport; readonly answer: Answer },
  { cancelled, seconds }: { readonly cancelled: boolean; readonly seconds: number },
): Verdict {
  const { outcome, reason, mode, correctiveAction } = answer;
  return {
    version: 1,
    service: name,
    environment: environment ?? null,
    deploy,
    outcome: outcome === "pass" ? "live" : outcome === "fail" ? "failed" : "not-decided",
    failureMode: mode ?? null,
    reason,
    correctiveAction: correctiveAction ?? null,
    live: found.live ?? null,
    ended: found.ended || cancelled,
    cancelled,
    seconds: Math.round(seconds * 10) / 10,
  };
}

function inWords(verdict: Verdict): string {
  const { service, outcome, failureMode, reason, correctiveAction, ended, cancelled, deploy } = verdict;
  const paint = { live: color.green, failed: color.red, "not-decided": color.yellow }[outcome];
  const mode = failureMode === null || failureMode === "unknown" ? "" : `  ${failureMode}`;
  const head = `${paint(outcome.replace("-", " "))}  ${color.bold(service)}${mode}`;
  const goesOn = `Render goes on with ${deploy} until its own time is over: \`--cancel\` ends it now.`;
  return [
    head,
    `  ${reason}`,
    ...(correctiveAction === null ? [] : [`  fix: ${correctiveAction}`]),
    ...(cancelled ? [`  ${deploy} was cancelled.`] : []),
    ...(outcome === "failed" && !ended ? [`  ${goesOn}`] : []),
  ].join("\n");
}

const isDoomed = ({ answer, ended }: DeployReport): boolean => answer.outcome === "fail" && !ended;

/**
 * Finds the service and its deploy, within the time of the whole.
 *
 * @throws CommandError with what Render last did not answer where that time is over
 */
async function chosenDeploy(
  request: WatchRequest,
  report: (line: string) => void,
): Promise<{ readonly chosen: ChosenService; readonly deployId: string }> {
  const { timeout } = request;
  const over = timeLimit(timeout);
  const signal = AbortSignal.any([request.signal, over]);
  let last = "no answer came";
  const heard = (line: string): void => {
    last = line.replace(/; (?:the )?next attempt.*$/, "");
    report(line);
  };
  try {
    const chosen = await chosenService({ ...request, stackHasFile: true }, { signal, report: heard });
    const { deploy } = request;
    // One that is not there would be asked for until the time is over: a new one is not found at once.
    if (deploy === undefined) return { chosen, deployId: await newestDeploy(chosen, signal) };
    await assertDeploy(chosen, deploy, signal);
    return { chosen, deployId: deploy };
  } catch (cause) {
    if (!over.aborted || request.signal.aborted) throw cause;
    const words = `Render has not said within ${timeout / 1000} s which deploy to watch (${last}).`;
    throw new CommandError(words, EXIT.undecided, { cause });
  }
}

async function newestDeploy({ at, name }: ChosenService, signal: AbortSignal): Promise<string> {
  const [newest] = await asked(listDeploys(at, signal));
  if (newest === undefined) throw new CommandError(`${name} has no deploy yet.`);
  return newest.id;
}

/** @throws CommandError where the service has no such deploy, with its newest */
async function assertDeploy(chosen: ChosenService, deploy: string, signal: AbortSignal): Promise<void> {
  const { at, name } = chosen;
  try {
    await asked(readDeploy(at, deploy, signal));
  } catch (cause) {
    if (!(cause instanceof CommandError && isMissing(cause.cause))) throw cause;
    const newest = await newestDeploy(chosen, signal);
    throw new CommandError(`${name} has no deploy \`${deploy}\` at Render; its newest is ${newest}.`);
  }
}

async function cancel(service: ServiceAtRender, deployId: string, signal: AbortSignal) {
  await asked(cancelDeploy(service, deployId, signal));
  return true;
}
