import { z } from "zod";
import { duration, text } from "./text";

/** What production gets without it having been verified elsewhere, and why. */
const override = z.strictObject({
  /** The whole id of a git commit, or an image's digest. */
  revision: text.regex(
    /^(?:[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/,
    "expected a whole git commit or an image's digest (sha256:…)",
  ),
  reason: text,
});

/** `portcullis:promotion`: this stack's services get what another stack has verified, and nothing else. */
export const promotion = z.strictObject({
  /** The stack that verifies it first; read by a StackReference. */
  from: text,
  /** How long it must have been verified there. */
  soak: duration.default(0),
  /** Why a key differs between the two stacks, by its path without `portcullis:`. */
  reasons: z.record(z.string(), text).default({}),
  override: override.optional(),
});
