import { providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { environmentKind } from "../domain/environment-name";
import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { rule } from "../domain/rule";

export const databaseEnvironmentName = rule({
  id: "database/environment-name",
  severity: "warning",
  title: "The database does not have another environment's name",
  why: "A stack that was copied keeps the other's host, role or database, and then writes into it.",
  fix: "Write this environment's own host, role and database.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  check: (facts, settings) => {
    const own = environmentKind(factsOf(facts, "environment")[0]?.name ?? "");
    if (own === undefined) return { violations: [], undecided: [] };
    return judgeEach(
      connections(facts),
      ({ host, user, database }) => allKnown(host, user, database),
      ([host, user, database], { place }) => {
        const role = providerOf(host, settings).roleOf({ host, user });
        const named = { host, role, database };
        return Object.entries(named).flatMap(([what, text]) => {
          const kind = environmentKind(what === "host" ? withoutTopLevel(text) : text);
          if (kind === undefined || kind === own) return [];
          return {
            place,
            what: `database ${what}`,
            expected: `one of ${own}`,
            got: `\`${text}\`, by its name one of ${kind}`,
            fix: `Write ${own}'s own ${what}, if this is not meant.`,
          };
        });
      },
    );
  },
});

/** Top-level domains that are words for environments too, and `local` of private networks. */
function withoutTopLevel(host: string): string {
  return host.replace(/\.(?:dev|live|local)\.?$/i, "");
}
