import { providerOf } from "../databases";
import { all, connections } from "../domain/connections";
import { each } from "../domain/each";
import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";
import { isLoopback } from "../domain/start-command";

export const databaseOtherEnvironment = rule({
  id: "database/other-environment",
  severity: "error",
  title: "The database is this environment's own",
  why: "An environment that writes into another's database corrupts it, and no test of its own will tell.",
  fix: "Give each environment a project, or at least a database, of its own.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  comparesEnvironments: true,
  check: (facts, settings) =>
    each(
      connections(facts).flatMap((connection) =>
        factsOf(facts, "other-environment").map((other) => ({ ...connection, other })),
      ),
      ({ host, port, user, parameters, database, other }) =>
        all(host, port, user, parameters, database, other.host, other.port, other.user, other.database),
      (
        [host, port, user, parameters, database, otherHost, otherPort, otherUser, otherDatabase],
        { place, other },
      ) => {
        const project = providerOf(host, settings).projectOf({ host, user, parameters });
        const otherProject = providerOf(otherHost, settings).projectOf({
          host: otherHost,
          user: otherUser,
          parameters: {},
        });
        // On one machine two servers differ by their port alone; a pooler's port leads to the same database.
        const sameHost =
          plainHost(host) === plainHost(otherHost) && (port === otherPort || !isLoopback(host));
        const shared = project === undefined ? sameHost : project === otherProject;
        // Without a name the driver takes the user's role.
        const own = database || providerOf(host, settings).roleOf({ host, user });
        if (!shared || own !== otherDatabase) return undefined;
        return {
          place,
          what: "database",
          expected: "one of this environment's own",
          got: `the database of ${other.name}`,
          fix: "Write the address of this environment's own project or database.",
        };
      },
    ),
});

/** Names of hosts are the same in any case, and with the dot of the root behind them. */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
