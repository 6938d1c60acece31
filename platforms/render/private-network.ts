import { neighboursBy } from "../../domain/beside";
import type { Fact, NeighbourFact, PlatformFact } from "../../domain/fact";
import type { Place } from "../../domain/place";

/** Why a request by an internal name does not arrive. */
export interface Unreached {
  readonly expected: string;
  readonly got: string;
  readonly fix: string;
}

const CALLED: Readonly<Partial<Record<NeighbourFact["is"], string>>> = {
  worker: "a background worker",
  cron: "a cron job",
  static: "a static site",
};

type Asked = Pick<NeighbourFact, "is" | "name" | "plan" | "region">;

/** Who asks whom in Render's private network (docs/facts/render.md#r45): undefined where the request arrives, or may. */
export function notReached(own: Pick<PlatformFact, "type" | "region">, asked: Asked): Unreached | undefined {
  const { is, name, plan, region } = asked;
  const called = CALLED[is];
  if (called !== undefined)
    return {
      expected: "a service that receives requests",
      got: `${called}, which has no internal address`,
      fix: is === "static" ? "Ask its public address." : `Make ${name} a private service, or do not ask it.`,
    };
  const isStore = is === "database" || is === "key value store";
  const byPublic = isStore
    ? `the external address of ${name}, which its allow list has to admit`
    : is === "private"
      ? `a public address: make ${name} a web service`
      : `the public address of ${name}`;
  if (own.type === "static")
    return {
      expected: "a public address",
      got: "by its internal name, and a static site is on no private network",
      fix: `Ask ${byPublic}.`,
    };
  if (is === "web" && plan === "free")
    return {
      expected: "a service that receives requests of the private network",
      got: "a web service with the plan `free`, which receives none",
      fix: `Choose a paid plan for ${name}, such as \`starter\`, or ask its public address.`,
    };
  if (own.region === undefined || region === undefined || own.region === region) return undefined;
  return {
    expected: `a name of its own region, ${own.region}`,
    got: `which is in ${region}`,
    fix: `Put both into one region, or ask ${byPublic}.`,
  };
}

/** Render may add a dash and four characters to a name (render.com/docs/private-network, `elastic-qeqj`). */
const ADDED = /-(?=[a-z0-9]*\d)[a-z0-9]{4}$/;

/** Render's own names of stores (docs/facts/render.md#r48). */
const OF_STORE: Readonly<Record<string, RegExp>> = {
  "key value store": /^red-\w+$/,
  database: /^dpg-\w+-a$/,
};

/** The neighbours at Render whose name in the private network is a host in a place's value. */
export function calledBy(facts: readonly Fact[], host: string, place: Place): readonly NeighbourFact[] {
  const name = host.toLowerCase();
  const isOfStore = Object.values(OF_STORE).some((own) => own.test(name));
  const found = [
    ...neighboursBy(facts, `host ${name}`),
    ...(ADDED.test(name) ? neighboursBy(facts, `host ${name.replace(ADDED, "")}`) : []),
    ...(isOfStore ? (["is key value store", "is database"] as const) : []).flatMap((key) =>
      neighboursBy(facts, key).filter(({ hosts }) => hosts.length === 0),
    ),
  ];
  return found.filter((one) => one.platform === "render" && isCalled(host, one, place));
}

/** Whether a host in a place's value is the neighbour's name in the private network. */
function isCalled(host: string, { hosts, is, usedBy = [] }: NeighbourFact, place: Place): boolean {
  const name = host.toLowerCase();
  const own = OF_STORE[is];
  if (own !== undefined) {
    if (hosts.length > 0) return hosts.includes(name);
    return own.test(name) && place.source === "resource" && usedBy.includes(place.urn);
  }
  return hosts.some((one) => one === name || (ADDED.test(name) && name.replace(ADDED, "") === one));
}
