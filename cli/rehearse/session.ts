import { randomBytes } from "node:crypto";
import path from "node:path";
import { cacheDirectory, type Engine, findEngine } from "../../engine";
import { prepareVirtualEnvironment, startWorld, type World, type WorldOptions } from "../../rehearsal";
import { CommandError } from "../exit-code";
import { requirePortsFree } from "./port-free";
import { createPrivateProject, type PrivateProject } from "./private-project";
import { type Pulumi, pulumiIn } from "./pulumi";
import { readStackFile, type StackFile } from "./stack-file";

/** What every rehearsal needs, begun and ended as one. */
export interface Session {
  readonly files: readonly StackFile[];
  readonly world: World;
  readonly project: PrivateProject;
  readonly pulumi: Pulumi;
  /** Seconds each phase took, in order, for `npm run bench -- start`. */
  readonly phases: readonly Phase[];
  end(): Promise<void>;
}

export interface Phase {
  readonly phase: string;
  readonly seconds: number;
  /** Whether the time is Portcullis's own, not that of npm, pip, go, initdb or the service. */
  readonly ours: boolean;
}

export interface SessionRequest {
  readonly project: string;
  readonly source?: string;
  readonly stacks: readonly string[];
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
  readonly pooler?: WorldOptions["pooler"];
}

/**
 * Reads the stacks, finds the engine, and starts the embedded world. What was started is ended again when a
 * later step fails.
 *
 * @throws CommandError for what the user can mend: a stack file, a taken port, a missing prerequisite.
 */
export async function beginSession(request: SessionRequest): Promise<Session> {
  const { report, signal } = request;
  const phases: Phase[] = [];
  const timed = async <T>(phase: string, ours: boolean, work: Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work;
    phases.push({ phase, seconds: (performance.now() - started) / 1000, ours });
    signal.throwIfAborted();
    return result;
  };
  const files = await Promise.all(request.stacks.map((stack) => readStackFile(request.project, stack)));
  await requirePortsFree(files);
  const engine = await timed("engine", false, usable(findEngine({ report, signal })));
  const virtualEnvironment = await timed(
    "virtual environment",
    false,
    usable(prepareVirtualEnvironment({ cacheDirectory: cacheDirectory(), report, signal })),
  );
  const parent = path.join(cacheDirectory(), "rehearsals");
  const project = await timed("private project", true, createPrivateProject(request.project, parent));
  try {
    const world = await timed(
      "embedded world",
      false,
      startWorld(worldOptions(request, files, virtualEnvironment)),
    );
    phases.push(...world.phases);
    return session(files, world, project, engine, phases, signal);
  } catch (error) {
    await project.remove();
    throw error;
  }
}

function session(
  files: readonly StackFile[],
  world: World,
  project: PrivateProject,
  engine: Engine,
  phases: readonly Phase[],
  signal: AbortSignal,
): Session {
  return {
    files,
    world,
    project,
    pulumi: pulumiIn(project, engine, randomBytes(18).toString("base64url"), signal),
    phases,
    end: async () => {
      await world.stop();
      await project.remove();
    },
  };
}

/** A prerequisite that is missing is the user's to mend: its sentence, without a stack trace. */
async function usable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause), undefined, { cause });
  }
}
