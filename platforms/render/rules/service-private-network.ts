import { neighboursBy } from "../../../domain/beside";
import {
  ALL_VARIABLES,
  type Fact,
  factsOf,
  type NeighbourFact,
  type PlatformFact,
  type VariableFact,
} from "../../../domain/fact";
import type { Knowable } from "../../../domain/knowable";
import { localAddresses } from "../../../domain/local-addresses";
import { isFilledIn, namedAddresses } from "../../../domain/named-addresses";
import type { Place } from "../../../domain/place";
import { rule, type Violation } from "../../../domain/rule";
import { runsLocally } from "../../../domain/runs-locally";
import { isComposePlace } from "../../../domain/stack-place";
import { type Judged, verdictOf } from "../../../domain/verdict";
import { awaitedHosts } from "../awaited-hosts";
import { localRequests } from "../local-requests";
import { calledBy, notReached, type Unreached } from "../private-network";
import { doubtfulUrls } from "../private-urls";
import { ofRoutes } from "../routes";
import { unreachedNames } from "../unreached-names";

export const servicePrivateNetwork = rule({
  id: "service/private-network",
  severity: "error",
  title: "What a service asks in Render's network, or on its own machine, receives requests there",
  why: "Render's private network is of one region. Background workers, cron jobs, static sites and free web services receive nothing there, and a static site asks nothing: the name is not found, or the request times out.",
  fix: "Ask a private service, or a paid web service, of the same region; else its public address.",
  reference: "https://render.com/docs/private-network",
  platforms: ["render"],
  settings: ["localEnvironments"],
  comparesServices: true,
  check: (facts, settings) => {
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    const [own] = factsOf(facts, "platform").filter(({ platform }) => platform === "render");
    const ofService =
      own === undefined
        ? []
        : [
            ...[ofAddresses, ofTaken, ofUnknown].flatMap((judged) => judged(own, facts)),
            ...doubtfulUrls(facts),
            ...unreachedNames(facts),
            ...awaitedHosts(facts),
            ...localRequests(facts, own.service),
            ...localAddresses(facts, "by the service"),
            ...ofCommands(own, facts),
          ];
    return verdictOf([...ofService, ...ofRoutes(facts)]);
  },
});

const isAtRender = ({ platform }: NeighbourFact): boolean => platform === "render";

function ofAddresses(own: PlatformFact, facts: readonly Fact[]): readonly Judged[] {
  const seen = new Set<string>();
  return namedAddresses(facts).flatMap(({ fact, host, port }): readonly Judged[] => {
    if (isComposePlace(fact.place) || isFilledIn(fact) || !isAddressed(fact)) return [];
    const called = calledBy(facts, host, fact.place);
    const [neighbour] = called;
    // Two of one name: the other one may be meant.
    if (neighbour === undefined || called.length > 1) return [];
    const unreached = notReached(own, neighbour);
    const once = `${fact.name} ${neighbour.name}`;
    if (seen.has(once)) return [];
    seen.add(once);
    const pending = own.pending ?? neighbour.pending;
    if (unreached === undefined)
      return pending === undefined
        ? []
        : [
            {
              place: fact.place,
              why: `plan or region of it or of ${neighbour.name} is not known: ${pending}`,
            },
          ];
    if (mayBePublic(fact, port, neighbour)) return [{ place: fact.place, why: whyPublic(neighbour) }];
    return [violation(fact.place, `host in ${fact.name}`, neighbour, unreached, fact.service)];
  });
}

/** `curl http://shop-worker:8000/x` in a command: a name that a variable may have, too. */
function ofCommands(own: PlatformFact, facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "address").flatMap(({ place, host, service }) => {
    const [neighbour, ...others] = calledBy(facts, host, place);
    if (place.source !== "resource" || neighbour === undefined || others.length > 0) return [];
    const unreached = notReached(own, neighbour);
    return unreached === undefined
      ? []
      : [violation(place, "host in the command", neighbour, unreached, service)];
  });
}

/** A name alone of what has a public address too: code may put `.onrender.com` behind it. */
function mayBePublic(
  { value }: VariableFact,
  port: Knowable<string> | undefined,
  { is }: NeighbourFact,
): boolean {
  if (is !== "web" && is !== "static") return false;
  return port === undefined && !(value.known && value.value.includes("://"));
}

const whyPublic = ({ name }: NeighbourFact): string =>
  `code may make the public address of ${name} of its name, and its internal one is not reached from here`;

/** What a Blueprint takes of another service (render.com/docs/blueprint-spec): `hostport` is an internal address. */
const TAKEN = /^service (\S+) (host|hostport)$/;

function ofTaken(own: PlatformFact, facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact): readonly Judged[] => {
    const { takenFrom = "", place, service } = fact;
    const [, name, property] = TAKEN.exec(takenFrom) ?? [];
    if (name === undefined) return [];
    const [neighbour, ...others] = neighboursBy(facts, `name ${name}`).filter(isAtRender);
    if (neighbour === undefined || others.length > 0) return [];
    const unreached = notReached(own, neighbour);
    if (unreached === undefined) return [];
    if (property === "host" && mayBePublic(fact, undefined, neighbour))
      return [{ place, why: whyPublic(neighbour) }];
    return [violation(place, `${property} that ${fact.name} takes`, neighbour, unreached, service)];
  });
}

/** `mailer:4000` is an address in `MAILER_URL`, and may be an image's tag in `RELEASE`. */
function isAddressed(fact: VariableFact): boolean {
  return (fact.value.known && fact.value.value.includes("://")) || ADDRESS_NAME.test(fact.name);
}

const ADDRESS_NAME =
  /(?:^|_)(?:UR[LI]|HOST|HOSTNAME|HOSTPORT|ADDR|ADDRESS|ENDPOINT|ORIGIN|UPSTREAM|BROKER|PORT)$/i;

/** What a preview does not know yet: the variable's name says that it is an address, and the program of what. */
function ofUnknown(own: PlatformFact, facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact) => {
    const { place, name, value } = fact;
    if (value.known || isFilledIn(fact)) return [];
    if (name === ALL_VARIABLES) return [{ place, why: value.why }];
    if (place.source !== "resource" || !ADDRESS_NAME.test(name)) return [];
    const [used] = neighboursBy(facts, "taken from").flatMap((one) => {
      const unreached = one.usedBy?.includes(place.urn) ? notReached(own, one) : undefined;
      return unreached === undefined ? [] : [{ name: one.name, unreached }];
    });
    if (used === undefined) return [];
    const { expected, got, fix } = used.unreached;
    return [
      {
        place,
        why: `${value.why}, and it may be the internal address of ${used.name}, ${got}: expected ${expected}. ${fix.replace(/\.$/, "")}`,
      },
    ];
  });
}

function violation(
  place: Place,
  what: string,
  neighbour: NeighbourFact,
  { expected, got, fix }: Unreached,
  service: string | undefined,
): Violation {
  return {
    place,
    ...(service !== undefined && { service }),
    what,
    expected,
    got: `${neighbour.name}, ${got}`,
    fix,
    related: [neighbour.place],
  };
}
