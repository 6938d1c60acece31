/**
 * From a deploy's log to its failure mode and root cause: one table of signatures, ranked by causal order.
 */
export { answerOf, type DiagnosisAnswer } from "./answer";
export { diagnose, harmsLive, isDecided } from "./diagnose";
export type { Certainty, ContributingFact, Diagnosis, Instance, LogLine, Symptom } from "./diagnosis";
export { errorLineOf } from "./log/error-line";
export { LOG_STEMS } from "./log/line-table";
export { LogReader } from "./log/log-reader";
export type { LogReading } from "./log/log-reading";
export { isBinary, plainBytes } from "./log/plain-bytes";
export { readLog, readLogLines } from "./log/read-log";
export { type Reached, reachedSince, type TimedLine } from "./log/unreached";
export { type LogFailure, LogVerdict } from "./log-verdict";
export { PREVENTIVE_RULES } from "./preventive-rules";
export type { Signature, Stage } from "./signature";
export { SIGNATURES } from "./signatures";
