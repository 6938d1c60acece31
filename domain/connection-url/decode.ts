import type { Dialect } from "./dialect";
import type { Problems, UrlProblem } from "./problem";

const NO_ESCAPE = /%(?![0-9a-f]{2})/i;

/** Percent-decodes once, as the dialect does. What is no escape is kept or refused, and never quoted. */
export function decode(text: string, part: UrlProblem["part"], dialect: Dialect, problems: Problems): string {
  if (!text.includes("%")) return text;
  if (dialect.badEscape === "refused" && NO_ESCAPE.test(text)) {
    problems.push({ part, expected: "valid percent-encoding", got: "a `%` that begins no escape" });
    return text;
  }
  if (text.includes("%00")) {
    // PostgreSQL has no text with a zero in it; libpq refuses it at once, the others at the server.
    problems.push({ part, expected: "text without %00", got: "a %00" });
    return text;
  }
  try {
    const decoded = part === "database" && dialect.keepsDelimiters ? decodeURI : decodeURIComponent;
    return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => decoded(escapes));
  } catch {
    problems.push({ part, expected: "percent-encoded UTF-8", got: "other bytes" });
    return text;
  }
}
