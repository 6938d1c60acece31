import { type Fact, factsOf, known } from "../../domain";
import { isGiven } from "../../platforms";
import { fileOf } from "../services/service-folders";

/**
 * A setting of the code that a variable says: nothing where the variable is set, and its default where a Blueprint that
 * lists variables leaves it out. Elsewhere a platform's dashboard may well set it.
 */
export function settingOfVariable(fact: Fact, facts: readonly Fact[]): readonly Fact[] {
  if (fact.kind !== "code-setting" || fact.from === undefined) return [fact];
  const { variable, otherwise } = fact.from;
  if (isGiven(variable) || factsOf(facts, "variable").some(({ name }) => name === variable)) return [];
  const blueprints = factsOf(facts, "platform")
    .filter(({ platform }) => platform === "render")
    .map(fileOf);
  const lists = factsOf(facts, "variable").some((one) => blueprints.includes(fileOf(one)));
  return lists ? [{ ...fact, value: known(otherwise) }] : [];
}
