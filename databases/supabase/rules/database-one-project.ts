import { applicationOf } from "../../../domain/application";
import { isOther } from "../../../domain/beside";
import { BROWSER_PREFIX } from "../../../domain/browser-variable";
import { allKnown, connections } from "../../../domain/connections";
import { environmentKind } from "../../../domain/environment-name";
import { type Fact, factsOf, type NeighbourFact, type VariableFact } from "../../../domain/fact";
import { oncePerList } from "../../../domain/once-per-list";
import { nameAt, type Place } from "../../../domain/place";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { payloadOf } from "../../../domain/token-payload";
import { isApiVariable, parseProjectRef, projectRefOf } from "../endpoints";

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
    return {
      violations: [...apart, ...violations, ...keysOfAnother(facts)],
      undecided: [...undecided, ...elsewhere(facts, named)],
    };
  },
});

/** A worker or a job, or another process of one application, in whose variable another project is than in its neighbour's. */
function elsewhere(facts: readonly Fact[], named: readonly NamedDatabase[]): readonly Undecided[] {
  const platform = factsOf(facts, "platform").find((one) => one.name !== undefined);
  const own = platform?.name ?? "";
  const application = applicationOf(facts);
  const processes = application === undefined ? ["jobs"] : [ofApplication(application), "jobs"];
  const groups = isJob(platform?.type) ? ["all"] : processes;
  return named.flatMap(({ reference, place }): readonly Undecided[] => {
    if (place.source !== "resource") return [];
    const beside = groups.map(
      (group) => besideBy(factsOf(facts, "neighbour")).get(keyOf(nameAt(place), own, group)) ?? [],
    );
    // Most stacks have one project: a first neighbour says so, and no other one is looked at.
    const isHere = (one: Beside) => one.project === reference && isOther(one.neighbour, facts);
    if (beside.some((group) => group.some(isHere))) return [];
    // The engine registers what is beside it in any order.
    const [other] = beside
      .flat()
      .filter(({ neighbour }) => isOther(neighbour, facts))
      .map(({ neighbour }) => neighbour.name)
      .toSorted((one, two) => one.localeCompare(two));
    if (other === undefined) return [];
    return [{ place, why: `it names another project than ${nameAt(place)} of ${other}` }];
  });
}

const ofApplication = (application: string): string => `of ${application}`;
const isJob = (type = ""): boolean => type === "worker" || type === "cron";

/** A neighbour whose variable names a project. */
interface Beside {
  readonly neighbour: NeighbourFact;
  readonly project: string;
}

/** Services whose names say the same kind of environment, or none. */
const keyOf = (variable: string, service: string, group: string): string =>
  `${variable} ${environmentKind(service) ?? ""} ${group}`;

/** All of them by a variable, those that are jobs, and those of each application. */
const besideBy = oncePerList((all: readonly NeighbourFact[]): ReadonlyMap<string, readonly Beside[]> => {
  const found = new Map<string, Beside[]>();
  for (const neighbour of all)
    for (const { variable, host, user } of neighbour.databases ?? []) {
      const project = projectRefOf(host, user, {});
      if (project === undefined) continue;
      for (const group of [
        "all",
        isJob(neighbour.is) ? "jobs" : ofApplication(neighbour.application ?? ""),
      ]) {
        const key = keyOf(variable, neighbour.name, group);
        const same = found.get(key);
        if (same === undefined) found.set(key, [{ neighbour, project }]);
        else same.push({ neighbour, project });
      }
    }
  return found;
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
