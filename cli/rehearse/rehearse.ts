import { Listr, type ListrTask } from "listr2";
import { EXIT } from "../exit-code";
import { rehearsal } from "../rehearsal";
import { assertConfigured } from "../stacks/assert-configured";
import { readStackFile, type StackFile } from "../stacks/stack-file";
import { printJson, printReport } from "../terminal-output";
import { type RehearsalEnvironment, startEnvironment } from "./environment";
import { examineStack } from "./examine-stack";
import { lastLinesOf } from "./last-lines";
import { assertPortsFree } from "./ports";
import { progressLines } from "./progress";
import { rehearseStack, suspendRunning } from "./rehearse-stack";
import type { RehearsedStack } from "./rehearsed-stack";
import { rehearsalReport } from "./report";
import { givenSecrets, readEnvFile, slipsOf } from "./secrets/env-file";
import { type RehearsalRequest, type Session, withSession } from "./session";
import { copiedSources, findSources } from "./source/sources";

/** Rehearses the stacks in their order, each verified before the next, and returns the exit code. */
export async function rehearse(request: RehearsalRequest): Promise<number> {
  const started = performance.now();
  // All files are read before anything is built: a wrong name costs no time.
  const files = await Promise.all(request.stacks.map((stack) => readStackFile(request.project, stack)));
  assertConfigured(files);
  const found = await findSources({ ...request, files, sample: rehearsal().SAMPLE_SERVICE });
  const variables = request.envFile === undefined ? new Map<string, string>() : readEnvFile(request.envFile);
  const results = new Map<string, RehearsedStack>();
  const phases = await withSession(request, async (session, report) => {
    for (const slip of slipsOf(files, variables)) report(`--env-file ${request.envFile}: ${slip}`);
    await assertPortsFree(files);
    const sources = await copiedSources(found, request, {
      scratch: session.project.scratch,
      phases: session.phases,
    });
    const environment = await startEnvironment({
      stacks: files,
      sources,
      scratch: session.project.scratch,
      generation: "current",
      phases: session.phases,
      signal: request.signal,
    });
    try {
      await inOrder(files, { request, session, environment, results, report, variables });
    } finally {
      await session.phases.measure("ending", "ours", () => environment.stop());
    }
  });
  request.signal.throwIfAborted();
  const rows = files.map(({ stack }) => results.get(stack) ?? notReached(stack));
  const seconds = (performance.now() - started) / 1000;
  const json = { version: 1, environments: rows, phases, seconds };
  if (request.json === true) printJson(json);
  else printReport(rows, (shown) => rehearsalReport(shown, seconds));
  return exitCodeOf(rows);
}

function exitCodeOf(rows: readonly RehearsedStack[]): number {
  if (rows.every(({ result }) => result === "verified")) return EXIT.done;
  const known = rows.every(({ result }) => result === "verified" || result === "not rehearsed");
  return known ? EXIT.undecided : EXIT.failed;
}

/** What one rehearsal of several stacks shares. */
interface Series {
  readonly request: RehearsalRequest;
  readonly session: Session;
  readonly environment: RehearsalEnvironment;
  readonly results: Map<string, RehearsedStack>;
  readonly report: (line: string) => void;
  /** Of `--env-file`. */
  readonly variables: ReadonlyMap<string, string>;
}

async function inOrder(files: readonly StackFile[], series: Series): Promise<void> {
  const { request, results } = series;
  // What this machine lacks says nothing of the other stacks.
  const goesOn = new Set<RehearsedStack["result"]>(["verified", "not rehearsed"]);
  const stopped = (): boolean =>
    request.signal.aborted || [...results.values()].some(({ result }) => !goesOn.has(result));
  const tasks = files.map(
    (file): ListrTask => ({
      title: file.stack,
      skip: () => stopped() && `${file.stack}: not reached`,
      task: async (_, task) => {
        const onProgress = (words: string): void => {
          task.output = words;
        };
        const rehearsed = await rehearseOne(file, series, onProgress);
        results.set(file.stack, rehearsed);
        task.title = `${file.stack}: ${rehearsed.result} in ${rehearsed.seconds.toFixed(1)} s`;
        // The title says what came of it; where there is no terminal, this is printed behind it.
        if (!goesOn.has(rehearsed.result)) throw new Error("the reasons are below");
      },
    }),
  );
  await new Listr(tasks, {
    exitOnError: false,
    renderer: request.json === true ? "silent" : "default",
    fallbackRenderer: "simple",
    // The command handles Ctrl-C itself.
    registerSignalListeners: false,
    rendererOptions: { collapseErrors: false, showErrorMessage: false },
  }).run();
}

async function rehearseOne(
  file: StackFile,
  { request, session, environment, report, variables }: Series,
  onProgress: (words: string) => void,
): Promise<RehearsedStack> {
  const started = performance.now();
  const { project, phases, pulumi } = session;
  const onLine = request.verbose === true ? report : progressLines(onProgress);
  const common = { file, project, pulumi, environment, phases, signal: request.signal };
  const rehearsal = { ...common, secrets: givenSecrets(file, variables), onStep: onProgress, onLine };
  try {
    const rehearsed = await rehearseStack(rehearsal);
    const { services = [] } = rehearsed;
    if (rehearsed.result === "failed")
      return { ...rehearsed, logs: lastLinesOf(environment, rehearsal.secrets) };
    if (rehearsed.result === "not rehearsed") await suspendRunning(rehearsal);
    if (rehearsed.result !== "verified" || services.length === 0) return rehearsed;
    const what = services.length === 1 ? "the service" : `${services.length} services`;
    onProgress(`ending ${what}, with a request in flight`);
    const { port, signal } = request;
    const examination = await unlessAborted(
      examineStack({ file, environment, port, signal }, services),
      signal,
    );
    await suspendRunning(rehearsal);
    return { ...rehearsed, examination };
  } catch (error) {
    request.signal.throwIfAborted();
    const seconds = (performance.now() - started) / 1000;
    return { ...notReached(file.stack), result: "failed", seconds, detail: describeError(error) };
  }
}

/** Does not wait for work that the end of the environment ends too, such as a service that ignores SIGTERM. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
    work.catch(() => undefined);
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function notReached(stack: string): RehearsedStack {
  return { stack, result: "not reached", checks: [], policies: [], seconds: 0, detail: "" };
}
