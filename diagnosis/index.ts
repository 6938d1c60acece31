/**
 * From a deploy's log to its failure mode and root cause: one table of signatures, ranked by causal order.
 */
export { type Cause, causeOf, decisiveCause, harmingCause } from "./cause";
export { diagnose } from "./diagnose";
export type { Certainty, ContributingFact, Diagnosis, LogLine, Symptom } from "./diagnosis";
export { LOG_ANCHORS, type LogReading, readLog, readLogLines } from "./log/log-reading";
export { plainBytes } from "./log/plain-bytes";
export { PREVENTIVE_RULES } from "./preventive-rules";
export type { Signature, Stage } from "./signature";
export { SIGNATURES } from "./signatures";
