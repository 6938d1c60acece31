import { closedUntil, type PromotionWindow } from "../domain/promotion-window";

/** Set for an update by `portcullis promote`, which has asked for a reason where no window is open. */
export const PROMOTING = "PORTCULLIS_PROMOTING";

/** Why an update that is typed by itself is refused where no window is open, and what its preview warns of. */
export function closedWindows(windows: readonly PromotionWindow[], now: number): string | undefined {
  const closed = closedUntil(windows, now);
  if (closed === undefined) return undefined;
  const next = closed.opens === undefined ? "" : `; the next one opens at ${closed.opens}`;
  return `No window of \`portcullis:promotion.windows\` is open${next}. Type \`portcullis promote --override REASON\` to update all the same.`;
}
