/** What one file of a service listens on beside another file of it. */
import { type Fact, factsOf } from "../../../domain";
import { isLoopback } from "../../../domain/start-command";
import { fileOf } from "../../services/service-folders";
import { isPortOrBind, type PortOrBind, undecided } from "../port-or-bind";
import { routedPorts } from "./routed-ports";

/** What one file of the service's code listens on. */
interface Listening {
  readonly facts: readonly PortOrBind[];
  /** As text; undefined of one that cannot be followed. */
  readonly ports: readonly (string | undefined)[];
  readonly reached: "outside" | "here" | "unknown";
}

/**
 * Facts without a file's sockets on loopback where another file is reached from outside: these are for this machine
 * alone, such as for metrics. Beside a file whose port cannot be followed it is not known which one is the service's.
 * What a manifest asks is neither.
 */
export function withoutSocketsBeside(facts: readonly Fact[]): readonly Fact[] {
  const listening = listeningOf(facts);
  if (listening.length < 2) return facts;
  const asked = routedPorts(facts);
  const left = new Map<Fact, readonly Fact[]>();
  for (const one of listening) {
    if (one.ports.some((port) => port === undefined || asked.has(port))) continue;
    const others = listening.filter((other) => other !== one);
    if (one.reached === "here" && others.some(({ reached }) => reached === "outside"))
      for (const fact of one.facts) left.set(fact, []);
    else if (others.some(({ ports }) => ports.includes(undefined)))
      for (const fact of one.facts)
        left.set(fact, [fact.kind === "port" ? undecided(fact, MAY_SERVE) : fact]);
  }
  return left.size === 0 ? facts : facts.flatMap((fact) => left.get(fact) ?? [fact]);
}

const MAY_SERVE = "another file of the service listens as well, on a port that is not followed";

function listeningOf(facts: readonly Fact[]): readonly Listening[] {
  const stated = facts.filter(isPortOrBind);
  return [...new Set(stated.map(fileOf))].flatMap((file) => {
    const own = stated.filter((fact) => fileOf(fact) === file);
    const ports = factsOf(own, "port").map(({ port }) => (port.known ? String(port.value) : undefined));
    return ports.length === 0 ? [] : [{ facts: own, ports, reached: reachedFrom(own) }];
  });
}

function reachedFrom(facts: readonly PortOrBind[]): Listening["reached"] {
  const hosts = factsOf(facts, "bind").map(({ host }) => host);
  if (hosts.some((host) => host.known && !isLoopback(host.value))) return "outside";
  return hosts.length > 0 && hosts.every(({ known }) => known) ? "here" : "unknown";
}
