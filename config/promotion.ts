import { z } from "zod";
import { isTimeZone, TIME_OF_DAY, TIME_ZONE, WEEKDAYS } from "../domain/promotion-window";
import { duration, text } from "./text";

const time = z.string(`${TIME_OF_DAY.expected}, in quotes`).regex(TIME_OF_DAY.form, TIME_OF_DAY.expected);

const window = z
  .strictObject({
    days: z
      .array(z.enum(WEEKDAYS, "expected a day of the week, such as mon"))
      .min(1, "expected at least one day")
      .describe("days of the week on which the stack may be changed, such as `[mon, tue]`"),
    from: time.describe('from this time of the day on, such as `"09:00"`'),
    to: time.describe('until then, up to `"24:00"`'),
    zone: text.refine(isTimeZone, TIME_ZONE).describe("in this time zone, such as `Europe/Berlin`"),
  })
  .refine(
    ({ from, to }) => from < to,
    "expected `to` later than `from`; write two windows where it goes past midnight",
  );

/** What production gets without it having been verified elsewhere, and why. */
const override = z.strictObject({
  revision: text
    .regex(
      /^(?:[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/,
      "expected a whole git commit or an image's digest (sha256:…)",
    )
    .describe("what is deployed although no stack has verified it: a whole git commit or an image's digest"),
  reason: text.describe("why"),
});

/** `portcullis:promotion`: this stack's services get what another stack has verified, and nothing else. */
export const promotion = z.strictObject({
  from: text.describe("the stack that verifies it first; read by a StackReference"),
  soak: duration.default(0).describe("how long it must have been verified there"),
  /** When the stack may be changed; always, where there is none. */
  windows: z.array(window).default([]),
  reasons: z
    .record(z.string(), text)
    .default({})
    .describe("why a key differs between the two stacks, by its path, such as `service.plan`"),
  override: override.optional(),
});
