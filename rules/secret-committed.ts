import { type CredentialFact, type Fact, factsOf } from "../domain/fact";
import { describePlace } from "../domain/place";
import { rule } from "../domain/rule";
import { quotePath } from "../domain/shell-words";
import { writtenSecret } from "../domain/written-secret";
import { isInCode, urlSecret } from "./secret-in-code";

const ENV_FILE = /(?:^|\/)\.env[^/]*$|\.env$/;

export const secretCommitted = rule({
  id: "secret/committed",
  severity: "error",
  title: "No secret is committed to git",
  why: "Everybody who has a clone, now or later, has the secret, and a later commit that removes it leaves it in the history.",
  fix: "Revoke the secret where it was made, make another, and let the platform or a file that git ignores hold it.",
  reference:
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository",
  scope: "all-environments",
  judgesExamples: true,
  check: (facts) => {
    const elsewhere = toldByOtherRules(facts);
    return {
      undecided: [],
      violations: factsOf(facts, "credential").flatMap((credential) => {
        const { place, tracked, what, environment, byName } = credential;
        if (!tracked || elsewhere.has(describeLine(credential))) return [];
        return {
          place,
          ...(environment !== undefined && { environment }),
          // A name may be wrong about what it holds.
          ...(byName === true && { severity: "warning" as const }),
          what: "a file that git tracks",
          expected: "no credential",
          got: what,
          fix: isEnvFile(credential)
            ? `Type \`git rm --cached ${quotePath(fileOf(credential))}\`, add the file to .gitignore, and change what it held.`
            : "Read it from a variable that the platform sets; revoke this one where it was made, since the history keeps it.",
        };
      }),
    };
  },
});

/** A manifest's or an image's variable, and a URL in code, have rules of their own, with their own fixes. */
function toldByOtherRules(facts: readonly Fact[]): ReadonlySet<string> {
  const written = [...factsOf(facts, "variable"), ...factsOf(facts, "build-argument")].filter(
    (fact) => !isEnvFile(fact) && writtenSecret(fact) !== undefined,
  );
  const inCode = factsOf(facts, "url").filter((fact) => isInCode(fact) && urlSecret(fact) !== undefined);
  return new Set([...written, ...inCode].map(describeLine));
}

type Stated = Pick<CredentialFact, "place">;

function fileOf({ place }: Stated): string {
  return place.source === "file" ? place.file : describePlace(place);
}

function isEnvFile(fact: Stated): boolean {
  return ENV_FILE.test(fileOf(fact));
}

function describeLine({ place }: Stated): string {
  return place.source === "file" ? `${place.file}:${place.line}` : describePlace(place);
}
