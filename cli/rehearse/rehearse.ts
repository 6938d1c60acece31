import { randomBytes } from "node:crypto";
import path from "node:path";
import { Listr, type ListrTask } from "listr2";
import { cacheDirectory, type Engine, EngineError, findEngine } from "../../engine";
import { CommandError, EXIT } from "../exit-code";
import { createPrivateProject, type PrivateProject } from "../stacks/private-project";
import { type Pulumi, pulumiIn } from "../stacks/pulumi";
import { readStackFile, type StackFile } from "../stacks/stack-file";
import { Phases } from "./phases";
import { assertPortsFree } from "./ports";
import { progressOf } from "./progress";
import { rehearseStack, suspendStack } from "./rehearse-stack";
import type { RehearsedStack } from "./rehearsed-stack";
import { rehearsalReport } from "./report";
import { startWorld, type World } from "./world";

export interface RehearsalRequest {
  readonly project: string;
  readonly stacks: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly signal: AbortSignal;
}

/** What a rehearsal works with, once it is set up. */
export interface Stage {
  readonly engine: Engine;
  readonly project: PrivateProject;
  readonly phases: Phases;
  readonly pulumi: Pulumi;
}

/** Rehearses the stacks in their order, each verified before the next, and answers the exit code. */
export async function rehearse(request: RehearsalRequest): Promise<number> {
  const started = performance.now();
  // All files are read before anything is built: a wrong name costs no time.
  const files = await Promise.all(request.stacks.map((stack) => readStackFile(request.project, stack)));
  const results = new Map<string, RehearsedStack>();
  const phases = await onStage(request, async (stage, report) => {
    await assertPortsFree(files);
    const world = await startWorld({
      stacks: files,
      scratch: stage.project.scratch,
      generation: "current",
      phases: stage.phases,
    });
    try {
      await inOrder(files, { request, stage, world, results, report });
    } finally {
      await stage.phases.measure("ending", "ours", () => world.stop());
    }
  });
  request.signal.throwIfAborted();
  const rows = files.map(({ stack }) => results.get(stack) ?? notReached(stack));
  const seconds = (performance.now() - started) / 1000;
  const json = { version: 1, environments: rows, phases, seconds };
  const text = request.json === true ? JSON.stringify(json, null, 2) : rehearsalReport(rows, seconds);
  process.stdout.write(`${text}\n`);
  return rows.every(({ result }) => result === "verified") ? EXIT.done : EXIT.failed;
}

/** Sets the engine and a private project up, and takes them down whatever happens. */
export async function onStage(
  { project, json, signal }: Pick<RehearsalRequest, "project" | "json" | "signal">,
  play: (stage: Stage, report: (line: string) => void) => Promise<void>,
): Promise<Phases["all"]> {
  const report = (line: string): void => {
    if (json !== true) process.stderr.write(`${line}\n`);
  };
  const phases = new Phases(report);
  const installed = Number(process.env.PORTCULLIS_INSTALL_SECONDS ?? 0);
  if (installed > 0) phases.add({ name: "npm packages", whose: "theirs", seconds: installed });
  const engine = await phases
    .measure("engine", "theirs", () => findEngine({ report, signal }))
    .catch((cause: unknown) => {
      throw cause instanceof EngineError ? new CommandError(cause.message, undefined, { cause }) : cause;
    });
  const stageProject = await createPrivateProject(project, path.join(cacheDirectory(), "rehearsals"));
  try {
    const [other] = stageProject.others;
    if (other !== undefined) {
      throw new CommandError(
        `another rehearsal is at work (process ${other}), and its services need the same ports. ` +
          `Wait for it, or end it: \`kill ${other}\`.`,
      );
    }
    const pulumi = pulumiIn(stageProject, engine, randomBytes(18).toString("base64url"), signal);
    await play({ engine, project: stageProject, phases, pulumi }, report);
  } finally {
    await stageProject.remove();
  }
  return phases.all;
}

/** What one rehearsal of several stacks shares. */
interface Series {
  readonly request: RehearsalRequest;
  readonly stage: Stage;
  readonly world: World;
  readonly results: Map<string, RehearsedStack>;
  readonly report: (line: string) => void;
}

async function inOrder(files: readonly StackFile[], series: Series): Promise<void> {
  const { request, results } = series;
  const stopped = (): boolean =>
    request.signal.aborted || [...results.values()].some(({ result }) => result !== "verified");
  const tasks = files.map(
    (file): ListrTask => ({
      title: file.stack,
      skip: () => stopped() && `${file.stack}: not reached`,
      task: async (_, task) => {
        const tell = (words: string): void => {
          task.output = words;
        };
        const rehearsed = await rehearseOne(file, series, tell);
        results.set(file.stack, rehearsed);
        task.title = `${file.stack}: ${rehearsed.result} in ${rehearsed.seconds.toFixed(1)} s`;
        if (rehearsed.result !== "verified") throw new Error(task.title);
      },
    }),
  );
  await new Listr(tasks, {
    exitOnError: false,
    renderer: request.json === true ? "silent" : "default",
    fallbackRenderer: "simple",
    // Ctrl-C is the command's own to handle.
    registerSignalListeners: false,
    rendererOptions: { collapseErrors: false, showErrorMessage: false },
  }).run();
}

async function rehearseOne(
  file: StackFile,
  { request, stage, world, report }: Series,
  tell: (words: string) => void,
): Promise<RehearsedStack> {
  const { project, phases, pulumi } = stage;
  let told = "";
  const onLine = (line: string): void => {
    const words = progressOf(line);
    if (request.verbose === true) report(line);
    else if (words !== undefined && words !== told) tell(words);
    told = words ?? told;
  };
  const rehearsal = { file, project, pulumi, world, phases, onStep: tell, onLine };
  try {
    const rehearsed = await rehearseStack(rehearsal);
    const { serviceId } = rehearsed;
    if (rehearsed.result === "verified" && serviceId !== undefined) await suspendStack(rehearsal, serviceId);
    return rehearsed;
  } catch (error) {
    request.signal.throwIfAborted();
    return { ...notReached(file.stack), result: "failed", detail: describeError(error) };
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function notReached(stack: string): RehearsedStack {
  return { stack, result: "not reached", checks: [], policies: [], seconds: 0, detail: "" };
}
