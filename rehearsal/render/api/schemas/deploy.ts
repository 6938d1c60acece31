import { z } from "zod";

export const deployPost = z
  .strictObject({
    clearCache: z.enum(["clear", "do_not_clear"]).optional(),
    commitId: z.string().min(1, "must not be empty").optional(),
    imageUrl: z.string().min(1, "must not be empty").optional(),
    deployMode: z.enum(["deploy_only", "build_and_deploy"]).optional(),
  })
  .superRefine((body, context) => {
    if (body.deployMode !== "deploy_only") return;
    for (const field of ["commitId", "imageUrl", "clearCache"] as const) {
      if (body[field] === undefined) continue;
      context.addIssue({ code: "custom", path: [field], message: "not allowed with deployMode deploy_only" });
    }
  });

export type DeployPost = z.output<typeof deployPost>;

export const rollbackPost = z.strictObject({ deployId: z.string().min(1, "must not be empty") });
