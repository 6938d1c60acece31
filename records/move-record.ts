import { holding } from "./folder-lock";
import { changeWithFollowers } from "./followers";
import { type Given, MoveError, moved } from "./life-cycle";
import { maskedText } from "./masked-text";
import type { FailureRecord, Status } from "./record";
import type { Clock } from "./record-failure";
import { readRecord } from "./record-folder";

/**
 * Moves one record on by hand, those along that follow from it, and answers it as it is then.
 *
 * @throws MoveError where there is no such record or the life cycle does not allow the move, RecordError where its
 * file is no record.
 */
export async function moveRecord(
  folder: string,
  id: string,
  to: Status,
  given: Omit<Given, "verification" | "recurrence">,
  clock: Clock = () => new Date(),
): Promise<FailureRecord> {
  // Nothing is made or held for an id that is not there.
  if (readRecord(folder, id) === undefined) throw new MoveError(`there is no ${id} in ${folder}.`);
  const masked = Object.fromEntries(Object.entries(given).map(([key, text]) => [key, maskedText(text)]));
  return await holding(folder, () => {
    const record = readRecord(folder, id);
    if (record === undefined) throw new MoveError(`there is no ${id} in ${folder}.`);
    const next = moved(record, to, { ...given, ...masked }, clock());
    changeWithFollowers(folder, next);
    return next;
  });
}
