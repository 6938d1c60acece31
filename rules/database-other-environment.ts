import { projectRefOf } from "../databases/supabase/endpoints";
import { all, connections } from "../domain/connections";
import { each } from "../domain/each";
import { factsOf } from "../domain/fact";
import type { Rule } from "../domain/rule";
import { isLoopback } from "../domain/start-command";

export const databaseOtherEnvironment: Rule = {
  id: "database/other-environment",
  severity: "error",
  title: "The database is this environment's own",
  why: "An environment that writes into another's database corrupts it, and no test of its own will tell.",
  fix: "Give each environment a project, or at least a database, of its own.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  check: (facts) =>
    each(
      connections(facts).flatMap((connection) =>
        factsOf(facts, "other-environment").map((other) => ({ ...connection, other })),
      ),
      ({ host, port, user, parameters, database, other }) =>
        all(host, port, user, parameters, database, other.host, other.port, other.database, other.projectRef),
      (
        [host, port, user, parameters, database, otherHost, otherPort, otherDatabase, otherRef],
        { place, other },
      ) => {
        const reference = projectRefOf(host, user, parameters);
        // On one machine two servers differ by their port alone; a pooler's port leads to the same database.
        const sameHost =
          host.toLowerCase() === otherHost.toLowerCase() && (port === otherPort || !isLoopback(host));
        const shared = reference === undefined ? sameHost : reference === otherRef;
        if (!shared || database !== otherDatabase) return undefined;
        return {
          place,
          what: "database",
          expected: "one of this environment's own",
          got: `the database of ${other.name}`,
          fix: "Write the address of this environment's own project or database.",
        };
      },
    ),
};
