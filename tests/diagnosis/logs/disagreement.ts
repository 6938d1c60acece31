import type { Diagnosis } from "../../../diagnosis/diagnosis";
import type { Row } from "./truth";

/** Modes that say how it ended, and not why. */
const GENERIC: readonly string[] = [
  "process/exited",
  "process/crash-loop",
  "pre-deploy/failed",
  "health-check/timeout",
  "platform/cause-unknown",
];

/** Wherein a diagnosis differs from what is known of the log; empty where it is right. */
export function disagreements(row: Row, diagnosis: Diagnosis, canary: string): string[] {
  const { failureMode, certainty, evidence, explains, unexplained, competing } = diagnosis;
  const right = row.readable ?? [row.failureMode];
  const modes = (symptoms: readonly { readonly failureMode: string }[]): string[] =>
    symptoms.map((symptom) => symptom.failureMode);
  const told = [failureMode, ...modes(unexplained)];
  const found: string[] = [];
  if (!right.some((mode) => mode === failureMode))
    found.push(`failure mode: expected ${right.join(" or ")}, got ${failureMode}`);
  // How it ended says nothing of the cause.
  const allowed =
    GENERIC.includes(failureMode) && evidence.every(({ text }) => text.startsWith("==>"))
      ? ["unknown"]
      : row.certainty;
  if (!allowed.includes(certainty) && !(GENERIC.includes(failureMode) && certainty === "unknown"))
    found.push(`certainty: expected ${allowed.join(" or ")}, got ${certainty}`);
  // Where another mode may be read, another line may show it.
  if (row.root !== undefined && row.readable === undefined && !evidence.some(({ line }) => line === row.root))
    found.push(`evidence: expected line ${row.root}, got ${evidence.map(({ line }) => line).join(", ")}`);
  for (const mode of row.explains ?? [])
    if (!modes(explains).includes(mode)) found.push(`explains: ${mode} is missing`);
  for (const mode of row.independent ?? [])
    if (!told.includes(mode)) found.push(`neither the failure nor unexplained: ${mode}`);
  if (certainty === "certain" && competing.length > 0) found.push("certain, and has competing causes");
  if (JSON.stringify(diagnosis).toLowerCase().includes(canary)) found.push("a secret is told");
  return found;
}
