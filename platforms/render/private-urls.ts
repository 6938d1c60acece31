import { neighboursBy, peersBy } from "../../domain/beside";
import { type Fact, factsOf, type NeighbourFact } from "../../domain/fact";
import { type Knowable, known } from "../../domain/knowable";
import { isFilledIn, namedAddresses } from "../../domain/named-addresses";
import type { Place } from "../../domain/place";
import { isComposePlace } from "../../domain/stack-place";
import type { Judged } from "../../domain/verdict";
import { calledBy } from "./private-network";

const PUBLIC = /^\s*https?:\/\/([a-z0-9-]+)\.onrender\.com(?=[:/?#\s]|$)/i;

/** URLs that only a service of a certain kind answers: what that one's code does is not known here. */
export function doubtfulUrls(facts: readonly Fact[]): readonly Judged[] {
  return [
    ...encrypted(facts),
    ...published(facts),
    ...withPorts(facts),
    ...inClear(facts),
    ...encryptedStores(facts),
  ];
}

/** Render's edge, which answers for the public addresses of all services. */
const WITH_PORT = /^\s*(?:https?|wss?):\/\/([a-z0-9-]+\.onrender\.com):(\d{1,5})(?=[/?#\s]|$)/i;
const OF_EDGE = ["80", "443"];

/** `https://api.onrender.com:8000`: the port on which a service listens is behind Render's edge (render.com/docs/web-services#port-binding). */
function withPorts(facts: readonly Fact[]): readonly Judged[] {
  const written = [
    ...factsOf(facts, "variable").map(({ place, name, value }) => ({
      place,
      what: `variable ${name}`,
      text: value.known && !isComposePlace(place) ? value.value : "",
    })),
    ...factsOf(facts, "manifest-part").flatMap(({ part, fields }) => {
      const { place, text = "" } = fields.get("destination") ?? {};
      return part === "route" && place !== undefined ? [{ place, what: "destination of a route", text }] : [];
    }),
  ];
  return written.flatMap(({ place, what, text }): readonly Judged[] => {
    const [, host, port = "443"] = WITH_PORT.exec(text) ?? [];
    if (host === undefined || OF_EDGE.includes(port)) return [];
    return [
      {
        place,
        what,
        expected: `the public address of the service without a port: \`${host.toLowerCase()}\``,
        got: `port ${port}, at which Render's edge does not answer`,
        fix: "Remove the port; it is the one within the private network.",
      },
    ];
  });
}

const IN_CLEAR = /^\s*(http|ws):\/\/[a-z0-9-]+\.onrender\.com(?=[:/?#\s]|$)/i;

/** Render's edge leads from HTTP to HTTPS (render.com/docs/tls): a client may lose method and body on the way. */
function inClear(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap(({ place, name, value }) => {
    const scheme = value.known && place.source === "resource" ? IN_CLEAR.exec(value.value)?.[1] : undefined;
    return scheme === undefined
      ? []
      : [
          {
            place,
            why: `${name} asks by ${scheme.toLowerCase()}, which Render's edge answers by leading to HTTPS`,
          },
        ];
  });
}

/** The internal address of a key value store has no TLS; the external one has (render-oss/skills: render-keyvalue, read 2026-11-30). */
const ENCRYPTED_STORE = /^\s*rediss:\/\/(?:[^/@]*@)?red-[a-z0-9]+(?=[:/?#\s]|$)(?![^/\s]*@)/i;

function encryptedStores(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap(({ place, name, value, service }) =>
    value.known && ENCRYPTED_STORE.test(value.value) && !isComposePlace(place)
      ? [
          {
            place,
            ...(service !== undefined && { service }),
            what: `variable ${name}`,
            expected: "`redis://` for the internal address of a key value store",
            got: "`rediss://`, and nothing decrypts there",
            fix: "Write `redis://`, or copy the external address.",
          },
        ]
      : [],
  );
}

/** What is asked by https, and where. */
interface ByHttps {
  readonly place: Place;
  readonly service: string | undefined;
  /** What asks: a variable by its name, or the command. */
  readonly asks: string;
  readonly what: string;
  readonly host: string;
  readonly port: Knowable<string> | undefined;
}

/** Nothing in the private network decrypts: a service that answers HTTPS there has to do so by itself. */
function encrypted(facts: readonly Fact[]): readonly Judged[] {
  const found = new Map<Place, Judged>();
  for (const one of [...inVariables(facts), ...inCommands(facts)]) {
    const [asked] = calledBy(facts, one.host, one.place);
    if (asked?.is !== "private" && asked?.is !== "web") continue;
    const [peer] = asked.hosts.flatMap((host) => peersBy(facts, `host ${host}`));
    const isOwn =
      peer?.ports.known === true &&
      peer.ports.value.some(({ text }) => one.port?.known && text === one.port.value);
    found.set(one.place, judgedHttps(one, asked, isOwn));
  }
  return [...found.values()];
}

function inVariables(facts: readonly Fact[]): readonly ByHttps[] {
  return namedAddresses(facts).flatMap(({ fact, host, port }): readonly ByHttps[] => {
    const { place, name, service, value } = fact;
    if (isComposePlace(place) || isFilledIn(fact)) return [];
    if (!value.known || !/^\s*https:\/\//i.test(value.value)) return [];
    return [{ place, service, asks: name, what: `variable ${name}`, host, port }];
  });
}

function inCommands(facts: readonly Fact[]): readonly ByHttps[] {
  return factsOf(facts, "address").flatMap(({ place, service, host, port, byHttps }): readonly ByHttps[] =>
    byHttps === true && place.source === "resource"
      ? [{ place, service, asks: "the command", what: "address in the command", host, port: known(port) }]
      : [],
  );
}

/** Render's edge decrypts before it asks a web service at its port; what uvicorn decrypts its command says. */
function judgedHttps(
  { place, service, asks, what }: ByHttps,
  { is, isPlain, name: called }: NeighbourFact,
  isOwnPort: boolean,
): Judged {
  if (isPlain !== true && !(is === "web" && isOwnPort))
    return {
      place,
      why: `${asks} asks ${called} by https, and in the private network only a service that decrypts by itself answers that`,
    };
  return {
    place,
    ...(service !== undefined && { service }),
    what,
    expected: `\`http://\`, since nothing decrypts before ${called} in the private network`,
    got: "`https://`",
    fix: "Write `http://`, or ask its public address.",
  };
}

/** A private service has no public address, and another service may have the one that looks like its. */
function published(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((fact) => {
    const host = fact.value.known ? PUBLIC.exec(fact.value.value)?.[1]?.toLowerCase() : undefined;
    if (host === undefined || isComposePlace(fact.place)) return [];
    const called = neighboursBy(facts, `host ${host}`).filter(({ platform }) => platform === "render");
    if (called.length === 0 || called.some(({ is }) => is !== "private" && is !== "worker")) return [];
    const { name = "", is = "private" } = called[0] ?? {};
    const kind = is === "private" ? "a private service" : "a background worker";
    return [
      {
        place: fact.place,
        why: `${name} is ${kind}, which has no public address such as ${host}.onrender.com`,
      },
    ];
  });
}
