import { type Fact, factsOf, type PeerFact } from "../../domain/fact";
import { known, unknown } from "../../domain/knowable";
import type { Knowledge } from "../../domain/rule";
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
  const stated = ports.map(({ fact, text }) => ({ place: fact.place, text }));
  const why = open?.why ?? "nothing here says on which port it listens";
  return {
    kind: "peer",
    place,
    platform: platform.platform,
    hostName,
    ports: open === undefined && opened ? known(stated) : unknown(why),
  };
}

/** Facts of one service, and which one it is. */
interface OfService {
  readonly facts: readonly Fact[];
}

/** Each service's facts with the other services of its environment as peers. */
export function withPeers<T extends OfService>(
  services: readonly T[],
  settings: Knowledge = {},
): readonly T[] {
  const peers = services.map(({ facts }) => peerOf(facts, settings));
  if (peers.every((peer) => peer === undefined)) return services;
  return services.map((one, index) => {
    const others = peers.flatMap((peer, at) => (peer === undefined || at === index ? [] : [peer]));
    return { ...one, facts: [...one.facts, ...others] };
  });
}
