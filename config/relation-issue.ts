import type { z } from "zod";

/** A problem of a key that is right by itself and not beside another one; `continue` lets further checks go on. */
export function relationIssue(
  key: string,
  message: string,
  more: { readonly continue?: true } = {},
): z.core.$ZodRawIssue {
  return { code: "custom", params: { relation: true }, input: undefined, path: [key], message, ...more };
}
