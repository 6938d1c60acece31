import { allKnown, connections } from "../../../domain/connections";
import { factsOf } from "../../../domain/fact";
import { nameAt, type Place } from "../../../domain/place";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { parseProjectRef, projectRefOf } from "../endpoints";

interface NamedProject {
  readonly reference: string;
  readonly place: Place;
}

interface NamedDatabase extends NamedProject {
  readonly service?: string | undefined;
}

const isProject = ({ reference }: NamedProject): boolean => parseProjectRef(reference) !== undefined;

export const databaseOneProject = rule({
  id: "database/one-project",
  severity: "error",
  title: "One environment names one Supabase project",
  why: "Where the database is of one project and the API's URL of another, one of the two is another environment's.",
  fix: "Take every address from the same project's dashboard.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  check: (facts) => {
    const undecided: Undecided[] = [];
    const databases: NamedDatabase[] = [];
    for (const { host, user, parameters, place, service } of connections(facts)) {
      const parts = allKnown(host, user, parameters);
      if (parts.known) databases.push({ reference: projectRefOf(...parts.value) ?? "", place, service });
      else undecided.push({ place, why: parts.why });
    }
    const addresses = factsOf(facts, "variable").map(({ value, place }) => {
      const host = value.known ? /^https?:\/\/([^/:?#]+)/i.exec(value.value.trim())?.[1] : undefined;
      return { reference: projectRefOf(host ?? "", "", {}) ?? "", place };
    });
    const [named, apis] = [databases.filter(isProject), addresses.filter(isProject)];
    // A service of several databases may have several projects; each API's is one of theirs.
    const expected = named.length > 0 ? named : apis.slice(0, 1);
    const apart = migratedElsewhere(named);
    const strays = apis.filter(({ reference }) => expected.every((one) => one.reference !== reference));
    const violations = strays.map(({ reference, place }) => ({
      place,
      severity: "warning" as const,
      what: "Supabase project",
      expected: `${[...new Set(expected.map((one) => `\`${one.reference}\``))].join(" or ")}, as elsewhere in this environment`,
      got: `\`${reference}\``,
      fix: "Take every address from the same project's dashboard, if this is not meant.",
      related: expected.slice(0, 1).map((one) => one.place),
    }));
    return { violations: [...apart, ...violations], undecided };
  },
});

/** Variables that guides of Prisma, Drizzle and others give to one database: for requests, and for migrations. */
const PAIRS: readonly (readonly [requests: RegExp, migrations: RegExp])[] = [
  [/^DATABASE_URL$/, /^(?:DIRECT_URL|DIRECT_DATABASE_URL|DATABASE_DIRECT_URL|DATABASE_URL_UNPOOLED)$/],
  [/^POSTGRES_PRISMA_URL$/, /^POSTGRES_URL_NON_POOLING$/],
];

/** Migrations that change another project's tables than those that requests are answered from. */
function migratedElsewhere(named: readonly NamedDatabase[]): readonly Violation[] {
  return PAIRS.flatMap(([requests, migrations]) =>
    named
      .filter(({ place }) => migrations.test(nameAt(place)))
      .flatMap(({ reference, place, service }) => {
        const used = named.find(
          (one) => requests.test(nameAt(one.place)) && one.service === service && one.reference !== reference,
        );
        if (used === undefined) return [];
        return {
          place,
          what: `variable ${nameAt(place)}`,
          expected: `project \`${used.reference}\`, as in ${nameAt(used.place)}`,
          got: `\`${reference}\``,
          fix: "Copy both addresses from one project's dashboard.",
          related: [used.place],
        };
      }),
  );
}
