import { writtenUrls } from "../connections";
import type { Rule } from "../rule";

export const databasePasswordEncoding: Rule = {
  id: "database/password-encoding",
  severity: "error",
  title: "The password is percent-encoded",
  why: "Drivers split a URL with a raw @, /, ?, # or % in its password at different places: one connects, the other looks for a host named after the password's tail.",
  fix: "Percent-encode everything in the password but letters, digits and -._~.",
  reference: "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
  check: (facts) => {
    const { urls, undecided } = writtenUrls(facts);
    const violations = urls.flatMap(({ fact, parsed }) =>
      parsed.problems
        .filter(({ part }) => part === "password")
        .map(({ expected, got }) => ({
          place: fact.place,
          what: "the URL's password",
          expected,
          got,
          fix: "Encode it: `python3 -c 'import urllib.parse, getpass; print(urllib.parse.quote(getpass.getpass(), safe=str()))'`.",
        })),
    );
    return { violations, undecided };
  },
};
