import { looksLikeConnectionUrl } from "../domain/connection-url";
import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";
import { sharedBetweenEnvironments } from "../domain/shared-between-environments";
import { writtenSecret } from "../domain/written-secret";

/** Shorter texts are settings, whatever their variable is called. */
const SHORTEST = 12;

const FIX = "Make a secret of its own for each environment, and change the one that is known to both.";

export const secretShared = rule({
  id: "secret/shared",
  severity: "warning",
  title: "Each environment has secrets of its own",
  why: "A secret that staging knows opens production: tokens signed in the one are valid in the other, and neither can be changed alone.",
  fix: FIX,
  reference: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
  scope: "all-environments",
  judgesExamples: true,
  check: (facts) => {
    const held = factsOf(facts, "variable").flatMap(({ name, value, secret, ...at }) => {
      // A database's password is compared by itself.
      if (!value.known || looksLikeConnectionUrl(value.value)) return [];
      const written = writtenSecret({ ...at, name, value, secret }) ?? "";
      return written.length < SHORTEST ? [] : [{ ...at, what: `secret ${name}`, value: written }];
    });
    const words = { expected: "one of this environment's own", fix: FIX };
    return { violations: sharedBetweenEnvironments(held, words), undecided: [] };
  },
});
