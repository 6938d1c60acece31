import { closedUntil, type PromotionWindow } from "../domain/promotion-window";

/** What an update that is typed by itself is advised of where no window is open; `portcullis promote` refuses it. */
export function closedWindows(windows: readonly PromotionWindow[], now: number): string | undefined {
  const closed = closedUntil(windows, now);
  if (closed === undefined) return undefined;
  const next = closed.opens === undefined ? "" : `; the next one opens at ${closed.opens}`;
  return `No window of \`portcullis:promotion.windows\` is open${next}. \`portcullis promote\` asks for a reason then; an update by itself does not.`;
}
