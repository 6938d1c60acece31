import { providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { placeholderInAddress } from "../domain/placeholder";
import { isPrivateHost } from "../domain/private-host";
import { type Knowledge, rule } from "../domain/rule";
import { sharedBetweenEnvironments } from "../domain/shared-between-environments";
import { isLoopback } from "../domain/start-command";

const FIX =
  "Give each environment a project, or at least a database, of its own, and write its address here.";

export const databaseShared = rule({
  id: "database/shared",
  severity: "error",
  title: "No two environments write into one database",
  why: "What staging tests, migrates or deletes is then production's data, and no test of its own shows it.",
  fix: FIX,
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  scope: "all-environments",
  check: (facts, settings) => {
    const held = connections(facts).flatMap(
      ({ host, port, user, database, parameters, place, environment }) => {
        const parts = allKnown(host, port, user, database, parameters);
        if (!parts.known || environment === undefined) return [];
        const value = identityOf(settings, ...parts.value);
        return value === undefined ? [] : [{ place, environment, what: "database", value }];
      },
    );
    const words = {
      expected: "one of this environment's own",
      fix: FIX,
      withoutProduction: "warning" as const,
    };
    return { violations: sharedBetweenEnvironments(held, words), undecided: [] };
  },
});

/** A name of one label is of some private network: another one may have the same. Render's `dpg-…` are unique. */
const ONE_LABEL = /^(?!dpg-)[^.:]+$/i;

/** Whose data it is. All poolers and modes of one project lead to the same databases. */
function identityOf(
  settings: Knowledge,
  host: string,
  port: number,
  user: string,
  database: string,
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  if (host === "" || host.startsWith("/") || isLoopback(host)) return undefined;
  if (ONE_LABEL.test(host) || isPrivateHost(host)) return undefined;
  if ([host, user, database].some((part) => placeholderInAddress(part) !== undefined)) return undefined;
  const provider = providerOf(host, settings);
  const project = provider.projectOf({ host, user, parameters });
  const role = provider.roleOf({ host, user });
  return JSON.stringify([project ?? `${host.toLowerCase()}:${port}`, role, database || role]);
}
