import { allKnown, connections } from "../../../domain/connections";
import { judgeEach } from "../../../domain/judge-each";
import { unknown } from "../../../domain/knowable";
import { rule } from "../../../domain/rule";
import { supabaseHost, tenantOf } from "../endpoints";

export const databasePoolerTenant = rule({
  id: "database/pooler-tenant",
  severity: "error",
  title: "A pooler's user names its project",
  why: "Supavisor finds the project by the user's part after the last dot; `postgres` alone is refused with ENOIDENTIFIER or leads to no tenant.",
  fix: "Write the user as role.projectref.",
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  prevents: ["database/tenant-not-found"],
  check: (facts) =>
    judgeEach(
      connections(facts),
      ({ host, user, parameters }) =>
        // What is in its place is judged as what it is, a reference that nothing fills in.
        user.known && /\$\{|\{\{/.test(user.value)
          ? unknown("the user is a reference to another variable")
          : allKnown(host, user, parameters),
      ([host, user, parameters], { place }) => {
        if (supabaseHost(host) !== "pooler" || tenantOf(user, parameters)) return undefined;
        return {
          place,
          what: "pooler user",
          expected: "`role.projectref`",
          got: user === "" ? "none" : `\`${user}\``,
          fix: `Write \`${user.replace(/\.$/, "") || "role"}.\` and the project's reference.`,
        };
      },
    ),
});
