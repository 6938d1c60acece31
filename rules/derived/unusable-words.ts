import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";
import type { Unusable } from "../../domain/start-command/unusable-word";

/** At the variable that says it, where none of the command's words does. */
export function ofUnusable(
  { place, service }: StartCommandFact,
  { certain: _, variable, ...said }: Unusable,
  facts: readonly Fact[],
): Violation {
  const at = factsOf(facts, "variable").find((fact) => fact.service === service && fact.name === variable);
  return { place: at?.place ?? place, ...said };
}
