/**
 * From a deploy's log to its failure mode and root cause: one table of signatures, ranked by causal order.
 */
export { type Cause, causeOf, decisiveCause, harmingCause } from "./cause";
export { SIGNATURES, type Signature, type Stage } from "./signature";
