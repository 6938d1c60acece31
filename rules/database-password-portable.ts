import {
  type ConnectionUrl,
  LIBPQ,
  parseConnectionUrl,
  SQLALCHEMY,
  URLLIB,
  WHATWG,
} from "../domain/connection-url";
import { writtenUrls } from "../domain/connections";
import { rule } from "../domain/rule";
import {
  ENCODE_PASSWORD,
  isToBeFilledIn,
  passwordProblems,
  passwordsUnknown,
} from "./database-password-encoding";

export const databasePasswordPortable = rule({
  id: "database/password-portable",
  severity: "warning",
  title: "Every tool reads the same password in the URL",
  why: "The service's driver reads this URL, but psql, a migration tool or another driver takes another password or host from it.",
  fix: "Percent-encode everything in the password but letters, digits and -._~.",
  reference: "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
  prevents: ["database/credentials"],
  check: (facts) => {
    const { urls, undecided } = writtenUrls(facts);
    const violations = urls.flatMap((url) => {
      const { fact, text, parsed } = url;
      if (isToBeFilledIn(url) || passwordProblems(url).length > 0) return [];
      const stray = [LIBPQ, URLLIB, SQLALCHEMY, WHATWG].find((dialect) => {
        const other = parseConnectionUrl(text, dialect);
        return other === undefined || !sameTarget(other.url, parsed.url) || blames(other.problems);
      });
      if (stray === undefined) return [];
      return {
        place: fact.place,
        what: "the URL's password",
        expected: "letters, digits and -._~, all else percent-encoded",
        got: `a text that ${stray.name} reads otherwise`,
        fix: ENCODE_PASSWORD,
      };
    });
    return { violations, undecided: [...undecided, ...passwordsUnknown(urls)] };
  },
});

function sameTarget(one: ConnectionUrl, other: ConnectionUrl): boolean {
  return one.user === other.user && one.password === other.password && one.host === other.host;
}

function blames(problems: readonly { readonly part: string }[]): boolean {
  return problems.some(({ part }) => part === "password");
}
