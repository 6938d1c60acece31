import {
  ALL_VARIABLES,
  type Fact,
  factsOf,
  type NeighbourFact,
  type PlatformFact,
  type VariableFact,
} from "../../../domain/fact";
import { isFilledIn, namedAddresses } from "../../../domain/named-addresses";
import type { Place } from "../../../domain/place";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { runsLocally } from "../../../domain/runs-locally";
import { isComposePlace } from "../../../domain/stack-place";
import { notReached, type Unreached } from "../private-network";

export const servicePrivateNetwork = rule({
  id: "service/private-network",
  severity: "error",
  title: "What is asked by an internal name receives requests there",
  why: "Render's private network is of one region. Background workers, cron jobs, static sites and free web services receive nothing there, and a static site asks nothing: the name is not found, or the request times out.",
  fix: "Ask a private service, or a paid web service, of the same region; else its public address.",
  reference: "https://render.com/docs/private-network",
  platforms: ["render"],
  settings: ["localEnvironments"],
  comparesServices: true,
  check: (facts, settings) => {
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    const neighbours = factsOf(facts, "neighbour").filter(({ platform }) => platform === "render");
    const [own] = factsOf(facts, "platform").filter(({ platform }) => platform === "render");
    const judged = [
      ...(own === undefined ? [] : ofAddresses(own, facts, neighbours)),
      ...(own === undefined ? [] : ofUnknown(own, facts, neighbours)),
      ...ofRoutes(facts, neighbours),
    ];
    return {
      violations: judged.flatMap((one) => ("expected" in one ? [one] : [])),
      undecided: judged.flatMap((one) => ("why" in one ? [one] : [])),
    };
  },
});

type Judged = Violation | Undecided;

function ofAddresses(
  own: PlatformFact,
  facts: readonly Fact[],
  neighbours: readonly NeighbourFact[],
): readonly Judged[] {
  const seen = new Set<string>();
  return namedAddresses(facts).flatMap(({ fact, host }): readonly Judged[] => {
    if (isComposePlace(fact.place) || !isAddressed(fact)) return [];
    const called = neighbours.filter((one) => isCalled(host, one, fact.place));
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
    return [violation(fact.place, `host in ${fact.name}`, neighbour, unreached, fact.service)];
  });
}

/** `mailer:4000` is an address in `MAILER_URL`, and may be an image's tag in `RELEASE`. */
function isAddressed(fact: VariableFact): boolean {
  if (isFilledIn(fact)) return true;
  return (fact.value.known && fact.value.value.includes("://")) || ADDRESS_NAME.test(fact.name);
}

const ADDRESS_NAME =
  /(?:^|_)(?:UR[LI]|HOST|HOSTNAME|HOSTPORT|ADDR|ADDRESS|ENDPOINT|ORIGIN|UPSTREAM|BROKER|PORT)$/i;

/** Render may add a dash and four characters to a name (render.com/docs/private-network, `elastic-qeqj`). */
const ADDED = /^-(?=[a-z0-9]*\d)[a-z0-9]{4}$/;

/** Render's own names of stores (docs/facts/render.md#r48). */
const OF_STORE: Readonly<Record<string, RegExp>> = {
  "key value store": /^red-\w+$/,
  database: /^dpg-\w+-a$/,
};

function isCalled(host: string, { hosts, is, usedBy = [] }: NeighbourFact, place: Place): boolean {
  const name = host.toLowerCase();
  const own = OF_STORE[is];
  if (own !== undefined) {
    if (hosts.length > 0) return hosts.includes(name);
    return own.test(name) && place.source === "resource" && usedBy.includes(place.urn);
  }
  return hosts.some((one) => one === name || (name.startsWith(one) && ADDED.test(name.slice(one.length))));
}

/** What a preview does not know yet: the variable's name says that it is an address, and the program of what. */
function ofUnknown(
  own: PlatformFact,
  facts: readonly Fact[],
  neighbours: readonly NeighbourFact[],
): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact) => {
    const { place, name, value } = fact;
    if (value.known || isFilledIn(fact)) return [];
    if (name === ALL_VARIABLES) return [{ place, why: value.why }];
    if (place.source !== "resource" || !ADDRESS_NAME.test(name)) return [];
    const used = neighbours.find(
      ({ usedBy = [], ...one }) => usedBy.includes(place.urn) && notReached(own, one),
    );
    if (used === undefined) return [];
    return [
      {
        place,
        why: `${value.why}, and it may be the internal address of ${used.name}, which is not reached from here`,
      },
    ];
  });
}

/** A name of one word, which no public name server has. */
const INTERNAL = /^[a-z][a-z0-9+.-]*:\/\/([a-z0-9][a-z0-9-]*)(?::\d+)?(?=[/?#*]|$)/i;

/** A rewrite or a redirect of a static site: Render's own edge asks, or the browser does, and neither is on the network. */
function ofRoutes(facts: readonly Fact[], neighbours: readonly NeighbourFact[]): readonly Judged[] {
  const routes = factsOf(facts, "manifest-part").filter(({ part }) => part === "route");
  return routes.flatMap(({ fields, place: route, service }): readonly Judged[] => {
    const { text, place } = fields.get("destination") ?? {};
    if (place === undefined) return [];
    if (text === undefined)
      return route.source === "resource"
        ? [{ place, why: "its destination is known only after the deployment" }]
        : [];
    const [, host] = INTERNAL.exec(text.trim()) ?? [];
    if (host === undefined) return [];
    const asked = neighbours.find((one) => isCalled(host, one, place));
    return [
      {
        place,
        ...(service !== undefined && { service }),
        what: "destination of a route",
        expected: "a path of the site, or a public address",
        got: `\`${host}\`, an internal name, and a static site is on no private network`,
        fix:
          asked?.is === "private"
            ? `Make ${host} a web service and write its public address.`
            : "Write the public address.",
        ...(asked !== undefined && { related: [asked.place] }),
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
