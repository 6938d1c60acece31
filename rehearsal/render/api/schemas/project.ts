import { z } from "zod";
import { addressList } from "./service";

const name = z.string().min(1, "must not be empty");

const environment = z.strictObject({
  name,
  protectedStatus: z.enum(["protected", "unprotected"]).optional(),
  networkIsolationEnabled: z.boolean().nullable().optional(),
  ipAllowList: addressList.nullable().optional(),
});

export const projectPost = z.strictObject({
  name,
  ownerId: z.string().min(1, "must not be empty"),
  environments: z
    .array(environment)
    .refine(
      (list) => new Set(list.map((each) => each.name)).size === list.length,
      "two environments have one name",
    ),
});

export const projectPatch = z.strictObject({ name: name.optional() });
export const environmentPost = environment.extend({ projectId: z.string().min(1, "must not be empty") });
export const environmentPatch = environment.partial();
export const resourcesPost = z.strictObject({ resourceIds: z.array(z.string()) });

export type EnvironmentGiven = z.output<typeof environmentPatch>;
