import { withBeside } from "../../domain/beside";
import { brokersOf } from "../../domain/broker";
import { domainsOf } from "../../domain/custom-domains";
import { diskOf } from "../../domain/disk";
import { type Fact, factsOf, type NeighbourFact, type PeerFact } from "../../domain/fact";
import { known, unknown } from "../../domain/knowable";
import type { Knowledge } from "../../domain/rule";
import { isPlainServer } from "./plain-server";
import { processesOf } from "./processes";
import { servicePorts } from "./service-ports";

/** Places that say what a service opens. EXPOSE documents, and nothing opens what it names alone. */
const OPENING: readonly string[] = ["declared", "variable", "command", "code"];

/**
 * What a service's facts say of it to the services beside it; undefined of one that these cannot reach.
 *
 * @param facts of one service in one environment
 */
export function peerOf(facts: readonly Fact[], settings: Knowledge = {}): PeerFact | undefined {
  const platform = factsOf(facts, "platform").find(({ hostName }) => hostName !== undefined);
  if (platform?.hostName === undefined || platform.listens === false) return undefined;
  const { hostName, place } = platform;
  const { ports, undecided } = servicePorts(facts, settings);
  const opened = ports.some(({ role }) => OPENING.includes(role));
  const [open] = undecided;
  const stated = ports.flatMap(({ fact, text, image }) =>
    [text, ...(image?.also ?? [])].map((port) => ({ place: fact.place, text: port })),
  );
  const why = open?.why ?? "nothing here says on which port it listens";
  return {
    kind: "peer",
    place,
    platform: platform.platform,
    hostName,
    ports: open === undefined && opened ? known(stated) : unknown(why),
  };
}

/** The same of a service of any kind, for what asks it though no request may reach it. */
function neighbourOf(facts: readonly Fact[]): NeighbourFact | undefined {
  const platform = factsOf(facts, "platform").find(({ name }) => name !== undefined);
  if (platform?.name === undefined || platform.type === undefined) return undefined;
  const { name, place, type, plan, region, pending } = platform;
  const diskAt = diskOf(facts, platform.service);
  const domains = domainsOf(facts);
  const brokers = brokersOf(facts).map(({ variable, store, database }) => ({ variable, store, database }));
  return {
    kind: "neighbour",
    place,
    platform: platform.platform,
    is: type,
    name,
    hosts: [name.toLowerCase().replace(/[\s_.]+/g, "-")],
    ...(plan !== undefined && { plan }),
    ...(region !== undefined && { region }),
    ...(diskAt !== undefined && { diskAt }),
    ...(domains.length > 0 && { domains }),
    ...(isPlainServer(facts) && { isPlain: true as const }),
    ...(brokers.length > 0 && { brokers }),
    ...processesOf(facts),
    ...(pending !== undefined && { pending }),
  };
}

/** The "platform" of peers that compose runs: its network and its host names are of its own. */
export const COMPOSE = "compose";

/**
 * The same of a service that compose builds, where its program says for certain what it opens. Other places of it, such
 * as EXPOSE, may name more ports.
 */
function composePeerOf(facts: readonly Fact[], settings: Knowledge): PeerFact | undefined {
  const builds = factsOf(facts, "build").filter(({ reachedAs }) => reachedAs !== undefined);
  const [build, ...others] = builds;
  if (build?.reachedAs === undefined || others.length > 0) return undefined;
  const { ports, undecided } = servicePorts(facts, settings);
  const isCertain = undecided.length === 0 && ports.some(({ role }) => role === "code" || role === "command");
  if (!isCertain) return undefined;
  const stated = ports.map(({ fact, text }) => ({ place: fact.place, text }));
  const { place, reachedAs: hostName } = build;
  return { kind: "peer", place, platform: COMPOSE, hostName, ports: known(stated) };
}

/** Facts of one service, and which one it is. */
interface OfService {
  readonly facts: readonly Fact[];
}

/** What is beside the services of an environment, and no service of it. */
export interface BesideServices {
  readonly stores: readonly NeighbourFact[];
  /** A neighbour with what else is known of it. */
  readonly completed: (neighbour: NeighbourFact) => NeighbourFact;
}

/** Each service's facts with the other services of its environment as peers, and with what else is beside it. */
export function withPeers<T extends OfService>(
  services: readonly T[],
  settings: Knowledge = {},
  { stores, completed }: BesideServices = { stores: [], completed: (neighbour) => neighbour },
): readonly T[] {
  const each = services.map(({ facts }) => ({
    peers: stated([peerOf(facts, settings), composePeerOf(facts, settings)]),
    neighbours: stated([neighbourOf(facts)]).map(completed),
  }));
  const beside = {
    peers: each.flatMap(({ peers }) => peers),
    neighbours: [...each.flatMap(({ neighbours }) => neighbours), ...stores.map(completed)],
  };
  if (beside.peers.length + beside.neighbours.length === 0) return services;
  return services.map((one, index) => {
    const { peers = [], neighbours = [] } = each[index] ?? {};
    return { ...one, facts: withBeside(one.facts, beside, [...peers, ...neighbours]) };
  });
}

const stated = <F>(facts: readonly (F | undefined)[]): readonly F[] =>
  facts.filter((fact) => fact !== undefined);
