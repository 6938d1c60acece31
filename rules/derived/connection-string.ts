import { looksLikeConnectionUrl } from "../../domain/connection-url";
import { type Fact, factsOf } from "../../domain/fact";
import type { Place } from "../../domain/place";
import type { Undecided, Violation } from "../../domain/rule";
import { calledDriverFact } from "./called-driver";

/** .NET's configuration has under this key what `GetConnectionString` gives to a provider as it is. */
const OF_NET = /^ConnectionStrings(?:__|:)\w/i;

/**
 * Npgsql reads pairs, and refuses a URL: "Format of the initialization string does not conform to specification"
 * (https://www.npgsql.org/doc/connection-string-parameters.html). Code may turn the URL into pairs: then, and where the
 * code is not read, it is not decided. The driver of another language reads its URL under any name.
 */
export function urlsForNpgsql(facts: readonly Fact[]): {
  readonly violations: readonly Violation[];
  readonly undecided: readonly Undecided[];
} {
  const urls = factsOf(facts, "variable").flatMap((variable) => {
    const { name, value, place } = variable;
    if (!value.known || !OF_NET.test(name)) return [];
    if (!looksLikeConnectionUrl(value.value) && !/^\s*jdbc:postgresql:/i.test(value.value)) return [];
    const called = calledDriverFact(facts, variable);
    const isNpgsql = called?.driver.known === true && called.driver.value === "npgsql";
    return isNpgsql ? [{ name, place, isAsItIs: called.urlsTakenApart === false }] : [];
  });
  const quoted = factsOf(facts, "variable").filter(
    ({ name, value }) =>
      value.known && OF_NET.test(name) && /^\s*(["'])(?:host|server)\s*=[^"']*\1\s*$/i.test(value.value),
  );
  return {
    violations: quoted
      .map(({ name, place }) => ({
        place,
        what: `variable ${name}`,
        expected: "pairs of a name and a value",
        got: "quotes around them, which are a part of the value",
        fix: "Remove the quotes.",
      }))
      .concat(ofUrls(urls)),
    undecided: urls
      .filter(({ isAsItIs }) => !isAsItIs)
      .map(({ name, place }) => ({
        place,
        why: `Npgsql takes no URL, and whether code turns ${name} into pairs is not known`,
      })),
  };
}

function ofUrls(
  urls: readonly { readonly name: string; readonly place: Place; readonly isAsItIs: boolean }[],
) {
  return urls
    .filter(({ isAsItIs }) => isAsItIs)
    .map(({ name, place }) => ({
      place,
      what: `variable ${name}`,
      expected: "pairs of Npgsql's",
      got: "a URL",
      fix: "Write Host=host;Port=port;Database=database;Username=user;Password=password;SSL Mode=Require.",
    }));
}
