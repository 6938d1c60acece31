import type { Hypothesis } from "./hypothesis";
import { follows } from "./rank";

/** Lines no further from each other speak of one failure. */
const TOGETHER = 12;

/** Whether another row says of the same failure, as surely, that it is something else: one of the two is wrong. */
export const isRival = (one: Hypothesis, root: Hypothesis): boolean =>
  one.certainty === "certain" &&
  root.certainty === "certain" &&
  one.stage === root.stage &&
  one.warns !== true &&
  !follows(one, root) &&
  Math.abs(one.first - root.first) <= TOGETHER;
