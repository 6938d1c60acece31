import { isOpen, nextOpening, type PromotionWindow } from "../domain/promotion-window";

/** What an update that is typed by itself is advised of where no window is open; `portcullis promote` refuses it. */
export function closedWindows(windows: readonly PromotionWindow[], now: number): string | undefined {
  if (isOpen(windows, now)) return undefined;
  const opens = nextOpening(windows, now);
  const next = opens === undefined ? "" : `; the next one opens at ${new Date(opens).toISOString()}`;
  return `No window of \`portcullis:promotion.windows\` is open${next}. \`portcullis promote\` asks for a reason then; an update by itself does not.`;
}
