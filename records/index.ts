/**
 * Failure records, as files that git keeps: filed or counted by a diagnosis, moved on by people, verified by a
 * verification that passed, reopened by a failure that comes back.
 */

export { withoutVarying } from "./fingerprint";
export { FolderHeldError } from "./folder-lock";
export type { FailureContext } from "./fresh-record";
export { EvidenceError, type Given, MOVES, MoveError, moved } from "./life-cycle";
export { shownRecord } from "./masked-text";
export { type Mean, type Metrics, type ModeCount, metricsOf, paretoOf } from "./metrics";
export { moveRecord } from "./move-record";
export { type FailureRecord, isOpen, openFirst, STATUSES, type Status } from "./record";
export { type Clock, type Recorded, recordFailure } from "./record-failure";
export { type RecordFolder, readRecord, readRecords, recordFile, recordIds } from "./record-folder";
export { RecordError } from "./record-text";
export {
  type PassedVerification,
  type VerifiedRecords,
  type Verifying,
  verifyRecords,
} from "./verify-records";
