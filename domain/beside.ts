import { connections } from "./connections";
import { byKind, type Fact, factsOf, type NeighbourFact, type PeerFact } from "./fact";
import { oncePerList } from "./once-per-list";

/** What a service has beside it: the services of its environment, itself among them, and their stores. */
export interface Beside {
  readonly peers: readonly PeerFact[];
  readonly neighbours: readonly NeighbourFact[];
}

/**
 * A service's facts with what is beside it, of which it is a part itself. All services of an environment share the same
 * lists, or a thousand of them would have a thousand each.
 *
 * @param own what of them is the service itself
 */
export function withBeside(
  facts: readonly Fact[],
  beside: Beside,
  own: readonly (PeerFact | NeighbourFact)[],
): readonly Fact[] {
  const joined = [...facts];
  byKind.state(
    joined,
    new Map([...byKind(facts), ["peer", beside.peers], ["neighbour", beside.neighbours]] satisfies readonly [
      Fact["kind"],
      readonly Fact[],
    ][]),
  );
  itself.state(joined, own);
  // What is beside a service names no database of the service itself.
  connections.state(joined, connections(facts));
  return joined;
}

const itself = oncePerList((): readonly Fact[] => []);

/** Whether what is beside a service is not the service itself. */
export const isOther = (fact: Fact, facts: readonly Fact[]): boolean => !itself(facts).includes(fact);

/** By what a service finds a neighbour without looking at each. Hosts are in lower case. */
export type NeighbourKey =
  | `host ${string}`
  | `name ${string}`
  | `is ${NeighbourFact["is"]}`
  | "with a disk"
  | "with domains"
  | "with brokers"
  | `of ${string}`
  | "taken from";

/** The neighbours of a service, itself left out, of one key. */
export function neighboursBy(facts: readonly Fact[], key: NeighbourKey): readonly NeighbourFact[] {
  const found = neighboursByKey(factsOf(facts, "neighbour")).get(key) ?? [];
  return found.filter((one) => isOther(one, facts));
}

const neighboursByKey = oncePerList((all: readonly NeighbourFact[]) => grouped(all, keysOf));

function keysOf(neighbour: NeighbourFact): readonly NeighbourKey[] {
  const { hosts, name, is, diskAt, domains = [], brokers = [], usedBy = [], application } = neighbour;
  return [
    ...new Set(hosts.map((host) => `host ${host}` as const)),
    `name ${name}`,
    `is ${is}`,
    ...(diskAt === undefined ? [] : (["with a disk"] as const)),
    ...(domains.length > 0 ? (["with domains"] as const) : []),
    ...(brokers.length > 0 ? (["with brokers"] as const) : []),
    ...(application === undefined ? [] : [`of ${application}` as const]),
    ...(usedBy.length > 0 ? (["taken from"] as const) : []),
  ];
}

/** The services beside a service that requests reach, itself left out. */
export function peersOf(facts: readonly Fact[]): readonly PeerFact[] {
  return factsOf(facts, "peer").filter((one) => isOther(one, facts));
}

/** By what a service finds a peer without looking at each: its host name in lower case, or its platform. */
export type PeerKey = `host ${string}` | `at ${string}`;

/** The peers of a service, itself left out, of one key. */
export function peersBy(facts: readonly Fact[], key: PeerKey): readonly PeerFact[] {
  const found = peersByKey(factsOf(facts, "peer")).get(key) ?? [];
  return found.filter((one) => isOther(one, facts));
}

const peersByKey = oncePerList((all: readonly PeerFact[]) =>
  grouped(all, ({ hostName, platform }): readonly PeerKey[] => [
    `host ${hostName.toLowerCase()}`,
    `at ${platform}`,
  ]),
);

function grouped<T>(
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  return groups;
}
