import { type Fact, factsOf, type NeighbourFact, type VariableFact } from "../../domain/fact";
import { isFilledIn, namedAddresses } from "../../domain/named-addresses";
import { isComposePlace } from "../../domain/stack-place";
import type { Judged } from "../../domain/verdict";
import { isCalled } from "./private-network";

const PUBLIC = /^\s*https?:\/\/([a-z0-9-]+)\.onrender\.com(?=[:/?#\s]|$)/i;

/** URLs that only a service of a certain kind answers: what that one's code does is not known here. */
export function doubtfulUrls(
  facts: readonly Fact[],
  neighbours: readonly NeighbourFact[],
): readonly Judged[] {
  return [...encrypted(facts, neighbours), ...published(facts, neighbours)];
}

/** Nothing in the private network decrypts: a service that answers HTTPS there has to do so by itself. */
function encrypted(facts: readonly Fact[], neighbours: readonly NeighbourFact[]): readonly Judged[] {
  const found = new Map<VariableFact, string>();
  for (const { fact, host } of namedAddresses(facts)) {
    if (isComposePlace(fact.place) || isFilledIn(fact)) continue;
    if (!fact.value.known || !/^\s*https:\/\//i.test(fact.value.value)) continue;
    const asked = neighbours.find((one) => isCalled(host, one, fact.place));
    if (asked?.is === "private" || asked?.is === "web") found.set(fact, asked.name);
  }
  return [...found].map(([{ place, name }, called]) => ({
    place,
    why: `${name} asks ${called} by https, and in the private network only a service that decrypts by itself answers that`,
  }));
}

/** A private service has no public address, and another service may have the one that looks like its. */
function published(facts: readonly Fact[], neighbours: readonly NeighbourFact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact) => {
    const host = fact.value.known ? PUBLIC.exec(fact.value.value)?.[1]?.toLowerCase() : undefined;
    if (host === undefined || isComposePlace(fact.place)) return [];
    const called = neighbours.filter(({ hosts }) => hosts.includes(host));
    if (called.length === 0 || called.some(({ is }) => is !== "private" && is !== "worker")) return [];
    const { name = "", is = "private" } = called[0] ?? {};
    const kind = is === "private" ? "a private service" : "a background worker";
    return [
      {
        place: fact.place,
        why: `${name} is ${kind}, which has no public address such as ${host}.onrender.com`,
      },
    ];
  });
}
