import { Listr, type ListrTaskWrapper } from "listr2";
import { CommandError, EXIT } from "../exit-code";
import { deployStack } from "./deploy";
import { beginSession, type Session } from "./session";
import { type EnvironmentSummary, summaryTable } from "./summary";
import { suspendService } from "./suspend";

export interface RehearsalRequest {
  readonly project: string;
  readonly source?: string;
  readonly stacks: readonly string[];
  readonly signal: AbortSignal;
  readonly json?: boolean;
}

/** Rehearses the stacks in order, each verified before the next begins, and answers the exit code. */
export async function rehearse(request: RehearsalRequest): Promise<number> {
  const started = performance.now();
  const summaries: EnvironmentSummary[] = [];
  let session: Session | undefined;
  try {
    const tasks = new Listr<unknown>(
      [
        {
          title: "Engine, packages and embedded world",
          task: async (_, task) => {
            session = await beginSession({ ...request, report: (line) => say(task, line) });
          },
        },
        ...request.stacks.map((stack) => ({
          title: stack,
          task: async (_: unknown, task: ListrTaskWrapper<unknown, never, never>) => {
            if (session === undefined) throw new Error("the embedded world did not start");
            const summary = await deployStack(session, stack, (line) => say(task, line));
            summaries.push(summary);
            if (summary.result !== "verified") throw new Error(`${summary.result}\n${summary.reason ?? ""}`);
            await suspendService(session.world, summary.serviceId);
            task.title = `${stack} verified in ${summary.seconds.toFixed(1)} s`;
          },
        })),
      ],
      {
        renderer: request.json === true ? "silent" : "default",
        fallbackRenderer: "simple",
        concurrent: false,
        registerSignalListeners: false,
      },
    );
    await tasks.run().catch((error: unknown) => {
      request.signal.throwIfAborted();
      if (error instanceof CommandError || summaries.length === 0) throw error;
    });
    tell(request, summaries, session, (performance.now() - started) / 1000);
  } finally {
    await session?.end();
  }
  return summaries.length === request.stacks.length && summaries.every(({ result }) => result === "verified")
    ? EXIT.done
    : EXIT.failed;
}
