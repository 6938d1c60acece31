/** `portcullis/diagnosis`: a deploy's log, from its lines to the failure mode and the root cause. */
export { type Diagnosis, diagnose, readLog, readLogLines } from "../diagnosis";
