import type { FailureRecord } from "./record";
import { changeRecord, readRecords } from "./record-folder";

/**
 * Writes a record that was moved on, and moves those along that follow from it, since they are one failure with it.
 * To be called while the folder is held.
 */
export function changeWithFollowers(folder: string, next: FailureRecord): void {
  changeRecord(folder, next);
  const step = next.history.at(-1);
  if (step === undefined) return;
  const mayFollow = (text: string) => text.includes(`followsFrom: ${next.id}`);
  for (const record of readRecords(folder, mayFollow).records) {
    const { followsFrom, status, history } = record;
    if (followsFrom !== next.id || status === next.status) continue;
    const along = { ...step, from: status, evidence: `as ${next.id}, from which it follows` };
    changeWithFollowers(folder, { ...record, status: next.status, history: [...history, along] });
  }
}
