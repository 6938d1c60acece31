import type { WrittenUrl } from "../../domain/connections";
import type { Violation } from "../../domain/rule";

/** What was copied along with it, and the parameters of one that has no `?`: every driver takes these for the name's. */
export function strayViolation({ fact: { place }, text, parsed }: WrittenUrl): readonly Violation[] {
  // A file's reader takes a comment away; a resource's variable keeps it.
  if (place.source === "resource" && /@[^@]*[^\s@]\s+#\s*\S[^@]*$/.test(text))
    return [
      {
        place,
        what: "the value",
        expected: "a URL alone",
        got: "a comment behind it",
        fix: "Remove the comment: what is in a variable is no file with lines of its own.",
      },
    ];
  const [, sign] = /^[\w-]+(?:([,)\]}])\1*$|(&)\w+=)/.exec(parsed.url.database)?.filter(Boolean) ?? [];
  if (sign === undefined) return [];
  return [
    {
      place,
      what: "the URL's database",
      expected: sign === "&" ? "parameters behind a `?`" : "a name alone",
      got: sign === "&" ? "a `&`" : `a \`${sign}\` at its end`,
      fix: sign === "&" ? "Write `?` in place of the first `&`." : `Remove the \`${sign}\`.`,
    },
  ];
}

/** Ecto ends at another path than one name: `path should be a database name` (ecto: lib/ecto/repo/supervisor.ex). */
export function ectoViolation({ fact: { place, driver }, parsed }: WrittenUrl): readonly Violation[] {
  const isEcto = parsed.url.scheme === "ecto" || (driver.known && driver.value === "postgrex");
  if (!isEcto || /^[^/]+$/.test(parsed.url.database)) return [];
  return [
    {
      place,
      what: "the URL's database",
      expected: "one name, as Ecto wants it",
      got: parsed.url.database === "" ? "none" : "a path of several",
      fix: "Write ecto://user:password@host:port/database.",
    },
  ];
}
