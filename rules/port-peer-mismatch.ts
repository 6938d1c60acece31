import { peersBy, peersOf } from "../domain/beside";
import {
  type AddressFact,
  ALL_VARIABLES,
  type Fact,
  factsOf,
  type PeerFact,
  type PeerPort,
  type VariableFact,
} from "../domain/fact";
import { type Knowable, known, unknown } from "../domain/knowable";
import { isFilledIn, type NamedAddress, namedAddresses } from "../domain/named-addresses";
import type { Place } from "../domain/place";
import { parsePort } from "../domain/port";
import { type Knowledge, rule, type Undecided, type Violation } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { isComposePlace } from "../domain/stack-place";
import { type Judged, openAtResources, verdictOf } from "../domain/verdict";
import { ofBuilt } from "./derived/built-peers";
import { COMPOSE, peerOf } from "./derived/peers";
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
    const published = ofPublished(facts);
    if (published.length > 0) return { violations: published, undecided: [] };
    const built = ofBuilt(facts);
    if (built.length > 0) return { violations: built, undecided: [] };
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    // Compose has a network, and host names, of its own.
    const addresses = namedAddresses(facts).filter(({ fact }) => !isComposePlace(fact.place));
    const judged = [
      ...addresses.flatMap((address) => judgedAddress(address, facts, settings)),
      ...factsOf(facts, "address").flatMap((address) => judgedCode(address, facts)),
    ];
    const { violations, undecided } = openAtResources(
      verdictOf(judged),
      ({ what, got, expected }) => `${what} is ${got}, and ${expected}; it may have a second one`,
    );
    return { violations, undecided: [...undecided, ...unknownNames(facts)] };
  },
});

function judgedAddress(
  { fact, host, port }: NamedAddress,
  facts: readonly Fact[],
  settings: Knowledge,
): readonly Judged[] {
  const { place, name, service } = fact;
  const reached = reachedBy(host, facts);
  if (!reached.known) return [{ place, why: reached.why }];
  const peer = reached.value ?? itself(fact, host, facts, settings);
  // Another rule judges what no request reaches.
  if (peer === undefined) return [];
  const undecided = (why: string): readonly Judged[] => [{ place, why: `${peer.hostName}: ${why}` }];
  if (port === undefined)
    return isWithoutPort(fact, peer, factsOf(facts, "variable"))
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

/** The service, where its program gives it a name of its own: it reaches itself as others do. */
function itself(
  { place }: VariableFact,
  host: string,
  facts: readonly Fact[],
  settings: Knowledge,
): PeerFact | undefined {
  if (place.source !== "resource") return undefined;
  const own = peerOf(facts, settings);
  const name = host.toLowerCase();
  return own !== undefined && [name, name.replace(ADDED, "")].includes(own.hostName.toLowerCase())
    ? own
    : undefined;
}

/** Code names no service by a variable's name: the port may be a second one that no file names. */
function judgedCode(
  { host, port, inPlaceOf, place, service }: AddressFact,
  facts: readonly Fact[],
): readonly Judged[] {
  if (inPlaceOf !== undefined && factsOf(facts, "variable").some(({ name }) => name === inPlaceOf)) return [];
  const reached = reachedBy(host, facts);
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

/** Render may add a dash and four characters to a name (render.com/docs/private-network, `elastic-qeqj`). */
const ADDED = /-[a-z0-9]{4}$/;

/** Compose has a network, and host names, of its own. */
const isAtPlatform = ({ platform }: PeerFact): boolean => platform !== COMPOSE;

/** The peer that a host name leads to; undefined for a host that is none of them. */
function reachedBy(host: string, facts: readonly Fact[]): Knowable<PeerFact | undefined> {
  const name = host.toLowerCase();
  const [same] = peersBy(facts, `host ${name}`).filter(isAtPlatform);
  if (same !== undefined) return known(same);
  const [added] = ADDED.test(name)
    ? peersBy(facts, `host ${name.replace(ADDED, "")}`).filter(isAtPlatform)
    : [];
  // `api-auth` may be a service of another project, and `api-7k2p` is hardly one.
  if (added === undefined || /\d/.test(name.slice(added.hostName.length))) return known(added);
  return unknown(`${host} may be ${added.hostName}, or a service that is declared elsewhere`);
}

/** Variables whose values are not known, and that by their names hold a peer's address. */
function unknownNames(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "variable").flatMap((fact) => {
    const { name, value, place } = fact;
    if (value.known || isComposePlace(place) || isFilledIn(fact)) return [];
    const words = wordsOf(name);
    const isAddress = ADDRESS_WORDS.test(words.at(-1) ?? "");
    const called = () =>
      peersOf(facts).some(
        (peer) => isAtPlatform(peer) && words.some((word) => wordsOf(peer.hostName).includes(word)),
      );
    return name === ALL_VARIABLES || (isAddress && called()) ? [{ place, why: value.why }] : [];
  });
}
