import { rememberedOfWords } from "../remembered";
import { WORKER_TOOLS, type WorkerTool } from "./worker-tools";
import { toolOf } from "./wrappers";

/** The words behind the name of each tool that a command starts, with and without what wraps it. */
function* readings(words: readonly string[]): Generator<readonly [WorkerTool, string]> {
  for (const each of [words, toolOf(words)]) {
    const text = each.join(" ").replace(/^\S*python[\d.]* -m /, "");
    for (const tool of WORKER_TOOLS) {
      const behind = tool.runs.exec(text)?.[0];
      if (behind !== undefined) yield [tool, text.slice(behind.length)];
    }
  }
}

function some(words: readonly string[], holds: (tool: WorkerTool, rest: string) => boolean): boolean {
  return [...readings(words)].some(([tool, rest]) => holds(tool, rest));
}

/** Whether a command is known to start a worker, which opens no port. */
export const isWorker = rememberedOfWords((words): boolean =>
  some(words, ({ kind, works }, rest) => kind === "worker" && works?.test(rest) !== false),
);

/** Whether a worker's own words say that it ends when nothing is left to do. */
export function endsByDesign(words: readonly string[]): boolean {
  return some(words, ({ ends }, rest) => ends?.test(rest) === true);
}

/** Whether a command is a worker or a scheduler that never ends, whatever there is to do. */
export function neverEnds(words: readonly string[]): boolean {
  return some(
    words,
    ({ stays, ends, limited }, rest) =>
      stays?.test(rest) === true &&
      ends?.test(rest) !== true &&
      limited?.test(rest) !== true &&
      !PRINTS.test(rest),
  );
}

/** Options by which a tool prints something, or answers a check of its health, and ends. */
const PRINTS = /(?:^| )(?:--?(?:help|version)|--(?:check|check-health|health-?check)|-[hV])(?: |$)/;
