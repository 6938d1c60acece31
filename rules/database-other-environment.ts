import { projectOfApi, providerOf } from "../databases";
import { allKnown, connections } from "../domain/connections";
import { type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { type Knowledge, rule, type Verdict, type Violation } from "../domain/rule";
import { isLoopback } from "../domain/start-command";

export const databaseOtherEnvironment = rule({
  id: "database/other-environment",
  severity: "error",
  title: "The database is this environment's own",
  why: "An environment that writes into another's database corrupts it, and no test of its own shows it.",
  fix: "Give each environment a project, or at least a database, of its own.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  comparesEnvironments: true,
  check: (facts, settings) => {
    const { violations, undecided } = connectionsShared(facts, settings);
    return { violations: [...violations, ...apisShared(facts, settings)], undecided };
  },
});

/** The address of another environment's API, such as SUPABASE_URL's: it leads to the same data. */
function apisShared(facts: readonly Fact[], settings: Knowledge): readonly Violation[] {
  const others = factsOf(facts, "other-environment").flatMap(({ name, host, user }) => {
    if (!host.known || !user.known) return [];
    const project = providerOf(host.value, settings).projectOf({
      host: host.value,
      user: user.value,
      parameters: {},
    });
    return project === undefined ? [] : [{ name, project }];
  });
  return factsOf(facts, "variable").flatMap(({ name, value, place }) => {
    const host = value.known ? /^https?:\/\/([^/:?#]+)/i.exec(value.value.trim())?.[1] : undefined;
    const project = host === undefined ? undefined : projectOfApi(host, settings);
    const other = others.find((one) => one.project === project);
    if (project === undefined || other === undefined) return [];
    return {
      place,
      what: `variable ${name}`,
      expected: "the API of this environment's own project",
      got: `the one of ${other.name}`,
      fix: "Write the address of this environment's own project.",
    };
  });
}

function connectionsShared(facts: readonly Fact[], settings: Knowledge): Verdict {
  return judgeEach(
    connections(facts).flatMap((connection) =>
      factsOf(facts, "other-environment").map((other) => ({ ...connection, other })),
    ),
    ({ host, port, user, parameters, database, other }) =>
      allKnown(host, port, user, parameters, database, other.host, other.port, other.user, other.database),
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
      const sameHost = plainHost(host) === plainHost(otherHost) && (port === otherPort || !isLoopback(host));
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
  );
}

/** Names of hosts are the same in any case, and with the dot of the root behind them. */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
