import { type Fact, factsOf, type Knowable, known, type OnlyWhere, unknown } from "../../domain";
import { truthOf } from "../../domain/truth";
import { givenValue, givesPort } from "../../platforms";
import type { Entry } from "./entry";
import { undecided } from "./port-or-bind";

/**
 * What counts where a variable says so: the fact, none, or one that is not decided where nothing says what the variable
 * holds.
 */
export function whereActive(fact: Fact, facts: readonly Fact[], entries: readonly Entry[]): readonly Fact[] {
  if ((fact.kind !== "port" && fact.kind !== "bind") || fact.where === undefined) return [fact];
  const { where, ...stated } = fact;
  const names = activeNames(where, facts, entries);
  const truth = names.known ? truthOf(where.holds, (name) => names.value.includes(name)) : undefined;
  if (truth !== undefined) return truth ? [stated] : [];
  const why = names.known ? `it holds only where \`${where.holds}\` does` : names.why;
  return [undecided(stated, why)];
}

function activeNames(
  where: OnlyWhere,
  facts: readonly Fact[],
  entries: readonly Entry[],
): Knowable<readonly string[]> {
  const { variables, holds } = where;
  if (variables.includes("PORT")) return portNames(facts);
  const given = entries.flatMap(({ steps }) => steps.flatMap(({ text }) => givenBy(text)));
  const [first] = given;
  const text = first !== undefined ? known(first) : heldBy(where, facts);
  if (text === undefined) return unknown(`it holds only where ${variables[0]} names \`${holds}\``);
  return text.known ? known(text.value.split(",").map((name) => name.trim())) : text;
}

/** What the first of the variables that is set holds, or what counts where none is; undefined where nothing says it. */
export function heldBy(
  { variables, without }: Pick<OnlyWhere, "variables" | "without">,
  facts: readonly Fact[],
): Knowable<string> | undefined {
  const set = variables
    .map((name) => factsOf(facts, "variable").find((variable) => variable.name === name))
    .find((variable) => variable !== undefined);
  if (set !== undefined) return set.value;
  const otherwise = variables.map((name) => givenValue(name, facts)).find((given) => given) ?? without;
  return otherwise === undefined ? undefined : known(otherwise);
}

/** docs.spring.io/spring-boot: a command's own properties win over variables. */
function givenBy(text: string): readonly string[] {
  return [...text.matchAll(/(?:-D|--)(?:spring\.profiles\.active|quarkus\.profile)=["']?([\w,-]+)/g)].map(
    ([, names = ""]) => names,
  );
}

/** PORT itself, where it is set, or the platform gives each service one. */
function portNames(facts: readonly Fact[]): Knowable<readonly string[]> {
  const isSet = factsOf(facts, "variable").some(({ name }) => name === "PORT");
  return isSet || givesPort(facts) ? known(["PORT"]) : unknown("it depends on whether PORT is set");
}
