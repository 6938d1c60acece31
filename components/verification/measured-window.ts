import type { Answer, Outcome } from "../../probes";
import { isRenderError } from "../../render-api";
import type { StabilityLimits } from "./inputs";
import { judgeWindows } from "./judge-window";
import type { Stability, Stayed, Throughout } from "./stability-question";
import { errorKindsOf } from "./window-errors";
import type { MemoryMeasures, WindowMeasures } from "./window-measures";
import { memoryInWindow } from "./window-memory";

/** How long Render's measurements of memory are awaited after the window, in milliseconds. */
const MEASURED_WITHIN = 60_000;

/**
 * Measures what was not asked, the memory and the log, and judges the whole window.
 *
 * @param since when it was opened, in milliseconds since 1970
 * @throws RenderApiError
 */
export async function judgedWindow(
  stability: Stability,
  { answer, measured }: Throughout,
  since: number,
): Promise<Stayed> {
  const { inputs, previous } = stability;
  const { stabilityLimits: limits, deployId } = inputs;
  if (limits === undefined) return { answer };
  const seconds = (Date.now() - since) / 1000;
  const memory = await memoryOf(stability, limits, since);
  const lines = await errorsOf(stability, since);
  const now: WindowMeasures = {
    deployId,
    seconds: Math.round(seconds * 10) / 10,
    ...(measured !== undefined && { asked: measured }),
    ...(memory !== undefined && { memory }),
    ...(lines !== undefined && { errors: [...lines.keys()] }),
  };
  const before = previous?.deployId === deployId ? undefined : previous;
  const judged = judgeWindows({ limits, now, before, lines: lines ?? new Map() });
  const reason = [answer.reason, ...judged.map(({ words }) => words)].join("; ");
  return {
    answer: { ...answer, reason, outcome: worstOf(judged.map(({ outcome }) => outcome)) },
    window: now,
  };
}

function worstOf(outcomes: readonly Outcome[]): Answer["outcome"] {
  if (outcomes.includes("fail")) return "fail";
  return outcomes.includes("not-decided") ? "not-decided" : "pass";
}

/** A memory that nothing is declared of is measured for the next deploy, and neither awaited nor missed. */
async function memoryOf(
  { service, inputs, signal, left, onProgress }: Stability,
  { maxMemoryGrowth, previous }: StabilityLimits,
  since: number,
): Promise<MemoryMeasures | undefined> {
  if (inputs.type === "static") return undefined;
  const wanted = maxMemoryGrowth !== undefined || previous?.memory !== undefined;
  const patience = wanted ? Math.min(MEASURED_WITHIN, left()) : 0;
  if (wanted) onProgress("stability: reading what Render measured of its memory");
  try {
    return await memoryInWindow({ service, deployId: inputs.deployId, since, patience, signal });
  } catch (error) {
    if (wanted || !isRenderError(error)) throw error;
    return undefined;
  }
}

async function errorsOf(
  { log, signal }: Stability,
  since: number,
): Promise<ReadonlyMap<string, string> | undefined> {
  await log?.read(signal);
  return log === undefined || log.problem !== undefined ? undefined : errorKindsOf(log, since);
}
