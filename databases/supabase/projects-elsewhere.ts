import { applicationOf } from "../../domain/application";
import { isOther } from "../../domain/beside";
import { environmentKind } from "../../domain/environment-name";
import { type Fact, factsOf, type NeighbourFact } from "../../domain/fact";
import { oncePerList } from "../../domain/once-per-list";
import { nameAt, type Place } from "../../domain/place";
import type { Undecided } from "../../domain/rule";
import { projectRefOf } from "./endpoints";

/** A Supabase project, by the address of one of its parts. */
export interface NamedProject {
  readonly reference: string;
  readonly place: Place;
}

/** A database of a service's variables, and the project in its address. */
export interface NamedDatabase extends NamedProject {
  readonly service?: string | undefined;
}

/** A worker or a job, or another process of one application, in whose variable another project is than in its neighbour's. */
export function projectsElsewhere(
  facts: readonly Fact[],
  named: readonly NamedDatabase[],
): readonly Undecided[] {
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
