import { lineAt } from "../../domain/text-place";
import type { AuditFinding } from "../finding";
import { locate, type Replacement } from "./locate";

/** One replacement in one file, with the findings that it answers. */
export interface Step extends Replacement {
  readonly file: string;
  readonly line: number;
  /** The new text. */
  readonly replaced: string;
  readonly answers: readonly AuditFinding[];
}

/** The steps that findings ask for. Where two ask for different texts at one place, neither has the right answer. */
export function stepsFor(
  findings: readonly AuditFinding[],
  bytesOf: (file: string) => string | undefined,
): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const finding of findings) {
    const step = stepFor(finding, bytesOf);
    if (step === undefined) continue;
    const key = JSON.stringify([step.file, step.from, step.to, step.text]);
    const answers = [...(steps.get(key)?.answers ?? []), finding];
    steps.set(key, { ...step, answers });
  }
  const all = [...steps.values()];
  return all.filter((step) => !all.some((other) => other !== step && overlap(step, other)));
}

function stepFor(finding: AuditFinding, bytesOf: (file: string) => string | undefined): Step | undefined {
  const { edit, place: own } = finding;
  const place = edit?.place ?? own;
  if (edit === undefined || place.source !== "file") return undefined;
  const bytes = bytesOf(place.file);
  const found = bytes === undefined ? undefined : locate(bytes, edit, place);
  if (bytes === undefined || found === undefined || edit.replace === edit.by) return undefined;
  const line = lineAt(bytes, found.from);
  return { ...found, file: place.file, line, replaced: edit.replace, answers: [finding] };
}

function overlap(one: Step, other: Step): boolean {
  return one.file === other.file && one.from < other.to && other.from < one.to;
}

/** The file's bytes with its steps taken. */
export function withSteps(bytes: string, steps: readonly Step[]): string {
  const fromTheEnd = [...steps].sort((one, other) => other.from - one.from);
  return fromTheEnd.reduce(
    (text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to),
    bytes,
  );
}
