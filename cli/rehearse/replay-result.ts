import type { Incident } from "../incidents";
import type { RehearsedStack } from "./rehearsed-stack";

/** One replayed incident: what the policy pack said of it, and how the deploy without the pack ended. */
export interface Replay {
  readonly incident: Incident;
  readonly gated: RehearsedStack;
  /** The deploy that failed: without the pack, or with it where no preview can see the fault. */
  readonly deployed: RehearsedStack;
  /** Whether the pack and the verification did what the incident's story says. */
  readonly asExpected: boolean;
}
