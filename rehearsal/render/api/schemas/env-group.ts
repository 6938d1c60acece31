import { z } from "zod";
import { secretFileList, variableList } from "./variables";

const name = z.string().min(1, "must not be empty");

/** Render refuses an empty group. Whether files alone are enough is not known; here they are. */
export const envGroupPost = z
  .strictObject({
    name,
    ownerId: z.string().min(1, "must not be empty"),
    envVars: variableList.nullable().optional(),
    secretFiles: secretFileList.nullable().optional(),
    serviceIds: z.array(z.string()).nullable().optional(),
    environmentId: z.string().nullable().optional(),
  })
  .refine(({ envVars, secretFiles }) => Boolean(envVars?.length || secretFiles?.length), {
    path: ["envVars"],
    error: "an env group must have at least one variable",
  });

export const envGroupPatch = z.strictObject({ name });
