import { ALL_VARIABLES, type Fact, factsOf, type Subject, type VariableFact } from "./fact";

/** A look-up of a subject's variables, with the names that it was asked for in vain. */
export interface Asked {
  readonly look: (name: string) => string | undefined;
  /** Names that no variable has, grown by each look-up. */
  readonly unset: ReadonlySet<string>;
}

export function askedVariables(facts: readonly Fact[], subject: Subject): Asked {
  const unset = new Set<string>();
  const look = (name: string) => {
    if (!isSet(facts, subject, name)) unset.add(name);
    return variableOf(facts, subject, name);
  };
  return { look, unset };
}

/** Whether the subject's variable is set, or may be where not all of its variables are known. */
export function isSet(facts: readonly Fact[], subject: Subject, name: string): boolean {
  return factsOf(facts, "variable").some(
    (variable) => [name, ALL_VARIABLES].includes(variable.name) && variable.service === subject.service,
  );
}

/** The variables of such names; the fact for all is one of them, where not even the names are known yet. */
export function variablesNamed(
  facts: readonly Fact[],
  isSuch: (name: string) => boolean,
): readonly VariableFact[] {
  return factsOf(facts, "variable").filter(({ name }) => name === ALL_VARIABLES || isSuch(name));
}

/** The value of the subject's environment variable, or undefined where it is not set or not known yet. */
export function variableOf(facts: readonly Fact[], subject: Subject, name: string): string | undefined {
  const fact = factsOf(facts, "variable").find(
    (variable) => variable.name === name && variable.service === subject.service,
  );
  return fact?.value.known ? fact.value.value : undefined;
}
