import type { UrlProblem } from "../connection-url";
import { type WrittenUrl, writtenUrls } from "../connections";
import { driverNamed } from "../driver";
import type { Edit } from "../finding";
import type { Rule } from "../rule";
import { passwordProblems } from "./database-password-encoding";

export const databaseUrlMalformed: Rule = {
  id: "database/url-malformed",
  severity: "error",
  title: "The driver can read the connection URL",
  why: "A URL that its driver cannot take apart ends the process at start, often with a piece of the password in the message.",
  fix: "Write scheme://user:password@host:port/database, with the driver's scheme.",
  reference: "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
  check: (facts) => {
    const { urls, undecided } = writtenUrls(facts);
    const violations = urls.flatMap((url) =>
      [...shapeProblems(url), ...schemeProblems(url)].map(({ part, expected, got }) => ({
        place: url.fact.place,
        what: `the URL's ${part}`,
        expected,
        got,
        fix:
          part === "scheme"
            ? `Write \`${expected.split(" or ")[0]}://\`.`
            : "Write scheme://user:password@host:port/database.",
        ...(part === "scheme" && schemeEdit(expected, got)),
      })),
    );
    return { violations, undecided };
  },
};

/** A password that a raw delimiter has cut makes host and port wrong too: then the password alone is blamed. */
function shapeProblems(url: WrittenUrl): readonly UrlProblem[] {
  return passwordProblems(url).length > 0 ? [] : url.parsed.problems;
}

function schemeProblems({ fact, parsed }: WrittenUrl): readonly UrlProblem[] {
  const driver = fact.driver.known ? driverNamed(fact.driver.value) : undefined;
  const schemes: readonly string[] = driver?.schemes ?? [parsed.url.scheme];
  if (schemes.includes(parsed.url.scheme)) return [];
  return [{ part: "scheme", expected: schemes.join(" or "), got: parsed.url.scheme }];
}

/** SQLAlchemy took `postgres://` until 1.4; every driver takes `postgresql://`, and it says the same. */
function schemeEdit(expected: string, got: string): { readonly edit?: Edit } {
  if (got !== "postgres" || !expected.split(" or ").includes("postgresql")) return {};
  return { edit: { replace: "postgres://", by: "postgresql://" } };
}
