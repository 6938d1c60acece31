import {
  type AddressFact,
  ALL_VARIABLES,
  type Fact,
  factsOf,
  type NeighbourFact,
  type PeerFact,
  type PeerPort,
  type VariableFact,
} from "../domain/fact";
import { type Knowable, known, unknown } from "../domain/knowable";
import { isFilledIn, type NamedAddress, namedAddresses } from "../domain/named-addresses";
import type { Place } from "../domain/place";
import { parsePort } from "../domain/port";
import { rule, type Undecided, type Violation } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { isComposePlace } from "../domain/stack-place";
import { isLoopback } from "../domain/start-command";
import { type Judged, openAtResources, verdictOf } from "../domain/verdict";
import { ofBuilt } from "./derived/built-peers";
import { COMPOSE } from "./derived/peers";
import { ofPublished } from "./derived/published-peers";
import { isWithoutPort, withoutPort } from "./derived/without-port";

export const portPeerMismatch = rule({
  id: "port/peer-mismatch",
  severity: "error",
  title: "What a variable or code names as another service's port is the port on which that service listens",
  why: "In a private network nothing forwards a port: a request to one on which the service does not listen is refused, though both services are healthy by themselves.",
  fix: "Write the port on which the other service listens, or let the platform fill it in, as Render does by `fromService`.",
  reference: "https://render.com/docs/private-network",
  settings: ["standardPort", "localEnvironments"],
  comparesServices: true,
  check: (facts, settings) => {
    const peers = factsOf(facts, "peer").filter(({ platform }) => platform !== COMPOSE);
    // Another rule judges what no request reaches.
    const neighbours = factsOf(facts, "neighbour");
    const published = ofPublished(facts);
    if (published.length > 0) return { violations: published, undecided: [] };
    const built = ofBuilt(facts);
    if (built.length > 0) return { violations: built, undecided: [] };
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    // Compose has a network, and host names, of its own.
    const addresses = namedAddresses(facts).filter(({ fact }) => !isComposePlace(fact.place));
    const judged = [
      ...addresses.flatMap((address) =>
        judgedAddress(address, peers, neighbours, factsOf(facts, "variable")),
      ),
      ...factsOf(facts, "address").flatMap((address) => judgedCode(address, peers, facts)),
    ];
    const { violations, undecided } = openAtResources(
      verdictOf(judged),
      ({ what, got, expected }) => `${what} is ${got}, and ${expected}; it may have a second one`,
    );
    return { violations, undecided: [...undecided, ...unknownNames(facts, peers)] };
  },
});

const isNeighbour = (host: string, neighbours: readonly NeighbourFact[]): boolean =>
  neighbours.some(({ hosts }) => hosts.includes(host.toLowerCase()));

function judgedAddress(
  { fact, host, port }: NamedAddress,
  peers: readonly PeerFact[],
  neighbours: readonly NeighbourFact[],
  variables: readonly VariableFact[],
): readonly Judged[] {
  const { place, name, service } = fact;
  const reached = reachedBy(host, peers);
  if (!reached.known) return [{ place, why: reached.why }];
  const peer = reached.value;
  if (peer === undefined) return isNeighbour(host, neighbours) ? [] : ofNone(fact, host);
  const undecided = (why: string): readonly Judged[] => [{ place, why: `${peer.hostName}: ${why}` }];
  if (port === undefined)
    return isWithoutPort(fact, peer, variables)
      ? [withoutPort(fact, peer)]
      : undecided(`the port may be named elsewhere than in ${name}`);
  if (!port.known) return undecided(port.why);
  const number = parsePort(port.value);
  // What is no port is another rule's, or another thing than a port.
  if (number === undefined) return undecided(`${name} does not name a port`);
  if (!peer.ports.known) return undecided(peer.ports.why);
  const stated = peer.ports.value;
  if (stated.some(({ text }) => parsePort(text) === number)) return [];
  return [mismatch({ place, name, service }, peer, stated, port.value)];
}

/** A name of one word in a URL: it is found where a private service is called so, and here none is. */
function ofNone({ place, value }: VariableFact, host: string): readonly Judged[] {
  if (place.source !== "resource" || !value.known || !/^https?:\/\//i.test(value.value.trim())) return [];
  if (isLoopback(host) || /^\d+$/.test(host)) return [];
  return [{ place, why: `no service here is called ${host}, and only a private one of that name is found` }];
}

/** Code names no service by a variable's name: the port may be a second one that no file names. */
function judgedCode(
  { host, port, inPlaceOf, place, service }: AddressFact,
  peers: readonly PeerFact[],
  facts: readonly Fact[],
): readonly Judged[] {
  if (inPlaceOf !== undefined && factsOf(facts, "variable").some(({ name }) => name === inPlaceOf)) return [];
  const reached = reachedBy(host, peers);
  if (!reached.known) return [{ place, why: reached.why }];
  const peer = reached.value;
  if (peer === undefined) return [];
  if (!peer.ports.known) return [{ place, why: `${peer.hostName}: ${peer.ports.why}` }];
  if (peer.ports.value.some(({ text }) => parsePort(text) === parsePort(port))) return [];
  const name = place.source === "resource" ? "the command" : "code";
  return [mismatch({ place, name, service }, peer, peer.ports.value, port)];
}

function mismatch(
  { place, name, service }: { place: Place; name: string; service: string | undefined },
  peer: PeerFact,
  stated: readonly PeerPort[],
  got: string,
): Violation {
  const ports = [...new Set(stated.map(({ text }) => text))];
  const expected = ports.join(" or ");
  // A service may listen on a second port, for metrics or for WebSockets, that no file names.
  const second = !namesTheServiceItself(name, peer.hostName);
  return {
    place,
    ...(second && { severity: "warning" as const }),
    ...(service !== undefined && { service }),
    what: `port of ${peer.hostName} in ${name === "code" ? "the code" : name}`,
    expected: `${expected}, on which ${peer.hostName} listens`,
    got,
    fix: second
      ? `Write ${expected}, unless ${peer.hostName} listens on ${got} too.`
      : `Write ${expected}, or let ${peer.hostName} listen on ${got}.`,
    related: stated.map((port) => port.place),
  };
}

/** Words of a variable's name that say that it holds an address, or a part of one. */
const ADDRESS_WORDS = /^(?:url|uri|host|hostname|port|hostport|addr|address|origin|endpoint)$/;
/** What may be beside them, and says no more. */
const ROLE_WORDS = /^(?:base|internal|private|service|server|backend|upstream|api|http|app)$/;

/** `API_URL` of `api`, and not `API_METRICS_URL`. */
function namesTheServiceItself(name: string, hostName: string): boolean {
  const own = wordsOf(hostName);
  return wordsOf(name).every(
    (word) => own.includes(word) || ADDRESS_WORDS.test(word) || ROLE_WORDS.test(word),
  );
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

interface Written {
  readonly hostName: string;
  readonly words: ReadonlySet<string>;
}

/** In lower case and in words, once for each peer: it is one of every other service. */
const written = new WeakMap<PeerFact, Written>();

function writtenName(peer: PeerFact): Written {
  const before = written.get(peer);
  if (before !== undefined) return before;
  const hostName = peer.hostName.toLowerCase();
  const name = { hostName, words: new Set(wordsOf(hostName)) };
  written.set(peer, name);
  return name;
}

/** Render may add a dash and four characters to a name (render.com/docs/private-network, `elastic-qeqj`). */
const ADDED = /^-[a-z0-9]{4}$/;

/** The peer that a host name leads to; undefined for a host that is none of them. */
function reachedBy(host: string, peers: readonly PeerFact[]): Knowable<PeerFact | undefined> {
  const name = host.toLowerCase();
  const same = peers.find((peer) => writtenName(peer).hostName === name);
  if (same !== undefined) return known(same);
  const added = peers.find((peer) => {
    const { hostName } = writtenName(peer);
    return name.startsWith(hostName) && ADDED.test(name.slice(hostName.length));
  });
  // `api-auth` may be a service of another project, and `api-7k2p` is hardly one.
  if (added === undefined || /\d/.test(name.slice(added.hostName.length))) return known(added);
  return unknown(`${host} may be ${added.hostName}, or a service that is declared elsewhere`);
}

/** Variables whose values are not known, and that by their names hold a peer's address. */
function unknownNames(facts: readonly Fact[], peers: readonly PeerFact[]): readonly Undecided[] {
  return factsOf(facts, "variable").flatMap((fact) => {
    const { name, value, place } = fact;
    if (value.known || isComposePlace(place) || isFilledIn(fact)) return [];
    const words = wordsOf(name);
    const isAddress = ADDRESS_WORDS.test(words.at(-1) ?? "");
    const called = () => peers.some((peer) => words.some((word) => writtenName(peer).words.has(word)));
    return name === ALL_VARIABLES || (isAddress && called()) ? [{ place, why: value.why }] : [];
  });
}
