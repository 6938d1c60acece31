import { writtenUrls } from "../connections";
import { driverNamed } from "../driver";
import type { Rule } from "../rule";

export const databaseUrlMalformed: Rule = {
  id: "database/url-malformed",
  severity: "error",
  title: "The connection URL can be read",
  why: "A URL that its driver cannot take apart ends the process at start, often with a piece of the password in the message.",
  fix: "Write scheme://user:password@host:port/database, with the driver's scheme.",
  reference: "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
  check: (facts) => {
    const { urls, undecided } = writtenUrls(facts);
    const violations = urls.flatMap(({ fact, parsed }) => {
      const problems = parsed.problems.filter(({ part }) => part !== "password");
      const driver = fact.driver.known ? driverNamed(fact.driver.value) : undefined;
      const schemes: readonly string[] = driver?.schemes ?? [parsed.url.scheme];
      const scheme = schemes.includes(parsed.url.scheme)
        ? []
        : [{ part: "scheme", expected: schemes.join(" or "), got: parsed.url.scheme }];
      return [...problems, ...scheme].map(({ part, expected, got }) => ({
        place: fact.place,
        what: `the URL's ${part}`,
        expected,
        got,
        fix: "Write scheme://user:password@host:port/database.",
      }));
    });
    return { violations, undecided };
  },
};
