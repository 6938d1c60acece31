import { allKnown, connections } from "../../../domain/connections";
import { judgeEach } from "../../../domain/judge-each";
import { placeholderInAddress } from "../../../domain/placeholder";
import { rule } from "../../../domain/rule";
import { parseProjectRef, projectRefOf } from "../endpoints";

export const databaseProjectReference = rule({
  id: "database/project-reference",
  severity: "error",
  title: "The project reference is a real one",
  why: "A reference is 20 lowercase letters; anything else is a placeholder or a slip, and the pooler answers that the tenant was not found.",
  fix: "Copy the reference from the project's dashboard (Connect).",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  prevents: ["database/credentials", "database/tenant-not-found"],
  check: (facts) =>
    judgeEach(
      connections(facts),
      ({ host, user, parameters }) => allKnown(host, user, parameters),
      ([host, user, parameters], { place }) => {
        const reference = projectRefOf(host, user, parameters);
        if (reference === undefined) return undefined;
        const placeholder = placeholderInAddress(reference);
        if (placeholder === undefined && parseProjectRef(reference) !== undefined) return undefined;
        const got = `\`${reference}\`${placeholder === undefined ? "" : ", a placeholder"}`;
        return {
          place,
          what: "project reference",
          expected: "20 lowercase letters",
          got,
          fix: "Copy it from the project's dashboard (Connect).",
        };
      },
    ),
});
