import type { EntryStep } from "./entry";
import { quoted } from "./folders";

/** The script with what its caller adds: where that says host or port, it is the caller's line that says it. */
export function withGiven(
  script: EntryStep,
  given: readonly string[],
  caller: EntryStep | undefined,
): EntryStep {
  if (given.length === 0) return script;
  const says = given.some((word) =>
    /^(?:--(?:host|hostname|bind|port|listen|address)\b|-[HpbBl]$)/.test(word),
  );
  const text = `${script.text} ${given.map(quoted).join(" ")}`;
  return { place: says && caller !== undefined ? caller.place : script.place, text };
}
