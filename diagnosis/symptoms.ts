import type { Diagnosis, Symptom } from "./diagnosis";
import type { Hypothesis } from "./reasoning/hypothesis";
import type { CompetingCause } from "./signature";

/** Each mode once: the first says most of it. */
export function competingOf(causes: readonly CompetingCause[]): Diagnosis["competing"] {
  return firstOfEach(causes, ({ mode }) => mode).map(({ mode, cause }) => ({
    failureMode: mode,
    rootCause: cause,
  }));
}

/** Each symptom once, also where several hypotheses are of the same line. */
export function symptomsOf(hypotheses: readonly Hypothesis[]): readonly Symptom[] {
  return firstOfEach(hypotheses.map(symptomOf), ({ failureMode, line }) => `${failureMode} ${line}`);
}

function firstOfEach<One>(all: readonly One[], keyOf: (one: One) => string): readonly One[] {
  const keys = all.map(keyOf);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** Of several lines the one that it is about: what else shows it may be a line of a service in order. */
function symptomOf({ mode, meaning, evidence, first }: Hypothesis): Symptom {
  const shown = evidence.find(({ line }) => line === first) ?? evidence[0];
  return { failureMode: mode, meaning, line: shown?.line ?? 0, text: shown?.text ?? "" };
}
