import { z } from "zod";

export const instances = z.int().min(1).max(100);
/** A criterion that is off may say 0, as the official Terraform provider does. */
const threshold = z
  .strictObject({ enabled: z.boolean(), percentage: z.int().min(0).max(100) })
  .refine(({ enabled, percentage }) => !enabled || percentage > 0, {
    path: ["percentage"],
    error: "expected an integer from 1 to 100",
  });

export const autoscaling = z
  .strictObject({
    enabled: z.boolean(),
    min: instances,
    max: instances,
    criteria: z.strictObject({ cpu: threshold, memory: threshold }),
  })
  .refine(({ min, max }) => min <= max, "min must not be more than max");

export const scale = z.strictObject({ numInstances: instances });

export type Autoscaling = z.output<typeof autoscaling>;
