import type { FailureMode } from "../domain/failure-mode";
import { type RenderFailure, wordsOfRenderFailure } from "../platforms/render/failure";
import type { Diagnosis } from "./diagnosis";

/** Modes that say how it ended and not why: what the platform states says more. */
const ENDINGS: readonly (FailureMode | "none")[] = ["unknown", "platform/cause-unknown", "none"];

/**
 * What the platform itself states of the end, beside the log. It makes certain what the text says too, names a cause
 * where the text has none, and overrules it where the memory was exhausted, which kills a process before it can say so.
 */
export function mergePlatformReason(diagnosis: Diagnosis, failure: RenderFailure): Diagnosis {
  const stated = wordsOfRenderFailure(failure);
  if (stated === undefined) return diagnosis;
  const contributing = [
    ...diagnosis.contributing,
    { place: { source: "configuration", key: "Render's event" } as const, what: stated.words },
  ];
  const { failureMode, rootCause } = diagnosis;
  const overruled = stated.mode === "memory/exhausted" && failureMode !== "memory/exhausted";
  // That a process has ended is how other failures end too, and makes none of them more certain.
  const agreed = stated.mode === failureMode && failureMode !== "process/exited";
  if (agreed) return { ...diagnosis, certainty: "certain", competing: [], asksFor: [], contributing };
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

/**
 * The newest reason that a list of Render's events states, in the API's envelope or without it, in whatever order.
 * With a deploy's id, events of other deploys say nothing.
 */
export function failureIn(events: unknown, deploy?: string): RenderFailure | undefined {
  const list: readonly unknown[] = Array.isArray(events) ? events : [events];
  const stated = list.flatMap((item) => {
    const event = field(item, "event") ?? item;
    const { failure, deployId } = reasonOf(event);
    const ofAnother = deploy !== undefined && typeof deployId === "string" && deployId !== deploy;
    return failure === undefined || ofAnother ? [] : [{ failure, at: timeOf(event) }];
  });
  return stated.toSorted((one, other) => other.at - one.at)[0]?.failure;
}

const STATED = ["oomKilled", "nonZeroExit", "earlyExit", "timedOutSeconds", "timedOutReason", "unhealthy"];

function reasonOf(event: unknown): { readonly failure?: RenderFailure; readonly deployId: unknown } {
  const details = field(event, "details");
  const failure = field(field(details, "reason"), "failure") ?? field(details, "reason") ?? details;
  const stated = STATED.some((name) => Boolean(field(failure, name)));
  return { deployId: field(details, "deployId"), ...(stated && { failure: failure as RenderFailure }) };
}

/** An event without a time of its own is older than any that has one. */
function timeOf(event: unknown): number {
  const at = Date.parse(String(field(event, "timestamp")));
  return Number.isNaN(at) ? 0 : at;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
