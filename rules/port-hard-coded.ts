import { ALL_VARIABLES, type Fact, factsOf } from "../domain/fact";
import { TOOL_FILES } from "../domain/manifest";
import type { Place } from "../domain/place";
import type { Platform } from "../domain/platform";
import { type Knowledge, rule, type Verdict, type Violation } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { mayListen, serviceTypeOf } from "../domain/stated-service";
import { deployedOn, isManifest, platformsAt } from "../platforms";
import { type NamedPort, servicePorts } from "./derived/service-ports";

export const portHardCoded = rule({
  id: "port/hard-coded",
  severity: "warning",
  title: "The service opens the port that its platform gives it",
  why: "Render sets PORT to 10000 where it is not set, and looks there first; it finds another port only after a scan, and restarts the deploy once for it. Heroku gives each process a PORT of its own, and ends one that opens another.",
  fix: "Let the start command read $PORT, or set PORT to the port that is opened.",
  reference: "https://render.com/docs/web-services#port-binding",
  settings: ["localEnvironments"],
  prevents: ["port/mismatch", "port/none-open"],
  check: (facts, settings) => {
    // Where PORT is set, `port/agreement` compares it with what is opened.
    const own = deployedOn(facts, settings);
    // Where the platform's own PORT is another one at each start, it replaces that of the image.
    const isReplaced = own.length > 0 && own.every(({ portIsItsOwn }) => portIsItsOwn === true);
    const set = factsOf(facts, "variable").some(
      ({ name, place }) => name === "PORT" && !(isReplaced && isOfImage(place)),
    );
    if (!set && factsOf(facts, "platform").length === 0)
      return { violations: onNoPlatform(facts, settings), undecided: pending(facts) };
    if (set || own.length === 0) return { violations: [], undecided: pending(facts) };
    // A port that no file here has: a platform that scans finds it.
    const isOfBase = ({ fact }: NamedPort): boolean =>
      factsOf(facts, "variable").some(({ ofBase, place }) => ofBase === true && place === fact.place);
    const opened = servicePorts(facts, settings).ports.flatMap((port) => {
      if ((port.role !== "command" && port.role !== "code") || port.image !== undefined) return [];
      // Other services ask a private one for the port that it opens.
      if (serviceTypeOf(facts, port.fact.service) === "private") return [];
      const giving = platformsAt(port.fact.place, facts, settings).find((platform) => gives(platform, port));
      if (giving === undefined || (isOfBase(port) && giving.portIsItsOwn !== true)) return [];
      return [{ port, platform: giving }];
    });
    // It is another port at each start there, whatever else sets the variable.
    const certain = opened.filter(({ platform }) => platform.portIsItsOwn === true);
    const open = opened
      .filter((one) => !certain.includes(one))
      .map(({ port }) => ({ place: port.fact.place, why: NOT_TOLD }));
    if (!isComplete(facts, settings))
      return { violations: certain.map(violation), undecided: [...open, ...pending(facts)] };
    return { violations: opened.map(violation), undecided: pending(facts) };
  },
});

/** Whether the platform gives a PORT, and another than the one that is opened. */
function gives({ portDiscovery, defaultPort }: Platform, { text }: NamedPort): boolean {
  return portDiscovery !== "declared" && text !== String(defaultPort);
}

/** What a start command says that is not known yet. */
function pending(facts: readonly Fact[]): Verdict["undecided"] {
  return factsOf(facts, "start-command").flatMap(({ command, place, service }) =>
    command.known || !mayListen(facts, service) ? [] : [{ place, why: command.why }],
  );
}

const NOT_TOLD = "PORT may be set where it is not read: in an env group or the dashboard";

/** A Blueprint lists the groups of a service; a resource says nothing of what is linked to it. */
function isComplete(facts: readonly Fact[], settings: Knowledge): boolean {
  if (factsOf(facts, "variable").some(({ name }) => name === ALL_VARIABLES)) return false;
  return factsOf(facts, "platform").some(
    ({ place, assumed, variablesComplete }) =>
      variablesComplete === true ||
      (place.source === "file" && isManifest(place, settings) && assumed !== true),
  );
}

/** Places that say to others which port it is: then they ask for that one. */
const DECLARING: readonly NamedPort["role"][] = [
  "exposed",
  "compose",
  "platform",
  "declared",
  "health-check",
];

/**
 * Nothing says where the service runs. Wherever a platform gives it a PORT, the port of its own is not asked: that is
 * worth a note. An image's port is its own affair, and so is that of a developer's machine.
 */
function onNoPlatform(
  facts: readonly Fact[],
  settings: Knowledge & Parameters<typeof runsLocally>[1],
): readonly Violation[] {
  if (runsLocally(facts, settings)) return [];
  const { ports } = servicePorts(facts, settings);
  const inImage = factsOf(facts, "start-command").some(({ place }) => isOfImage(place));
  if (inImage || ports.some(({ role }) => DECLARING.includes(role))) return [];
  return ports
    .filter(({ fact, role }) => fact.place.source === "file" && (role === "code" || role === "command"))
    .map(({ fact, what, text }) => ({
      place: fact.place,
      severity: "note",
      what,
      expected: "$PORT, where the service runs on a platform that sets it",
      got: text,
      fix: `Let it read $PORT, with ${text} where that is not set.`,
    }));
}

function isOfImage(place: Place): boolean {
  if (place.source !== "file") return false;
  return TOOL_FILES.image.test(place.file) || TOOL_FILES.compose.test(place.file);
}

function violation({ port, platform }: { readonly port: NamedPort; readonly platform: Platform }) {
  const { fact, what, text } = port;
  const { name, defaultPort } = platform;
  const may = platform.portDiscovery === "scan" ? `, or set the service's variable PORT to ${text}` : "";
  return {
    place: fact.place,
    what,
    expected:
      defaultPort === undefined
        ? `$PORT, which ${name} sets`
        : `$PORT, which ${name} sets to ${defaultPort} by default`,
    got: text,
    reason: whyOn(platform),
    fix: `Let it read $PORT instead${may}.`,
  };
}

/** What the platform does with a service that opens another port. */
function whyOn({ name, portDiscovery, portIsItsOwn, defaultPort }: Platform): string {
  if (portIsItsOwn === true)
    return `${name} gives each process a PORT of its own, and ends one that opens another.`;
  if (portDiscovery === "scan")
    return `${name} sets PORT${defaultPort === undefined ? "" : ` to ${defaultPort}`} where it is not set, and looks there first; it finds another port only after a scan, and restarts the deploy once for it.`;
  return `${name} gives the service its PORT by a variable and asks it there: at another port it is reached only where that one is set as the target of its domain.`;
}
