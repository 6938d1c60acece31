import type { FailureMode } from "../../domain/failure-mode";
import type { ServiceType } from "../../domain/service-type";
import {
  type Answer,
  askEndpoint,
  askLog,
  askPort,
  askRun,
  awaitLine,
  type DeployLog,
  heldBack,
  type LogJudge,
  Patience,
  SYSTEM_CLOCK,
} from "../../probes";
import { isRenderError, type ServiceAtRender } from "../../render-api";
import { type AskingDatabases, askDatabases } from "./ask-databases";
import { askScheduled, ONCE } from "./ask-scheduled";
import { endpointsOf, healthOf } from "./endpoints";
import { hasReached } from "./reached";
import { knownRestarts, stayed } from "./stability";
import { madeAt } from "./stability-question";
import type { WindowMeasures } from "./window-measures";

/** What the questions to one live deploy share. */
export interface Running extends AskingDatabases {
  readonly service: ServiceAtRender;
  readonly log: DeployLog | undefined;
  readonly judge: LogJudge;
  /** The stability window of an earlier deploy, to compare with. */
  readonly previous: WindowMeasures | undefined;
  /** Called with what was measured in the stability window, where limits are declared. */
  readonly onWindow: (window: WindowMeasures) => void;
}

/** Asks a live deploy all that its kind can be asked, in the order in which one thing needs the other. */
export async function askRunning(running: Running): Promise<void> {
  const { service, inputs, log, judge, add } = running;
  const { port: declared, url, type = "web" } = inputs;
  const held = await heldBack(service, running.signal);
  if (held?.final === true) return add("deploy", "service", held);
  const afterDelay = { initialDelay: 0 };
  // What a question makes the service end by is up again before the stability time.
  const restarts = type !== "cron" && inputs.stability > 0 ? await restartsUntilNow(running) : undefined;
  if (declared !== undefined) {
    add("port", "port", await askScheduled(running, (at) => askPort(service, { declared, log }, at), ONCE));
  }
  await askDatabases(running);
  if (hasAddress(type) && held !== undefined) add("endpoint", "every endpoint", held);
  else if (hasAddress(type)) {
    for (const endpoint of endpointsOf(inputs)) {
      const answer = await askScheduled(
        running,
        (at) => askEndpoint(endpoint, url, at, { since: madeAt(running) }),
        afterDelay,
      );
      add("endpoint", endpoint.name, answer);
    }
  }
  if (held === undefined || !hasAddress(type)) await askInTime(running, restarts);
  if (log === undefined) return;
  if (inputs.log !== undefined) {
    add("log", "expected line", await awaitLine({ ...running, log, pattern: inputs.log }));
  }
  add(
    "log",
    "log",
    await askScheduled(running, (at) => askLog(log, judge, { signal: at, answers: hasAddress(type) }), {
      ...ONCE,
      ...afterDelay,
    }),
  );
}

const hasAddress = (type: ServiceType): boolean => type === "web" || type === "static";

/** What only time shows: a cron job's run, and whether anything else stays as it is. */
async function askInTime(running: Running, restarts: ReadonlySet<string> | undefined): Promise<void> {
  const { inputs, add, service, signal, left, onProgress } = running;
  const { type = "web", stability, run = true } = inputs;
  if (type === "cron") {
    const limit = typeof run === "number" ? { limit: run } : {};
    if (run !== false) {
      const answer = await askRun(service, { deadline: left(), ...limit, signal, onProgress });
      add("run", "run", await withLoggedCause(answer, running));
    }
  } else if (stability > 0) {
    const endpoint = hasAddress(type) ? healthOf(inputs) : undefined;
    const since = Date.now();
    const { answer, window } = await stayed({ ...running, endpoint, restarts });
    if (window !== undefined) running.onWindow(window);
    // What cannot be asked is judged by what it says.
    const said =
      type === "worker" && answer.outcome === "pass" ? await hasReached(running, since) : undefined;
    add("stability", "stability", await withLoggedCause(said ?? answer, running));
  }
}

async function restartsUntilNow({
  service,
  signal,
  left,
}: Running): Promise<ReadonlySet<string> | undefined> {
  try {
    return await new Patience(left(), SYSTEM_CLOCK, signal).with(() => knownRestarts(service, signal));
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return undefined;
  }
}

/** Lines reach Render's log some seconds after they are written. */
const LOGGED_WITHIN = 5_000;

/** How a process ended is said by Render, and why by the log. */
const ENDS: ReadonlySet<string> = new Set<FailureMode>(["process/exited", "process/crash-loop"]);

async function withLoggedCause(answer: Answer, { log, judge, signal }: Running): Promise<Answer> {
  if (!ENDS.has(answer.mode ?? "") || log === undefined) return answer;
  const end = SYSTEM_CLOCK.now() + LOGGED_WITHIN;
  for (;;) {
    await log.read(signal);
    const cause = judge.ended();
    if (cause !== undefined) return { ...answer, ...cause, reason: `${answer.reason}: ${cause.reason}` };
    if (SYSTEM_CLOCK.now() >= end) return answer;
    await SYSTEM_CLOCK.wait(1_000, signal);
  }
}
