import {
  isOfFramework,
  LIBPQ,
  looksLikeConnectionUrl,
  PARSE_URL,
  parseConnectionUrl,
  SQLALCHEMY,
  URLLIB,
  type UrlProblem,
  WHATWG,
} from "../domain/connection-url";
import { type WrittenUrl, writtenUrls } from "../domain/connections";
import { type Fact, factsOf } from "../domain/fact";
import { placeholderIn } from "../domain/placeholder";
import { rule, type Undecided, type Violation } from "../domain/rule";
import { cutJdbcPassword } from "./derived/jdbc-url";

export const ENCODE_PASSWORD =
  "Encode it: `python3 -c 'import urllib.parse, getpass; print(urllib.parse.quote(getpass.getpass(), safe=str()))'`.";

export const databasePasswordEncoding = rule({
  id: "database/password-encoding",
  severity: "error",
  title: "The password is percent-encoded as the driver needs it",
  why: "Drivers split a URL with a raw @, /, ?, # or % in its password at different places: one connects, the other looks for a host named after the password's tail.",
  fix: "Percent-encode everything in the password but letters, digits and -._~.",
  reference: "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
  prevents: ["database/credentials", "database/dns", "database/url-malformed"],
  check: (facts) => {
    const { urls, undecided } = writtenUrls(facts);
    const violations = urls.flatMap((url) =>
      (isToBeFilledIn(url) ? [] : passwordProblems(url)).map(({ expected, got }) => ({
        place: url.fact.place,
        what: "the URL's password",
        expected,
        got,
        fix: ENCODE_PASSWORD,
      })),
    );
    return {
      violations: [...violations, ...rawPasswords(facts), ...ofJdbc(facts), ...ofFrameworks(facts)],
      undecided: [...undecided, ...passwordsUnknown(urls)],
    };
  },
});

const READERS = { libpq: LIBPQ, sqlalchemy: SQLALCHEMY, whatwg: WHATWG } as const;

/** Passwords that code puts into a URL as they are, and that end its parts there. */
function rawPasswords(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "raw-password").flatMap(({ variable: name, place, reader, service }) => {
    const set = factsOf(facts, "variable").find((one) => one.name === name && one.service === service);
    const password = set?.value.known === true ? set.value.value : "";
    if (set === undefined || password === "" || placeholderIn(password, name) !== undefined) return [];
    const url = parseConnectionUrl(
      `postgresql://user:${password}@host.internal:5432/database`,
      READERS[reader],
    );
    if (url?.url.host === "host.internal" && url.url.password === password) return [];
    return [
      {
        place,
        what: `the password that ${name} puts into a URL`,
        expected: "percent-encoded, as its value has a character that ends a part of a URL",
        got: "as it is",
        fix:
          reader === "whatwg"
            ? "Write `encodeURIComponent(…)` around it."
            : 'Write `urllib.parse.quote(…, safe="")` around it, or build the URL by `URL.create`.',
        related: [set.place],
      },
    ];
  });
}

/** pgJDBC takes the password from the parameters, where a raw `&` ends it. */
function ofJdbc(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "variable").flatMap(({ name, value, place }) => {
    const got = value.known ? cutJdbcPassword(value.value) : undefined;
    if (got === undefined) return [];
    const expected = "`&` written %26, and `%` written %25";
    return [{ place, what: `the password in ${name}`, expected, got, fix: ENCODE_PASSWORD }];
  });
}

/** Laravel's and Doctrine's own schemes, whose URLs no driver reads: a raw delimiter ends the address there too. */
function ofFrameworks(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "variable").flatMap(({ name, value, place }) => {
    const text = value.known ? value.value.trim() : "";
    if (!isOfFramework(text) || looksLikeConnectionUrl(text)) return [];
    if (placeholderIn(text, name) !== undefined) return [];
    const problems = parseConnectionUrl(text, PARSE_URL)?.problems ?? [];
    return problems
      .filter(({ part }) => part === "password")
      .map(({ expected, got }) => ({
        place,
        what: "the URL's password",
        expected,
        got,
        fix: ENCODE_PASSWORD,
      }));
  });
}

/** The passwords of which nothing is known but that they are there. */
export function passwordsUnknown(urls: readonly WrittenUrl[]): readonly Undecided[] {
  return urls.flatMap(({ fact: { place, passwordUnknown: why } }) =>
    why === undefined ? [] : [{ place, why }],
  );
}

/** What a value holds in place of one URL; no password is cut there. */
export function notOne(text: string): string | undefined {
  if (/\]\((?:mailto:|https?:\/\/)/i.test(text)) return "one with a link of Markdown's in it";
  if (/\S[\s,;|]+[a-z][a-z0-9+.-]*:\/\/[^\s@]+@/i.test(text)) return "two, one behind the other";
  if (/^[a-z][a-z0-9+.-]*:\/\/[a-z][a-z0-9+.-]*:\/\//i.test(text)) return "a scheme behind another one";
  return /^[a-z][a-z0-9+.-]*:\/{3,}[^/?#@]*:[^/@]*@[^/]/i.test(text)
    ? "one with a slash too many"
    : undefined;
}

/** What the declared driver trips over; without one, what any of the great families does. */
export function passwordProblems({ fact, text, parsed }: WrittenUrl): readonly UrlProblem[] {
  if (notOne(text) !== undefined) return [];
  const own = parsed.problems.filter(({ part }) => part === "password");
  if (own.length > 0 || fact.driver.known || parsed.url.scheme.includes("+")) return own;
  return (
    [LIBPQ, URLLIB, WHATWG]
      .map((dialect) => parseConnectionUrl(text, dialect)?.problems ?? [])
      .map((problems) => problems.filter(({ part }) => part === "password"))
      .find((problems) => problems.length > 0) ?? []
  );
}

/** A placeholder in the password's place has a rule of its own; how it is written says nothing of the real one. */
export function isToBeFilledIn({ text }: WrittenUrl): boolean {
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^:@/?#]*:(.*)@/is.exec(text)?.[1];
  return password !== undefined && password !== "" && placeholderIn(password) === password;
}
