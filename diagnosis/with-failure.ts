import type { FailureMode } from "../domain/failure-mode";
import { type RenderFailure, wordsOfRenderFailure } from "../domain/render-failure";
import type { Diagnosis } from "./diagnosis";

/** Modes that say how it ended and not why: what the platform states says more. */
const ENDINGS: readonly (FailureMode | "none")[] = ["unknown", "platform/cause-unknown", "none"];

/**
 * What the platform itself states of the end, beside the log: it confirms the text's cause, names one where the text
 * has none, and overrules it where the memory was exhausted, which kills a process before it can say so.
 */
export function withFailure(diagnosis: Diagnosis, failure: RenderFailure): Diagnosis {
  const stated = wordsOfRenderFailure(failure);
  if (stated === undefined) return diagnosis;
  const contributing = [
    ...diagnosis.contributing,
    { place: { source: "configuration", key: "Render's event" } as const, what: stated.words },
  ];
  const { failureMode, rootCause } = diagnosis;
  const overruled = stated.mode === "memory/exhausted" && failureMode !== "memory/exhausted";
  if (!overruled && !ENDINGS.includes(failureMode)) return { ...diagnosis, contributing };
  return {
    ...diagnosis,
    failureMode: stated.mode,
    certainty: stated.mode === "memory/exhausted" ? "certain" : "likely",
    rootCause: stated.words,
    correctiveAction: ACTIONS[stated.mode] ?? diagnosis.correctiveAction,
    competing:
      overruled && failureMode !== "unknown" && failureMode !== "none" ? [{ failureMode, rootCause }] : [],
    contributing,
  };
}

const ACTIONS: Partial<Readonly<Record<FailureMode, string>>> = {
  "memory/exhausted": "Choose a larger plan, or let the process use less: fewer workers, smaller batches.",
  "process/exited": "Read the service's own last lines: the process ended by itself.",
  "port/none-open": "Let the start command listen on 0.0.0.0 and the platform's PORT.",
  "health-check/timeout": "Correct the health check's path, or what the service answers there.",
  "health-check/failed": "Correct the health check's path, or what the service answers there.",
};

/** The newest reason that a list of Render's events states, in the API's envelope or without it. */
export function failureIn(events: unknown): RenderFailure | undefined {
  const list: readonly unknown[] = Array.isArray(events) ? events : [events];
  for (const item of list) {
    const event = field(item, "event") ?? item;
    const details = field(event, "details");
    const failure = field(field(details, "reason"), "failure") ?? field(details, "reason") ?? details;
    const known = ["oomKilled", "nonZeroExit", "earlyExit", "timedOutSeconds", "timedOutReason", "unhealthy"];
    if (known.some((name) => Boolean(field(failure, name)))) return failure as RenderFailure;
  }
  return undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
