import type { PeerFact, VariableFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";

const OWN_PORT: Readonly<Record<string, string>> = { http: "80", ws: "80", https: "443", wss: "443" };
const URL = /^\s*(https?|wss?):\/\/[^/?#\s]+(\/[^/?#\s]+)?/i;
const URL_NAME = /(?:^|_)(?:UR[LI]|ENDPOINT)$/i;

/**
 * Whether a URL leads to its scheme's own port, on which the peer does not listen. Code that adds a port to it has that from
 * another variable, and adds none behind a path.
 */
export function isWithoutPort(
  { name, value, place, service }: VariableFact,
  { ports }: PeerFact,
  variables: readonly VariableFact[],
): boolean {
  const [, scheme = "", path] = (value.known && URL.exec(value.value)) || [];
  if (scheme === "" || !ports.known || place.source !== "resource") return false;
  const numbers = ports.value.map(({ text }) => text);
  if (numbers.includes(OWN_PORT[scheme.toLowerCase()] ?? "")) return false;
  if (path !== undefined) return true;
  const beside = variables.some(
    (one) =>
      one.service === service &&
      one.name !== "PORT" &&
      (!one.value.known || numbers.includes(one.value.value.trim())),
  );
  return URL_NAME.test(name) && !beside;
}

export function withoutPort(
  { name, place, service }: VariableFact,
  { hostName, ports }: PeerFact,
): Violation {
  const stated = ports.known ? ports.value : [];
  const expected = [...new Set(stated.map(({ text }) => text))].join(" or ");
  return {
    place,
    ...(service !== undefined && { service }),
    what: `port of ${hostName} in ${name}`,
    expected: `${expected}, on which ${hostName} listens`,
    got: "none, which is the scheme's own",
    fix: `Write \`${hostName}:${expected.split(" ")[0]}\`.`,
    related: stated.map((port) => port.place),
  };
}
