import { z } from "zod";

/** Text that is not empty. */
export const text = z.string("expected text").min(1, "expected text that is not empty");

/** A duration as people write it, in milliseconds. */
export const duration = z
  .string("expected a duration, such as 30s or 2m")
  .regex(/^\d+(ms|s|m)$/, "expected a duration, such as 30s or 2m")
  .transform((written) => {
    const factor = written.endsWith("ms") ? 1 : written.endsWith("s") ? 1_000 : 60_000;
    return Number.parseInt(written, 10) * factor;
  });
