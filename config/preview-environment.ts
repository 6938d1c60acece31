import { z } from "zod";
import { text } from "./text";

/** A Supabase branch that was made for the environment, and is removed with it. */
const branch = z.strictObject({
  /** The reference of the project that it is a branch of. */
  parent: text,
  name: text,
});

/** `portcullis:previewEnvironment`: written by `portcullis preview-environment up`, and read by `expire`. */
export const previewEnvironment = z.strictObject({
  /** The pull request's number. */
  pullRequest: z.int("expected a pull request's number").positive("expected a pull request's number"),
  /** The stack whose configuration it has. */
  from: text,
  /** When a scheduled run removes it; in ISO 8601. */
  expires: z.iso.datetime("expected a time in UTC, such as 2026-12-01T08:00:00Z"),
  branches: z.array(branch).optional(),
});
