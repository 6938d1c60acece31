import { BROWSER_PREFIX } from "../../../domain/browser-variable";
import { allKnown, connections } from "../../../domain/connections";
import { type Fact, factsOf, type VariableFact } from "../../../domain/fact";
import { nameAt } from "../../../domain/place";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { payloadOf } from "../../../domain/token-payload";
import { openAtResources } from "../../../domain/verdict";
import { isApiVariable, parseProjectRef, projectRefOf } from "../endpoints";
import { type NamedDatabase, type NamedProject, projectsElsewhere } from "../projects-elsewhere";

const isProject = ({ reference }: NamedProject): boolean => parseProjectRef(reference) !== undefined;

export const databaseOneProject = rule({
  id: "database/one-project",
  severity: "error",
  title: "One environment names one Supabase project",
  why: "Where the database is of one project and the API's URL of another, one of the two is another environment's.",
  fix: "Take every address from the same project's dashboard.",
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  comparesServices: true,
  check: (facts) => {
    const undecided: Undecided[] = [];
    const databases: NamedDatabase[] = [];
    for (const { host, user, parameters, place, service } of connections(facts)) {
      const parts = allKnown(host, user, parameters);
      if (parts.known) databases.push({ reference: projectRefOf(...parts.value) ?? "", place, service });
      else undecided.push({ place, why: parts.why });
    }
    const addresses = factsOf(facts, "variable").map((one) => ({
      reference: projectAt(one) ?? "",
      place: one.place,
    }));
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
    // A team may have its sign-ins in a project of their own.
    return openAtResources(
      {
        violations: [...apart, ...violations, ...keysOfAnother(facts)],
        undecided: [...undecided, ...projectsElsewhere(facts, named)],
      },
      ({ got, expected }) => `it names the project ${got}, and the database is of ${expected}`,
    );
  },
});

/** A key of an API is a token that names its project; to another one's address it is no key (supabase.com/docs/guides/api/api-keys). */
function keysOfAnother(facts: readonly Fact[]): readonly Violation[] {
  const variables = factsOf(facts, "variable");
  return variables.flatMap((key) => {
    const reference = key.value.known ? projectOfKey(key.value.value) : undefined;
    if (reference === undefined) return [];
    const addresses = variables.filter(
      ({ name, service }) => service === key.service && isApiVariable(name) && ofSame(name, key.name),
    );
    const [address, ...others] = addresses.flatMap((one) => {
      const project = projectAt(one);
      return project === undefined ? [] : [{ project, place: one.place }];
    });
    if (address === undefined) return [];
    if ([address, ...others].some(({ project }) => project === reference)) return [];
    return {
      place: key.place,
      what: `variable ${key.name}`,
      expected: `a key of project \`${address.project}\``,
      got: `one of project \`${reference}\``,
      fix: "Copy address and key from one project's dashboard.",
      related: [address.place],
    };
  });
}

/** The project whose API or whose pages are at a variable's address. */
function projectAt({ value }: VariableFact): string | undefined {
  const host = value.known ? /^https?:\/\/([^/:?#]+)/i.exec(value.value.trim())?.[1] : undefined;
  return projectRefOf(host ?? "", "", {});
}

/** The project in the payload of Supabase's older keys. */
function projectOfKey(text: string): string | undefined {
  const { iss, ref } = payloadOf(text) ?? {};
  return iss === "supabase" && typeof ref === "string" ? parseProjectRef(ref) : undefined;
}

/** `NEXT_PUBLIC_SUPABASE_URL` and `SUPABASE_SERVICE_ROLE_KEY`: what is before the word may name another project. */
function ofSame(address: string, key: string): boolean {
  const before = (name: string) => name.replace(/SUPABASE.*$/, "").replace(BROWSERS, "");
  return key.includes("SUPABASE") && before(address) === before(key);
}

const BROWSERS = new RegExp(`^${BROWSER_PREFIX}$`);

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
