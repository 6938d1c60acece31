import { factsOf, type UrlFact } from "../domain/fact";
import { rule } from "../domain/rule";
import { writtenSecret } from "../domain/written-secret";

/** What the readers of code read. A stack's own URL, and a manifest's, are judged by other rules. */
const CODE = /\.(?:py|[cm]?[jt]sx?|prisma)$/;

export const secretInCode = rule({
  id: "secret/in-code",
  severity: "error",
  title: "Code holds no password",
  why: "Everybody who can read the code has the password, every environment that runs it has the same, and to change it takes a deploy.",
  fix: "Read the connection URL from a variable that the platform sets; then change the password.",
  reference: "https://12factor.net/config",
  scope: "all-environments",
  judgesExamples: true,
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "url")
      .filter(isInCode)
      .filter((fact) => urlSecret(fact) !== undefined)
      .map(({ place }) => ({
        place,
        what: "connection URL",
        expected: "none in the code",
        got: "one with its password",
        fix: "Read it from a variable, such as DATABASE_URL, that the platform sets; then change the password.",
      })),
  }),
});

export function isInCode({ place }: UrlFact): boolean {
  return place.source === "file" && CODE.test(place.file);
}

/** The password in the URL; undefined for placeholders and dummies. Never print it. */
export function urlSecret({ place, url }: UrlFact): string | undefined {
  return writtenSecret({ place, name: "", value: url, secret: false });
}
