import { each } from "../each";
import { factsOf } from "../fact";
import { placeholderIn } from "../placeholder";
import type { Rule } from "../rule";

export const environmentPlaceholder: Rule = {
  id: "environment/placeholder",
  severity: "error",
  title: "No placeholder is left",
  why: "A value that a template left for somebody to fill in deploys without complaint and fails at run time.",
  fix: "Write the real value; a secret by `pulumi config set --secret`.",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  check: (facts) =>
    each(
      factsOf(facts, "variable"),
      ({ value }) => value,
      (value, { place, name }) => {
        const placeholder = placeholderIn(value);
        if (placeholder === undefined) return undefined;
        return {
          place,
          what: `variable ${name}`,
          expected: "a real value",
          got: `the placeholder \`${placeholder}\``,
          fix: "Write the real value; a secret by `pulumi config set --secret`.",
        };
      },
    ),
};
