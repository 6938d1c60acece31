import { peersBy } from "../../domain/beside";
import { type Fact, factsOf } from "../../domain/fact";
import { namedAddresses } from "../../domain/named-addresses";
import { parsePort } from "../../domain/port";
import type { Violation } from "../../domain/rule";
import { isComposePlace } from "../../domain/stack-place";
import { COMPOSE } from "./peers";

const PROXY = /(?:\.conf|\.template|Caddyfile)$/;

/**
 * What compose's own file names of a service that it builds: only the service's own name leads to it. A service may open
 * a second port that no file names.
 */
export function ofBuilt(facts: readonly Fact[]): readonly Violation[] {
  const peers = peersBy(facts, `at ${COMPOSE}`);
  if (peers.length === 0) return [];
  const ofVariables = namedAddresses(facts).flatMap(({ fact, host, port }) =>
    isComposePlace(fact.place) && port?.known === true
      ? [{ place: fact.place, by: fact.name, host, port: port.value }]
      : [],
  );
  // What a proxy before them asks, of which compose mounts or builds the settings.
  const ofProxies = factsOf(facts, "address").flatMap(({ place, host, port }) =>
    place.source === "file" && PROXY.test(place.file)
      ? [{ place, by: "the proxy's settings", host, port }]
      : [],
  );
  return [...ofVariables, ...ofProxies].flatMap(({ place, by, host, port }): readonly Violation[] => {
    const peer = peers.find(({ hostName }) => hostName.toLowerCase() === host.toLowerCase());
    const number = parsePort(port);
    if (peer?.ports.known !== true || number === undefined) return [];
    const stated = peer.ports.value;
    if (stated.some(({ text }) => parsePort(text) === number)) return [];
    const expected = [...new Set(stated.map(({ text }) => text))].join(" or ");
    return [
      {
        place,
        severity: "warning",
        what: `port of ${host} in ${by}`,
        expected: `${expected}, on which ${host} listens`,
        got: String(number),
        fix: `Write ${expected}, unless ${host} listens on ${number} too.`,
        related: stated.map((one) => one.place),
      },
    ];
  });
}
