import { z } from "zod";
import { endpoint } from "./endpoint";
import { relationIssue } from "./relation-issue";
import { stabilityOf } from "./stability";
import { duration, pattern, text } from "./text";
import { SCHEDULE_DEFAULTS, scheduleProblem, VERIFY_DEFAULTS, withCount } from "./verify-defaults";

const schedule = z
  .strictObject({
    initialDelay: duration
      .default(SCHEDULE_DEFAULTS.initialDelay)
      .describe("the wait before a check's first measurement"),
    interval: duration.default(SCHEDULE_DEFAULTS.interval).describe("the time between two measurements"),
    count: z
      .int("expected a whole number from 1")
      .positive("expected a whole number from 1")
      .optional()
      .meta({ description: "how many measurements", otherwise: "`1`, unless passes in a row decide" }),
    failureLimit: z
      .int("expected a whole number from -1")
      .min(-1, "expected a whole number from -1")
      .default(SCHEDULE_DEFAULTS.failureLimit)
      .describe("how many may fail; `-1` for any number"),
    consecutiveErrorLimit: z
      .int("expected a whole number")
      .nonnegative("expected a whole number")
      .default(SCHEDULE_DEFAULTS.consecutiveErrorLimit)
      .describe("how many in a row may end without an answer"),
    consecutiveSuccessLimit: z
      .int("expected a whole number")
      .nonnegative("expected a whole number")
      .default(SCHEDULE_DEFAULTS.consecutiveSuccessLimit)
      .describe("how many passes in a row decide; `0` for all of them"),
    deadline: duration
      .default(SCHEDULE_DEFAULTS.deadline)
      .describe("the whole verification, the deploy included"),
  })
  .check(({ value, issues }) => {
    const problem = scheduleProblem(value);
    if (problem === undefined) return;
    const { key, message } = problem;
    issues.push(relationIssue(key, message));
  })
  .transform(withCount);

/** What only some kinds of services are asked. */
export const verifyKeys = {
  endpoints: z.array(endpoint).default([]),
  log: pattern.optional().describe("a regular expression that a line of the log matches"),
  run: z
    .union([z.boolean(), duration], "expected true, false, or how long a run may take, such as 20m")
    .default(VERIFY_DEFAULTS.run)
    .meta({
      description:
        "whether a cron job is run once after each deploy, or how long that run may take, such as `20m`",
      otherwise: "`true`; `2m` in a rehearsal",
    }),
  connect: z
    .boolean("expected true or false")
    .default(VERIFY_DEFAULTS.connect)
    .describe("whether every way to its databases is asked, as [`portcullis connect`](connect.md) does"),
};

/** How a service's deployment is verified; `keys` are those that its kind has besides what all have. */
export function verifySchema<Keys extends Partial<typeof verifyKeys>>(keys: Keys) {
  return z.strictObject({
    ...keys,
    schedule: schedule.prefault({}),
    stability: stabilityOf(keys)
      .default(VERIFY_DEFAULTS.stability)
      .describe(
        "how long the service is watched, or its health check path asked, after all checks passed; or a mapping with [limits](verification.md)",
      ),
    rollback: z
      .boolean("expected true or false")
      .default(VERIFY_DEFAULTS.rollback)
      .describe("go back to the last live deploy when it failed"),
    records: z
      .union([z.literal(false), text], "expected a folder, or false")
      .default(VERIFY_DEFAULTS.records)
      .describe("the folder of [failure records](fracas.md), or `false`"),
  });
}
