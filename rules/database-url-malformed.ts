import { SQLALCHEMY, type UrlProblem } from "../domain/connection-url";
import { type WrittenUrl, writtenUrls } from "../domain/connections";
import { driverNamed } from "../domain/driver";
import type { Edit } from "../domain/finding";
import { rule, type Violation } from "../domain/rule";
import { passwordProblems } from "./database-password-encoding";

export const databaseUrlMalformed = rule({
  id: "database/url-malformed",
  severity: "error",
  title: "The driver can read the connection URL",
  why: "A URL that its driver cannot take apart ends the process at start, often with a piece of the password in the message.",
  fix: "Write scheme://user:password@host:port/database, with the driver's scheme.",
  reference: "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
  prevents: ["database/url-malformed"],
  check: (facts) => {
    const { urls, undecided } = writtenUrls(facts);
    const violations = urls.flatMap((url): Violation[] => {
      const { place } = url.fact;
      const shape = "Write scheme://user:password@host:port/database.";
      return [
        ...shapeProblems(url).map(({ part, ...states }) => ({
          place,
          what: `the URL's ${part}`,
          ...states,
          fix: shape,
        })),
        ...schemeViolation(url),
      ];
    });
    return { violations, undecided };
  },
});

/** A password that a raw delimiter has cut makes host and port wrong too: then the password alone is blamed. */
function shapeProblems(url: WrittenUrl): readonly UrlProblem[] {
  return passwordProblems(url).length > 0 ? [] : url.parsed.problems;
}

function schemeViolation({ fact, parsed }: WrittenUrl): readonly Violation[] {
  const driver = fact.driver.known ? driverNamed(fact.driver.value) : undefined;
  const { scheme } = parsed.url;
  if (driver === undefined || driver.schemes.includes(scheme)) return [];
  const [first = ""] = driver.schemes;
  const expected = driver.schemes.join(" or ");
  const said = { place: fact.place, what: "the URL's scheme", expected, got: scheme };
  // Platforms write `postgres://` and `postgresql://`, and much code puts SQLAlchemy's driver in.
  const mayBeReplaced = driver.dialect === SQLALCHEMY && /^postgres(?:ql)?$/.test(scheme);
  return [
    {
      ...said,
      ...(mayBeReplaced && { severity: "warning" as const }),
      fix: `Write \`${first}://\`${mayBeReplaced ? ", unless the code replaces the scheme" : ""}.`,
      ...schemeEdit(expected, scheme),
    },
  ];
}

/** SQLAlchemy took `postgres://` until 1.4; every driver takes `postgresql://`, and it says the same. */
function schemeEdit(expected: string, got: string): { readonly edit?: Edit } {
  if (got !== "postgres" || !expected.split(" or ").includes("postgresql")) return {};
  return { edit: { replace: "postgres://", by: "postgresql://" } };
}
