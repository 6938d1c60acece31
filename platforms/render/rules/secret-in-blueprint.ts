import { factsOf } from "../../../domain/fact";
import { rule } from "../../../domain/rule";
import { writtenSecret } from "../../../domain/written-secret";
import { isBlueprintPlace } from "../manifest";

const FIX =
  "Write `sync: false` in its place and set the value in Render's dashboard; then change the secret.";

export const secretInBlueprint = rule({
  id: "secret/in-blueprint",
  severity: "error",
  title: "A Blueprint holds no secret",
  why: "render.yaml is committed: everybody who can read the repository, now or later, has the secret, and deleting the line does not take it back.",
  fix: FIX,
  reference: "https://render.com/docs/blueprint-spec#setting-environment-variables",
  scope: "all-environments",
  judgesExamples: true,
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "variable").flatMap((variable) => {
      const { place, name } = variable;
      const inBlueprint = isBlueprintPlace(place);
      if (!inBlueprint || writtenSecret(variable) === undefined) return [];
      return [{ place, what: `variable ${name}`, expected: "no secret here", got: "its value", fix: FIX }];
    }),
  }),
});
