import {
  type Answer,
  askBySchedule,
  askDatabase,
  askEndpoint,
  askLog,
  askPort,
  type DeployLog,
  type Endpoint,
  fail,
  type LogJudge,
  notDecided,
  pass,
  type Schedule,
  SYSTEM_CLOCK,
} from "../../probes";
import { isRenderError, liveDeploy, type ServiceAtRender } from "../../render-api";
import type { VerificationInputs } from "./inputs";
import type { Check } from "./result";

/** What the questions to one live deploy share. */
export interface Running {
  readonly service: ServiceAtRender;
  readonly inputs: VerificationInputs;
  readonly log: DeployLog | undefined;
  readonly judge: LogJudge;
  readonly signal: AbortSignal;
  readonly onProgress: (words: string) => void;
  /** What is left of the deadline, in milliseconds. */
  readonly left: () => number;
  readonly add: (kind: Check["kind"], name: string, answer: Answer) => void;
}

// Port and database are facts, not a service that may warm up: one answer decides.
const ONCE = { count: 1, consecutiveSuccessLimit: 0, failureLimit: 0 };

/** Asks a live deploy all that the stack wants to know of it, in the order in which one thing needs the other. */
export async function askRunning(running: Running): Promise<void> {
  const { service, inputs, log, judge, add } = running;
  const { port: declared, url, stability } = inputs;
  add("port", "port", await ask(running, (at) => askPort(service, { declared, log }, at), ONCE));
  const afterDelay = { initialDelay: 0 };
  const database = { ...ONCE, ...afterDelay };
  add(
    "database",
    "database",
    await ask(running, (at) => askDatabase(databaseQuestion(inputs), at), database),
  );
  for (const endpoint of endpointsOf(inputs)) {
    const answer = await ask(running, (at) => askEndpoint(endpoint, url, at), afterDelay);
    add("endpoint", endpoint.name, answer);
  }
  if (stability > 0) add("stability", "stability", await stayed(running));
  if (log !== undefined) {
    add("log", "log", await ask(running, (at) => askLog(log, judge, at), { ...ONCE, ...afterDelay }));
  }
}

export function databaseQuestion({ databaseUrl: url, addresses }: VerificationInputs) {
  return { url, addresses };
}

function ask(
  { inputs, left, signal, onProgress }: Running,
  question: (signal: AbortSignal) => Promise<Answer>,
  change: Partial<Schedule>,
): Promise<Answer> {
  const schedule = { ...inputs.schedule, deadline: left(), ...change };
  return askBySchedule(schedule, question, { signal, onAnswer: ({ reason }) => onProgress(reason) });
}

/** The stack's endpoints, and the health check's path where none of them asks it. */
function endpointsOf({ endpoints, healthCheckPath }: VerificationInputs): readonly Endpoint[] {
  const asked = endpoints.some(({ path, method }) => path === healthCheckPath && method === "GET");
  if (healthCheckPath === "" || asked) return endpoints;
  return [healthEndpoint(healthCheckPath), ...endpoints];
}

function healthEndpoint(path: string): Endpoint {
  return { name: "health", method: "GET", path, headers: {}, timeout: 10_000, expect: { status: 200 } };
}

// As often as Render's own health check of a running instance may be asked, at least.
const SHORTEST_INTERVAL = 250;

/** Whether the service stays healthy, and this deploy stays the live one, for the whole stability time. */
async function stayed(running: Running): Promise<Answer> {
  const { inputs, left, signal, onProgress } = running;
  const { stability, schedule, url, healthCheckPath } = inputs;
  const [first] = endpointsOf(inputs);
  const endpoint = endpointsOf(inputs).find(({ path }) => path === healthCheckPath) ?? first;
  if (endpoint === undefined) return notDecided("there is no endpoint to ask; declare `healthCheckPath`");
  const seconds = stability / 1000;
  const until = SYSTEM_CLOCK.now() + stability;
  onProgress(`stability: asking ${endpoint.path} for ${seconds} s`);
  const interval = Math.max(schedule.interval, SHORTEST_INTERVAL);
  // As many measurements as fit; the last of them is due when the time is over.
  const count = Math.floor(stability / interval) + 1;
  const failureLimit = Math.min(Math.max(schedule.failureLimit, 0), count - 1);
  const answer = await askBySchedule(
    {
      ...schedule,
      ...{ initialDelay: 0, interval, count, failureLimit, consecutiveSuccessLimit: 0 },
      deadline: stability + left(),
    },
    (at) => askEndpoint(endpoint, url, at),
    { signal },
  );
  if (answer.outcome !== "pass") return { ...answer, reason: `within ${seconds} s: ${answer.reason}` };
  const early = until - SYSTEM_CLOCK.now();
  if (early > 0) await SYSTEM_CLOCK.wait(early, signal);
  return stillLive(running, `${endpoint.path} was healthy for ${seconds} s, ${count} times asked`);
}

async function stillLive({ service, inputs, signal }: Running, reason: string): Promise<Answer> {
  try {
    const live = await liveDeploy(service, signal);
    if (live === inputs.deployId) return pass(reason);
    return fail(`deploy ${inputs.deployId} is no longer live; ${live ?? "no deploy"} is`);
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return notDecided(error.message);
  }
}
