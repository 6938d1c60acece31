import { readCronSchedule } from "../../../domain/cron-schedule";
import { factsOf } from "../../../domain/fact";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { isStackPlace } from "../../../domain/stack-place";

export const serviceCronSchedule = rule({
  id: "service/cron-schedule",
  severity: "error",
  title: "A cron job's schedule is a cron expression",
  why: "Render takes five fields, in UTC: minute, hour, day of the month, month, day of the week. It refuses another text, and a date that no month has never comes.",
  fix: "Write five fields, such as `0 3 * * *` for each day at three.",
  reference: "https://render.com/docs/cronjobs",
  platforms: ["render"],
  check: (facts) => {
    const violations: Violation[] = [];
    const undecided: Undecided[] = [];
    for (const { place, fields, type, schedule, pending } of factsOf(facts, "platform")) {
      if (type !== undefined && type !== "cron") continue;
      if (schedule === undefined) {
        if (pending !== undefined) undecided.push({ place, why: pending });
        continue;
      }
      const at = fields?.schedule ?? place;
      const read = readCronSchedule(schedule);
      if (read.is === "extended") {
        undecided.push({
          place: at,
          why: `whether Render takes \`${read.text}\` in a schedule is not known`,
        });
      }
      if (read.is === "wrong") {
        const { expected, got } = read;
        violations.push({ place: at, what: "schedule", expected, got, fix: "Write it so, in UTC." });
      }
      if (read.is === "never") {
        if (read.stopped && isStackPlace(at)) {
          undecided.push({
            place: at,
            why: "none of its months has this day: whether it is meant never to run is not known",
          });
        }
        violations.push({
          place: at,
          // Some people stop a job by the 30th of February; the 31st of several months is a mistake.
          ...(read.stopped && { severity: "warning" as const }),
          what: "schedule",
          expected: "a day that comes",
          got: `\`${schedule.trim()}\`, a day that none of its months has`,
          fix: `Name another day${read.stopped ? ", unless the job is meant never to run" : ""}.`,
        });
      }
    }
    return { violations, undecided };
  },
});
