import { isLocalEnvironment } from "../../domain/environment-name";
import type { PortFact } from "../../domain/fact";
import type { Place } from "../../domain/place";
import type { Knowledge, RuleSettings } from "../../domain/rule";
import type { Severity } from "../../domain/severity";
import { isManifest } from "../../platforms";
import { listenersOf, withoutUnasked } from "./listeners";
import type { NamedPort } from "./service-ports";

/** The port that a service's places should name, and who says so. */
export interface ExpectedPort {
  readonly text: string;
  /** The places whose word it is, the first one first. */
  readonly sources: readonly NamedPort[];
  /** The severity of a PORT that says otherwise, where all other places agree against it. */
  readonly contradictedByMajority?: Severity;
}

type Role = PortFact["role"];

/** Places that open the port, or send requests to it: where they are wrong, nothing is answered. */
const OPENING: readonly Role[] = ["command", "code", "platform", "url"];

/**
 * Who is right, from the first to the last: the declared port; the standard port where it binds; the PORT that is set for the environment, unless all
 * other places agree on another; what opens the port; what the other places agree on. The standard port decides
 * between equals.
 */
export function expectedPort(
  ports: readonly NamedPort[],
  otherPorts: readonly NamedPort[],
  standard: number,
  settings: Knowledge & Pick<RuleSettings, "standardPortBinds"> = {},
): ExpectedPort | undefined {
  const declared = ports.find(({ role }) => role === "declared");
  if (declared !== undefined) return { text: declared.text, sources: [declared] };
  const binding = ports.filter(({ text }) => text === String(standard));
  if (settings.standardPortBinds === true && binding.length > 0)
    return { text: String(standard), sources: binding };
  const set = ports.find(({ role }) => role === "variable");
  if (set !== undefined) {
    const same = ports.filter(({ role, text }) => role === "variable" && text === set.text);
    const voters = withoutUnasked([...ports, ...otherPorts].filter(({ role }) => role !== "variable"));
    const other = listenersOf(ports).has(set.text)
      ? undefined
      : contradictedByMajority(set, voters, String(standard), settings);
    return other ?? { text: set.text, sources: same };
  }
  const asked = withoutUnasked(ports);
  const opening = asked.filter(({ role }) => OPENING.includes(role));
  return agreed(opening.length > 0 ? opening : asked, String(standard));
}

/** What equals say: all the same, or the standard port where one of them names it, or the first. */
function agreed(ports: readonly NamedPort[], standard: string): ExpectedPort | undefined {
  const [first] = ports.filter(({ text }) => text === standard).concat(ports);
  if (first === undefined) return undefined;
  return { text: first.text, sources: ports.filter(({ text }) => text === first.text) };
}

/**
 * One environment's PORT against every other place: the incident that Portcullis was made for was a PORT of 10000
 * in production, and 8000 everywhere else.
 */
function contradictedByMajority(
  set: NamedPort,
  named: readonly NamedPort[],
  standard: string,
  settings: Knowledge,
): ExpectedPort | undefined {
  const voters = named.filter(({ text }) => text !== "");
  const exposed = voters.filter(({ role }) => role === "exposed");
  // What a developer's machine uses binds no deployment, and an image may expose other ports beside the service's.
  const binding = voters.filter(
    (port) => !isLocal(port) && (port.role !== "exposed" || exposed.length === 1),
  );
  const [text, ...others] = new Set(binding.map((port) => port.text));
  if (text === undefined || others.length > 0 || text === set.text) return undefined;
  if (exposed.some((port) => port.text === set.text)) return undefined;
  const sources = voters.filter((port) => port.text === text);
  if (new Set(sources.map(({ fact }) => whereOf(fact.place))).size < 2) return undefined;
  const severity = severityOf(set, sources, text === standard, settings);
  return severity === undefined ? undefined : { text, sources, contradictedByMajority: severity };
}

/** Undefined where PORT may well be right: the service follows it, and what says otherwise decides nothing. */
function severityOf(
  set: NamedPort,
  sources: readonly NamedPort[],
  standard: boolean,
  settings: Knowledge,
): Severity | undefined {
  if (sources.some(({ role }) => OPENING.includes(role))) return "error";
  if (!standard || isManifest(set.fact.place, settings)) return undefined;
  const deployed = sources.some((port) => port.role === "elsewhere" && !isLocal(port));
  const here = sources.some(({ role }) => role !== "elsewhere");
  if (here) return deployed ? "error" : "warning";
  return deployed ? "note" : undefined;
}

function isLocal({ role, fact }: NamedPort): boolean {
  return role === "elsewhere" && isLocalEnvironment(fact.environment ?? "");
}

function whereOf(place: Place): string {
  return place.source === "file" ? place.file : place.source === "resource" ? place.urn : place.source;
}
