import { type Fact, factsOf, type Subject } from "./fact";

/** The value of the subject's environment variable, or undefined where it is not set or not known yet. */
export function variableOf(facts: readonly Fact[], subject: Subject, name: string): string | undefined {
  const fact = factsOf(facts, "variable").find(
    (variable) => variable.name === name && variable.service === subject.service,
  );
  return fact?.value.known ? fact.value.value : undefined;
}
