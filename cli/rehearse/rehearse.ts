import { Listr, type ListrTask } from "listr2";
import { EXIT } from "../exit-code";
import type { StackFile } from "../stacks/stack-file";
import { printJson, printReport } from "../terminal-output";
import { rehearsalVariables } from "./environment";
import { examineStack } from "./examine-stack";
import { lastLinesOf } from "./last-lines";
import { progressLines } from "./progress";
import { rehearseStack, suspendRunning } from "./rehearse-stack";
import type { RehearsedStack } from "./rehearsed-stack";
import { rehearsalReport } from "./report";
import { givenSecrets } from "./secrets/env-file";
import { madeUpIn } from "./secrets/made-up";
import type { RehearsalRequest } from "./session";
import { inWorld, type World } from "./world";

/** Rehearses the stacks in their order, each verified before the next, and returns the exit code. */
export async function rehearse(request: RehearsalRequest): Promise<number> {
  const started = performance.now();
  const results = new Map<string, RehearsedStack>();
  const phases = await inWorld(request, (world) => inOrder({ ...world, request, results }));
  request.signal.throwIfAborted();
  const rows = request.stacks.map((stack) => results.get(stack) ?? notReached(stack));
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

/** A rehearsal of several stacks, one after the other. */
interface Series extends World {
  readonly request: RehearsalRequest;
  readonly results: Map<string, RehearsedStack>;
}

async function inOrder(series: Series): Promise<void> {
  const { files, request, results } = series;
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
        if (rehearsed.result === "not rehearsed") task.skip(task.title);
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
    if (rehearsed.result === "failed") {
      const alone = rehearsalVariables(file).map(([name]) => name);
      const madeUp = madeUpIn(file, rehearsal.secrets, alone);
      const detail = [rehearsed.detail, madeUp].filter((part) => part).join("\n\n");
      return { ...rehearsed, detail, logs: lastLinesOf(environment, rehearsal.secrets) };
    }
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
