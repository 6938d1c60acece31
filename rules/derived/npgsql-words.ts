import { strangeWords, writtenForm } from "../../domain/connection-url";
import { type Fact, factsOf } from "../../domain/fact";
import type { Verdict } from "../../domain/rule";

/** Words in connection strings of .NET that Npgsql does not have, or is not known to have. */
export function npgsqlWords(facts: readonly Fact[]): Verdict {
  const strange = factsOf(facts, "variable").flatMap(({ name, value, place }) =>
    value.known && writtenForm(value.value)?.form === "semicolons"
      ? strangeWords(value.value).map((one) => ({ ...one, name, place }))
      : [],
  );
  return {
    violations: strange
      .filter(({ certain }) => certain)
      .map(({ word, name, place }) => ({
        place,
        what: `variable ${name}`,
        expected: "words that Npgsql has",
        got: `\`${word}\`, which is another driver's`,
        fix: "Remove it, or write Npgsql's own word for it: https://www.npgsql.org/doc/connection-string-parameters.html.",
      })),
    // It may be a piece of a password, and is not quoted.
    undecided: strange
      .filter(({ certain }) => !certain)
      .map(({ name, place }) => ({
        place,
        why: `${name} has a word that Npgsql is not known to have, or a password that a semicolon cuts`,
      })),
  };
}
