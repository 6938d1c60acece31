import path from "node:path";
import { describePlace, type Fact, factsOf, type Place } from "../../domain";
import { isManifest } from "../../platforms";
import { environmentName, isExample } from "../environments/environments";
import { fileOf, serviceFolderOf } from "../services/service-folders";
import { ENVIRONMENT_FILE } from "../walk/left-out";
import type { DeclaredService } from "./declared-service";

/**
 * Why a place is taken to speak of a service in an environment: it is an env file of the service's folder, or a
 * manifest that names no environment, beside environments that files name.
 */
export type Assumption = "folder" | "manifest";

const WHY: Readonly<Record<Assumption, string>> = {
  folder: "for each service of its folder",
  manifest: "which names no environment",
};

/** By places, as `describePlace` writes them. */
export type AssumedPlaces = ReadonlyMap<string, Assumption>;

export function assumptionAt(place: Place | undefined, assumed: AssumedPlaces): Assumption | undefined {
  return place === undefined ? undefined : assumed.get(describePlace(place));
}

/** What a value is assumed by, as a comment of a stack file says it. */
export function assumedNote(place: Place, assumption: Assumption): string {
  return `assumed: ${describePlace(place)}, ${WHY[assumption]}`;
}

interface Stating {
  readonly environment: string;
  /** Whether what names no environment speaks of this one. */
  readonly own: boolean;
  /** What files say of the service in this environment. */
  readonly facts: readonly Fact[];
  /** What all files of the repository say. */
  readonly all: readonly Fact[];
}

/**
 * With the variables of the environment's env files in the service's folder: an audit takes these for the one service
 * that listens there, and all that start code of a folder load them. What is said of the environment itself wins over
 * them, and they win over what is said of none.
 */
export function withFolderVariables(
  { folder, kind }: DeclaredService,
  { environment, own, facts, all }: Stating,
): { readonly facts: readonly Fact[]; readonly assumed: AssumedPlaces } {
  const said = all.filter((fact) => environmentName(fact.environment) === environment);
  const places = new Set(said.map(({ place }) => describePlace(place)));
  const isSaid = (fact: Fact): boolean => own || places.has(describePlace(fact.place));
  const kept = new Set(
    factsOf(facts, "variable")
      .filter(isSaid)
      .map(({ name }) => name),
  );
  const inFolder = factsOf(said, "variable").filter(
    (fact) =>
      kind !== "static" &&
      fact.service === undefined &&
      fact.injectedBy === undefined &&
      ENVIRONMENT_FILE.test(path.posix.basename(fileOf(fact))) &&
      !isExample(fact) &&
      serviceFolderOf(fileOf(fact)) === folder &&
      (fact.name !== "PORT" || kind === "web" || kind === "private") &&
      !kept.has(fact.name),
  );
  const taken = new Set(inFolder.map(({ name }) => name));
  const rest = facts.filter((fact) => fact.kind !== "variable" || !taken.has(fact.name));
  const ofNone = rest.filter((fact) => fact.kind === "variable" && !isSaid(fact) && isManifest(fact.place));
  return {
    facts: [...rest, ...inFolder.map((fact) => ({ ...fact, environment }))],
    assumed: new Map([
      ...ofNone.map(({ place }) => [describePlace(place), "manifest"] as const),
      ...inFolder.map(({ place }) => [describePlace(place), "folder"] as const),
    ]),
  };
}

interface Assumed {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly assumed: AssumedPlaces;
}

/** What of services' variables is assumed, one sentence for each file. */
export function assumptionsOf(services: readonly Assumed[]): readonly string[] {
  const found = new Map<string, Set<string>>();
  const add = (key: string, word: string): void => {
    found.set(key, (found.get(key) ?? new Set()).add(word));
  };
  for (const { name, facts, assumed } of services)
    for (const fact of factsOf(facts, "variable")) {
      const why = assumptionAt(fact.place, assumed);
      if (why === "folder") add(`folder ${fileOf(fact)}`, name);
      if (why === "manifest" && fact.value.known) add(`manifest ${fileOf(fact)}`, fact.name);
    }
  return [...found].map(([key, words]) => {
    const [why, file] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
    const list = [...words].join(", ");
    return why === "folder"
      ? `${file} is taken for ${list} too: it is in the same folder, and no file is theirs alone.`
      : `${file} names no environment, and has a value of ${list}: look at each, it may be production's.`;
  });
}
