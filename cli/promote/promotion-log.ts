import { appendFileSync } from "node:fs";
import path from "node:path";
import { redact } from "../../domain";
import { makeFolder } from "../../system";

/** One promotion that was begun, as a line of `promotions.jsonl` beside the failure records. */
export interface PromotionEntry {
  readonly version: 1;
  /** When it ended, in ISO 8601. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  /** What each service was to get, by its key. */
  readonly services: Readonly<Record<string, string>>;
  /** Why something was deployed that the other stack had not verified, or while no window was open. */
  readonly override?: string;
  readonly result: "promoted" | "failed" | "interrupted";
}

/** Adds a line in one write, so that two promotions lose none. @returns the file */
export function recordPromotion(folder: string, entry: PromotionEntry): string {
  makeFolder(folder);
  const file = path.join(folder, "promotions.jsonl");
  const override = entry.override === undefined ? {} : { override: redact(entry.override) };
  appendFileSync(file, `${JSON.stringify({ ...entry, ...override })}\n`);
  return file;
}
