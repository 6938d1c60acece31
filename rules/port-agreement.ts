import { factsOf } from "../domain/fact";
import type { Place } from "../domain/place";
import { placeholderIn } from "../domain/placeholder";
import { parsePort, STANDARD_PORT } from "../domain/port";
import { type Knowledge, type RuleSettings, rule, type Violation } from "../domain/rule";
import type { Severity } from "../domain/severity";
import { isComposePlace, isStackPlace } from "../domain/stack-place";
import { isManifest } from "../platforms";
import { mayAnswerBeside } from "./derived/beside-port";
import { type ExpectedPort, expectedPort } from "./derived/expected-port";
import { listenersOf, oneOf } from "./derived/listeners";
import { Published } from "./derived/published-port";
import { saidBy } from "./derived/said-by";
import { type NamedPort, servicePorts } from "./derived/service-ports";

export const portAgreement = rule({
  id: "port/agreement",
  severity: "error",
  title: "Every place that names the port names the same one",
  why: "A platform routes to the port that it finds open or that is declared; where PORT, the start command and the declared port differ, the deploy is restarted or timed out.",
  fix: "Write one port everywhere, or let the start command read $PORT.",
  edits: "A port that differs from the one that the others name becomes that one.",
  reference: "https://render.com/docs/web-services#port-binding",
  settings: ["standardPort", "standardPortBinds"],
  prevents: ["port/mismatch", "health-check/timeout", "platform/cause-unknown"],
  readsUnsetVariables: true,
  check: (facts, settings) => {
    const { ports: all, otherPorts, undecided: open } = servicePorts(facts, settings);
    const fixed = all.filter(({ image }) => image?.isFixed === true);
    const ports = all.filter((one) => !fixed.includes(one));
    const undecided = [...open, ...fixed.map(unlessAFile)];
    const services = new Set(ports.map(({ fact }) => fact.service));
    const violations = [...services].flatMap((service) => {
      const of = (named: readonly NamedPort[]) => named.filter(({ fact }) => fact.service === service);
      const named = of(ports).filter(
        ({ role, text }) => role !== "health-check" || !mayAnswerBeside(facts, service, text),
      );
      const none = named.filter(isNoPort);
      const standard = factsOf(facts, "standard-port").find((fact) => fact.service === service);
      // What is no port counts for nothing.
      const expected = expectedPort(
        named.filter((port) => !none.includes(port)),
        of(otherPorts),
        standard?.port ?? settings.standardPort,
        settings,
      );
      const differing =
        expected === undefined ? [] : disagreements(named, expected, settings, new Published(facts, service));
      const told = new Set(differing.map(({ place }) => place));
      return [...differing, ...none.filter(({ fact }) => !told.has(fact.place)).map(withoutPort)];
    });
    return { violations, undecided };
  },
});

/**
 * A PORT that no program can listen on, with nothing beside it that says another. What is filled in later is none, nor
 * is a socket's path, on which Node listens too.
 */
function isNoPort({ role, text }: NamedPort): boolean {
  if (role !== "variable" || text === "" || parsePort(text) !== undefined) return false;
  return !/[$<{%]|^[/\\]/.test(text) && placeholderIn(text, "PORT") === undefined;
}

function withoutPort({ fact, what, text }: NamedPort): Violation {
  return {
    place: fact.place,
    ...(fact.service !== undefined && { service: fact.service }),
    what,
    expected: "a number from 1 to 65535",
    got: `\`${text}\`, which is no port`,
    fix: "Write the number of the port that the service listens on, and nothing else.",
  };
}

/** EXPOSE documents, and Render asks no image for its health. */
const SEVERITIES: Partial<Record<NamedPort["role"], Severity>> = {
  exposed: "warning",
  "health-check": "warning",
};

function disagreements(
  ports: readonly NamedPort[],
  expected: ExpectedPort,
  settings: Knowledge & Pick<RuleSettings, "standardPort">,
  published: Published,
): readonly Violation[] {
  const [source] = expected.sources;
  if (source === undefined) return [];
  // An image may expose more than the service's port, such as one for metrics.
  const exposes = ports.some(({ role, text }) => role === "exposed" && text === expected.text);
  const listeners = listenersOf(ports);
  // Another port than the standard one is rejected where it is declared, too.
  const isStandard = parsePort(expected.text) === (settings.standardPort ?? STANDARD_PORT);
  // Where the service listens on the port that is asked, what else it opens is beside it.
  const opensIt = listeners.has(expected.text);
  // Where no command names a port but by its platform's variables, the service opens the one that the platform sets,
  // whatever its image documents.
  const commands = ports.filter(({ role }) => role === "command");
  const follows =
    isManifest(source.fact.place, settings) &&
    commands.every(({ fact }) => isManifest(fact.place, settings)) &&
    (commands.length === 0 ? "documents" : "elsewhere");
  return ports
    .filter(({ role, text }) => text !== expected.text && !(exposes && role === "exposed"))
    .filter(({ text }) => !(opensIt && listeners.has(text)))
    .filter((port) =>
      expected.sources.some((other) => isComparable(port, other, settings) || published.leadsTo(port, other)),
    )
    .map((port) => {
      const found = violation(port, expected, source, port.role === "exposed" && follows, isStandard);
      return [port, source].some(({ role }) => role === "code")
        ? oneOf(listeners, found, expected.text)
        : found;
    });
}

/** @param harmless where an EXPOSE says nothing wrong of the image, or elsewhere may even be right */
function violation(
  port: NamedPort,
  expected: ExpectedPort,
  source: NamedPort,
  harmless: "documents" | "elsewhere" | false,
  isStandard: boolean,
): Violation {
  const { fact, role, what, text, image } = port;
  const declared = source.role === "declared";
  const severity = harmless
    ? "note"
    : role === "variable"
      ? expected.contradictedByMajority
      : SEVERITIES[role];
  // A PORT that may be right is left to its owner.
  const isCertain = role !== "variable" || severity === undefined || severity === "error";
  // A shell fills a reference in; what is left of one was between single quotes, or in a list without a shell.
  const unexpanded = role === "command" && text.startsWith("$");
  const inList = fact.place.source === "file" && !isStackPlace(fact.place);
  return {
    place: fact.place,
    ...(severity !== undefined && { severity }),
    ...(fact.service !== undefined && { service: fact.service }),
    what,
    expected: `${expected.text}, ${declared ? "the declared port" : `as ${saidBy(expected)}`}`,
    got:
      text === ""
        ? "nothing, which is no port"
        : parsePort(text) === undefined
          ? `\`${text}\`, which is no port`
          : text,
    fix: image?.isOwn
      ? `Set ${image.moves} so that ${image.name} opens ${expected.text}.`
      : isBareName(port)
        ? `Write $${text}: a shell fills a variable in by its name behind a dollar sign.`
        : unexpanded
          ? inList
            ? UNEXPANDED
            : "Write $PORT without single quotes or a backslash, so that the shell fills it in."
          : declared
            ? parsePort(text) === undefined || isStandard
              ? `Set it to ${expected.text}.`
              : `Set it to ${expected.text}, or declare ${text} as the service's port.`
            : `Set it to ${expected.text}, or set all of them to one port.`,
    awaits: [port, ...expected.sources].flatMap(({ awaits = [] }) => awaits),
    related: expected.sources.map((named) => named.fact.place),
    ...(isCertain &&
      image?.isOwn !== true &&
      harmless !== "elsewhere" &&
      !unexpanded &&
      !isBareName(port) &&
      parsePort(expected.text) !== undefined && { edit: { replace: text, by: expected.text } }),
  };
}

const unlessAFile = ({ fact: { place }, what, text }: NamedPort) => ({
  place,
  why: `the ${what} is ${text}, unless a file in it says another`,
});

/** `--port PORT`: the variable's name without its dollar sign. */
function isBareName({ role, text }: NamedPort): boolean {
  return role === "command" && /^[A-Z][A-Z0-9_]*$/.test(text);
}

/** Docker hands the words of a list to the program as they are (docs.docker.com: Dockerfile reference, shell and exec form). */
const UNEXPANDED =
  'Let a shell fill it in: write the command without the list, or as `["sh", "-c", "exec … --port $PORT"]`.';

/** Two platforms' manifests, or a container and the machine that it runs on, may each have a port of their own. */
function isComparable({ fact, role }: NamedPort, source: NamedPort, settings: Knowledge): boolean {
  const [one, other] = [fact.place, source.fact.place];
  const handed = source.fact.kind === "port" ? source.fact.injectedBy : undefined;
  if (source.role === "declared" || [other, handed].some((at) => at && fileOf(at) === fileOf(one)))
    return true;
  if ([one, other].some(isComposePlace)) return false;
  return role !== "declared" && !(isManifest(one, settings) && isManifest(other, settings));
}

function fileOf(place: Place): string {
  return place.source === "file" ? place.file : "";
}
