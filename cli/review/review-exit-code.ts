import { EXIT } from "../exit-code";
import type { Incident } from "../incidents";
import type { ReviewedStack } from "./report";

type Reviewed = Pick<ReviewedStack, "result" | "inCode" | "notSet">;

/**
 * Of a stack that is neither rejected nor passes nothing is known. A stack is no success either where its code has an error,
 * with which the deploy fails, or where a secret is not set, at which an update stops.
 *
 * @param incidents of each stack, where it is reviewed as an incident left it: it is expected to be rejected where a preview
 *   can see the incident, and to pass otherwise
 */
export function reviewExitCode(
  reviewed: readonly Reviewed[],
  incidents: readonly (Pick<Incident, "visibleInPreview"> | undefined)[] = [],
): number {
  if (reviewed.some(({ result }) => result === "unusable")) return EXIT.unusable;
  const isRejected = ({ result, inCode }: Reviewed, index: number): boolean => {
    const incident = incidents[index];
    if (incident !== undefined) return (result === "rejected") !== incident.visibleInPreview;
    return result === "rejected" || inCode.some(({ severity }) => severity === "error");
  };
  if (reviewed.some(isRejected)) return EXIT.failed;
  const isReady = ({ notSet }: Reviewed, index: number) =>
    incidents[index] !== undefined || notSet.length === 0;
  return reviewed.every(isReady) ? EXIT.done : EXIT.undecided;
}
