import { DATABASE_VARIABLE } from "../domain/database-variable";
import { isEnvFile } from "../domain/env-file-name";
import { environmentKind, isLocalEnvironment } from "../domain/environment-name";
import { ALL_VARIABLES, type Fact, factsOf, type WantedVariableFact } from "../domain/fact";
import type { Place } from "../domain/place";
import { type Knowledge, rule, type Violation } from "../domain/rule";
import { isGiven, isManifest, manifestAt } from "../platforms";
import { isTakenFromOutside } from "./derived/outside-settings";

const FIX = "Set it there; a secret among the platform's own, and not in a file.";

/** Where it is set, in the words of the platform whose manifest describes the service. */
function fixAt(place: Place, name: string, settings: Knowledge): string {
  return manifestAt(place, settings)?.platform.insteadOfMissing?.(name) ?? FIX;
}

export const environmentMissingVariable = rule({
  id: "environment/missing-variable",
  severity: "warning",
  title: "Every environment sets what the code cannot do without",
  why: "Code that reads an absent variable ends with an error when it starts, or when the first request comes to it.",
  fix: FIX,
  reference: "https://docs.python.org/3/library/os.html#os.environ",
  scope: "all-environments",
  prevents: ["configuration/missing-variable"],
  check: (facts, settings) => {
    const environments = deployedEnvironments(facts, settings);
    const violations = wantedOnce(facts, settings)
      .filter((wanted) => !isTakenFromOutside(wanted, facts))
      .flatMap((wanted) => missing(wanted, environments, facts, settings));
    return { violations, undecided: [] };
  },
});

/** What one deployed environment sets, as far as the repository says. */
interface Environment {
  readonly name: string;
  readonly names: ReadonlySet<string>;
  readonly place: Place;
  /** In which kind of file; an env file and a manifest may each hold a part, and are not compared. */
  readonly kind: "manifest" | "env file";
}

function deployedEnvironments(facts: readonly Fact[], settings: Knowledge): readonly Environment[] {
  const variables = factsOf(facts, "variable");
  const named = new Set(variables.flatMap(({ environment }) => environment ?? []));
  return [...named].flatMap((name) => {
    const own = variables.filter(({ environment }) => environment === name);
    // A workflow has variables for its own steps, and Portcullis' stacks get theirs from it.
    const told = own.filter(({ place }) => isEnvFile(place) || isManifest(place, settings));
    const [first] = told;
    if (isLocalEnvironment(name) || environmentKind(name) === undefined || first === undefined) return [];
    if (own.some((variable) => variable.name === ALL_VARIABLES)) return [];
    const kinds = new Set(told.map(({ place }) => (isManifest(place, settings) ? "manifest" : "env file")));
    const kind = kinds.has("manifest") ? "manifest" : "env file";
    const names = new Set(own.map((variable) => variable.name.toUpperCase()));
    if (connects(facts, name)) names.add(DATABASE_VARIABLE);
    return [{ name, names, kind, place: first.place }];
  });
}

/** A stack of Portcullis gives its service a DATABASE_URL that is in no file. */
function connects(facts: readonly Fact[], environment: string): boolean {
  return facts.some((fact) => ["connection", "url"].includes(fact.kind) && fact.environment === environment);
}

/** Each variable that some code certainly requires, at the first place that does. */
function wantedOnce(facts: readonly Fact[], settings: Knowledge): readonly WantedVariableFact[] {
  const required = factsOf(facts, "wanted-variable").filter(
    ({ name, required: needed }) => needed.known && needed.value && !isGiven(name, settings),
  );
  return [...new Map(required.toReversed().map((fact) => [fact.name.toUpperCase(), fact])).values()];
}

function missing(
  wanted: WantedVariableFact,
  environments: readonly Environment[],
  facts: readonly Fact[],
  settings: Knowledge,
): readonly Violation[] {
  const name = wanted.name.toUpperCase();
  const variables = factsOf(facts, "variable");
  const forAll = variables.filter(({ environment }) => environment === undefined);
  if (forAll.some((variable) => variable.name.toUpperCase() === name || variable.name === ALL_VARIABLES))
    return [];
  const having = environments.filter(({ names }) => names.has(name));
  if (having.length === 0) {
    const platforms = factsOf(facts, "platform").filter(({ assumed }) => assumed !== true);
    const described = [
      ...environments,
      ...[...forAll, ...platforms].filter(({ place }) => isManifest(place, settings)),
      ...containersWithout(name, facts),
    ];
    return setNowhere(
      wanted,
      described.map(({ place }) => place),
      settings,
    );
  }
  return environments.flatMap((environment) => {
    const others = having.filter(({ kind }) => kind === environment.kind);
    if (environment.names.has(name) || others.length === 0) return [];
    return [
      {
        place: environment.place,
        environment: environment.name,
        ...(!others.some((other) => tellsAsMuch(environment, other)) && { severity: "note" }),
        what: `variable ${wanted.name}`,
        expected: `a value, as ${others.map((other) => other.name).join(" and ")} has`,
        got: "none",
        fix: `Set it for ${environment.name}: the code cannot do without it.`,
        related: [wanted.place],
      },
    ];
  });
}

/** Where a compose file lists all that a container gets, and neither it nor a file beside it has the variable. */
function containersWithout(name: string, facts: readonly Fact[]): readonly Fact[] {
  const lists = factsOf(facts, "build").filter(({ listsVariables }) => listsVariables === true);
  const others = factsOf(facts, "variable").some((variable) => variable.name.toUpperCase() === name);
  return others || lists.length !== factsOf(facts, "build").length ? [] : lists;
}

/** A Blueprint lists what a service is given. An env file may hold a part alone: then it shares few of the names. */
function tellsAsMuch(environment: Environment, other: Environment): boolean {
  if (environment.kind === "manifest") return true;
  const shared = [...other.names].filter((name) => environment.names.has(name));
  return shared.length * 2 >= other.names.size;
}

/** It may be set in a dashboard only; so it is a note, and only where environments are described at all. */
function setNowhere(
  { name, place }: WantedVariableFact,
  described: readonly Place[],
  settings: Knowledge,
): readonly Violation[] {
  const [first] = described;
  if (first === undefined) return [];
  return [
    {
      place,
      severity: "note",
      what: `variable ${name}`,
      expected: "a value where the service is deployed",
      got: "none in any file that is read",
      fix: fixAt(first, name, settings),
      related: [first],
    },
  ];
}
