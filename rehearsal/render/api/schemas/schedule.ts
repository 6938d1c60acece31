import { CronPattern } from "croner";
import { z } from "zod";

export const schedule = z.string().refine(isSchedule, "must be a cron expression of five fields");

function isSchedule(text: string): boolean {
  try {
    new CronPattern(text);
    return text.trim().split(/\s+/).length === 5;
  } catch {
    return false;
  }
}
