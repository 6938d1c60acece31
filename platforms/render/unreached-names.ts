import { neighboursBy, peersOf } from "../../domain/beside";
import { isForBrowsers } from "../../domain/browser-variable";
import { isForDevelopers } from "../../domain/developers-variable";
import { type Fact, factsOf, type NeighbourFact, type VariableFact } from "../../domain/fact";
import type { Place } from "../../domain/place";
import { hasPrivateEnding } from "../../domain/private-host";
import { serviceTypeOf } from "../../domain/stated-service";
import { variableOf } from "../../domain/variables";
import type { Judged } from "../../domain/verdict";
import { calledBy } from "./private-network";

const URL =
  /^\s*[a-z][a-z0-9+.-]*:\/\/(?:[^@/\s]*@)?(\[[^\]]*\]|[^@:/?#\s]+)(?::(\d{1,5}))?(?:[/?#]\S*)?\s*$/i;
const HERE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
const HOST_NAME = /(?:^|_)(?:HOST|HOSTNAME)$/i;
/** Words of a variable's name that say no more than that it holds an address, or a part of one. */
const ADDRESS_WORDS =
  /^(?:ur[li]|host|hostname|port|hostport|addr|address|origin|endpoint|base|internal|private|service|server|backend|upstream|api|http|https|grpc|ws)$/;

/** Names by which a service asks its neighbours, and finds none of them. */
export function unreachedNames(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact): readonly Judged[] => {
    const { place, name, value } = fact;
    if (place.source !== "resource" || !value.known || isForDevelopers(name)) return [];
    const [, inUrl, port] = URL.exec(value.value) ?? [];
    const host = inUrl ?? (HOST_NAME.test(name) ? value.value.trim() : "");
    if (host === "") return [];
    const [dashed] = host.includes("_")
      ? neighboursBy(facts, `host ${host.toLowerCase().replaceAll("_", "-")}`).filter(isAsked)
      : [];
    if (dashed !== undefined) return [withDashes(fact, host, dashed)];
    if (BY_HTTP.test(value.value) && isOneWord(host) && isNone(host, place, facts))
      return [isForBrowsers(name) ? ofNoDomain(fact, host, facts) : { place, why: whyNone(host) }];
    const why = whyUnreached(fact, host, facts) ?? whyElsewhere(fact, host, port, facts);
    return why === undefined ? [] : [{ place, why }];
  });
}

const BY_HTTP = /^\s*(?:https?|wss?):\/\//i;
/** A name without a dot, which no name server outside of a private network knows. */
const isOneWord = (host: string): boolean => /^(?!\d+$)[a-z0-9][a-z0-9_-]*$/i.test(host) && !HERE.test(host);

/** Whether neither a neighbour nor the service itself is called so. */
const isNone = (host: string, place: Place, facts: readonly Fact[]): boolean =>
  calledBy(facts, host, place).length === 0 &&
  !factsOf(facts, "neighbour").some(({ hosts }) => hosts.includes(host.toLowerCase()));

const whyNone = (host: string): string =>
  `no service here is called ${host}, and only a private one of that name is found`;

/** What a page's visitors load: of a site it is certain, and a server that makes pages may ask the name by itself. */
function ofNoDomain({ place, name, service }: VariableFact, host: string, facts: readonly Fact[]): Judged {
  if (serviceTypeOf(facts, service) !== "static")
    return { place, why: `browsers load ${name}, and \`${host}\` is a name of a private network` };
  return {
    place,
    what: `host in ${name}`,
    expected: "a public address, which visitors' browsers find",
    got: `\`${host}\`, a name of a private network`,
    fix: "Write the public address of the service that is asked.",
  };
}

const isAsked = ({ is, platform }: NeighbourFact): boolean =>
  platform === "render" && (is === "private" || is === "web");

function whyUnreached(fact: VariableFact, host: string, facts: readonly Fact[]): string | undefined {
  const { name, place, value } = fact;
  if (HERE.test(host)) {
    const asked = [...neighboursBy(facts, "is private"), ...neighboursBy(facts, "is web")].filter(isAsked);
    const meant = asked.find((one) => namesIt(name, one));
    return meant && `${name} leads to this machine, and ${meant.name} is a service of its own`;
  }
  const isUrl = value.known && value.value.includes("://");
  if (isUrl && hasPrivateEnding(host)) return `no name server that Render asks is known to have ${host}`;
  const [inside] = isUrl && isForBrowsers(name) ? calledBy(facts, host, place).filter(isAsked) : [];
  return (
    inside && `browsers load ${name}, and ${inside.name} has no such name outside of the private network`
  );
}

/** A port of this machine at which another service listens on its own, and this one does not. */
function whyElsewhere(
  fact: VariableFact,
  host: string,
  port: string | undefined,
  facts: readonly Fact[],
): string | undefined {
  if (port === undefined || !HERE.test(host)) return undefined;
  const own = variableOf(facts, fact, "PORT");
  if (own === undefined || own === port) return undefined;
  const peer = peersOf(facts).find(
    ({ ports }) => ports.known && ports.value.some(({ text }) => text === port),
  );
  return peer && `${fact.name} leads to this machine, and ${peer.hostName} listens on ${port} on its own`;
}

/** `RANKING_URL` of `ranking`: all that the name says beside an address is the service. */
function namesIt(variable: string, { name }: NeighbourFact): boolean {
  const own = wordsOf(name);
  const said = wordsOf(variable).filter((word) => !ADDRESS_WORDS.test(word));
  return said.length > 0 && said.every((word) => own.includes(word));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^a-z0-9]+/);

function withDashes(
  { place, name }: VariableFact,
  host: string,
  { hosts, name: called }: NeighbourFact,
): Judged {
  return {
    place,
    what: `host in ${name}`,
    expected: `\`${hosts[0]}\`, as ${called} is called in the private network`,
    got: `\`${host}\``,
    fix: `Write \`${hosts[0]}\`.`,
  };
}
