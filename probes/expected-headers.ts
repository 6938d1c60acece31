import type { IncomingHttpHeaders } from "node:http";
import type { Expectation } from "./endpoint";

/** A redirect's target, what a browser of another origin may do, and the like. What was answered is not quoted. */
export function headerProblem(
  { headers = {} }: Expectation,
  answered: IncomingHttpHeaders,
): string | undefined {
  for (const [name, pattern] of Object.entries(headers)) {
    const value = answered[name.toLowerCase()];
    if (value === undefined) return `the answer has no header \`${name}\``;
    // Cookies alone are several headers, each with a beginning and an end of its own (RFC 6265, section 3).
    const texts = Array.isArray(value) ? [...value, value.join(", ")] : [value];
    if (!texts.some((text) => new RegExp(pattern, "u").test(text)))
      return `its header \`${name}\` does not match \`${pattern}\``;
  }
  return undefined;
}
