import type { Stated } from "./stated";

/** A variable whose value the platform draws itself: no file and no program has it. */
export interface GeneratedValueFact extends Stated {
  readonly kind: "generated-value";
  readonly name: string;
}

/** A variable that is written. */
export interface MaybeGenerated {
  /** Whether its platform is to draw a value as well. */
  readonly isDrawnToo?: true;
}
