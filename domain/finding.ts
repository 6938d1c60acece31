import type { Edit } from "./edit";
import type { Subject } from "./fact";
import { describePlace, type Place } from "./place";
import type { Severity } from "./severity";

/**
 * A violation as data. `what` names the thing, `expected` and `got` its two states, `fix` what to type.
 * None of them may hold a secret: mask with `redact` before building one.
 */
export interface Finding extends Subject {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  readonly fix: string;
  /** Why it matters. @default the rule's own reason */
  readonly reason?: string;
  /** Other places that belong to the same finding, such as the other port of a disagreement. */
  readonly related?: readonly Place[];
  /** Variables that nothing sets, as far as the facts say, and that would undo the finding. @default none */
  readonly awaits?: readonly string[];
  /** What to write instead, stated only where there is one right answer. It never touches a secret. */
  readonly edit?: Edit;
}

/** The one place that words a finding: `<place>: <what>: expected <expected>, got <got>. <fix>`. */
export function describeFinding(finding: Finding): string {
  const sentence = `${finding.what}: expected ${finding.expected}, got ${finding.got}.`;
  return `${describePlace(finding.place)}: ${sentence} ${finding.fix}`;
}
