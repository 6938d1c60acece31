import { type Fact, type FactOf, factsOf, known } from "../../domain";
import { isGiven } from "../../platforms";
import { fileOf } from "../services/service-folders";

/**
 * A setting of the code that a variable says: the variable's own hosts, at its place, where it is set, and its default where
 * a Blueprint or a fly.toml that lists variables leaves it out. Elsewhere a platform's dashboard may well set it.
 */
export function settingOfVariable(fact: Fact, facts: readonly Fact[]): readonly Fact[] {
  if (fact.kind !== "code-setting" || fact.from === undefined) return [fact];
  const { variable, otherwise } = fact.from;
  if (isGiven(variable)) return [];
  const set = factsOf(facts, "variable").find(({ name }) => name === variable);
  if (set !== undefined) return fact.name === "ALLOWED_HOSTS" ? byVariable(fact, set) : [];
  const blueprints = factsOf(facts, "platform")
    .filter(({ platform }) => platform === "render" || platform === "fly")
    .map(fileOf);
  const lists = factsOf(facts, "variable").some((one) => blueprints.includes(fileOf(one)));
  return lists ? [{ ...fact, value: known(otherwise) }] : [];
}

function byVariable({ from: _, ...fact }: FactOf<"code-setting">, set: FactOf<"variable">): readonly Fact[] {
  if (!set.value.known) return [];
  const hosts = set.value.value.replaceAll(/[[\]"']/g, "").split(/[\s,;]+/);
  return [{ ...fact, place: set.place, value: known(hosts.filter((host) => host !== "").join(",")) }];
}
