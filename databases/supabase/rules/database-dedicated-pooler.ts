import { allKnown, connections } from "../../../domain/connections";
import { judgeEach } from "../../../domain/judge-each";
import { rule } from "../../../domain/rule";
import { endpointForm } from "../endpoints";

export const databaseDedicatedPooler = rule({
  id: "database/dedicated-pooler",
  severity: "note",
  title: "Port 6543 of the database's own host is meant",
  why: "db.<ref>.supabase.co:6543 was every project's pooler until January 2024; since 2025 it is the Dedicated Pooler, which only paid plans have. The same text has two meanings, and without the plan nothing answers.",
  fix: "Use the shared pooler's host, unless the project has the Dedicated Pooler.",
  reference:
    "https://supabase.com/docs/guides/database/connecting-to-postgres/pooling-and-limits#shared-pooler",
  preview: false,
  check: (facts) => ({
    // Where the address is not known, other rules have said so.
    undecided: [],
    violations: judgeEach(
      connections(facts),
      ({ host, port }) => allKnown(host, port),
      ([host, port], { place }) =>
        endpointForm(host, port)?.form !== "dedicated"
          ? undefined
          : {
              place,
              what: "database host",
              expected: "the shared pooler's host, or a project with the Dedicated Pooler",
              got: `\`${host}:${port}\``,
              fix: "Copy the host from the project's dashboard (Connect), with the user role.projectref.",
            },
    ).violations,
  }),
});
