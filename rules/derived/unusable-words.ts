import { type Fact, factsOf, type StartCommandFact, type VariableFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";
import { unusableWords } from "../../domain/start-command/unusable";
import type { Unusable } from "../../domain/start-command/unusable-word";
import { variableOf } from "../../domain/variables";

/** What the command's own words say; what a variable says for it is judged as the variable's value. */
export function ofWords(
  { place, service }: StartCommandFact,
  { certain: _, variable, ...said }: Unusable,
  facts: readonly Fact[],
): readonly Violation[] {
  return variableNamed(variable, service, facts) === undefined ? [{ place, ...said }] : [];
}

/** Values that a start command's program reads of a variable for an option that it is not given, and ends at. */
export function unusableVariables(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "start-command").flatMap((fact) => {
    const { command, service } = fact;
    if (!command.known) return [];
    const unusable = unusableWords(command.value, (name) => variableOf(facts, fact, name));
    if (unusable?.certain !== true) return [];
    const { certain: _, variable, ...said } = unusable;
    const at = variableNamed(variable, service, facts);
    return at === undefined ? [] : [{ place: at.place, ...said }];
  });
}

const variableNamed = (
  name: string | undefined,
  service: string | undefined,
  facts: readonly Fact[],
): VariableFact | undefined =>
  name === undefined
    ? undefined
    : factsOf(facts, "variable").find((fact) => fact.service === service && fact.name === name);
