import { z } from "zod";
import { text } from "./text";

/** A Supabase branch that was made for the environment, and is removed with it. */
const branch = z.strictObject({
  parent: text.describe("the Supabase project of a branch that was made for it"),
  name: text.describe("the name of the branch"),
});

/** `portcullis:previewEnvironment`: written by `portcullis preview-environment up`, and read by `expire`. */
export const previewEnvironment = z.strictObject({
  pullRequest: z
    .int("expected a pull request's number")
    .positive("expected a pull request's number")
    .describe("the pull request's number"),
  from: text.describe("the stack whose configuration it has"),
  expires: z.iso
    .datetime("expected a time in UTC, such as 2026-12-01T08:00:00Z")
    .describe("when `portcullis preview-environment expire` removes it; a time in UTC"),
  branches: z.array(branch).optional(),
});
