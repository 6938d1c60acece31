import { z } from "zod";

export const headerList = z.array(
  z.strictObject({ path: z.string().min(1), name: z.string().min(1), value: z.string() }),
);

export const routeList = z.array(
  z.strictObject({
    type: z.enum(["redirect", "rewrite"]),
    source: z.string().min(1),
    destination: z.string().min(1),
    priority: z.int().optional(),
  }),
);
