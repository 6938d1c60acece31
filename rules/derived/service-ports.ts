import {
  type Fact,
  factsOf,
  type PortFact,
  type StartCommandFact,
  type VariableFact,
} from "../../domain/fact";
import { oncePerFacts } from "../../domain/once-per-facts";
import type { Knowledge, Undecided } from "../../domain/rule";
import { type CommandPort, readStart, readStartCommand, unknownAddress } from "../../domain/start-command";
import { SERVERS } from "../../domain/start-command/servers";
import { mayListen } from "../../domain/stated-service";
import { askedVariables, variablesNamed } from "../../domain/variables";
import { PLATFORMS, platformsAt } from "../../platforms";
import { whyHanded } from "./handed-flags";
import { imagePort, type OpeningImage } from "./image-opens";
import { setPort } from "./set-port";
import { unknownPort, unknownStart } from "./unknown-start";
import { whereWritten } from "./where-written";

/** One place that names the service's port, as text, which may be no port at all. */
export interface NamedPort {
  readonly fact: PortFact | StartCommandFact;
  readonly role: PortFact["role"];
  readonly what: string;
  readonly text: string;
  /** Variables that nothing sets, and that would change it. */
  readonly awaits?: readonly string[];
  readonly image?: OpeningImage;
}

const WHAT: Readonly<Record<PortFact["role"], string>> = {
  declared: "declared port",
  variable: "variable PORT",
  command: "start command's port",
  exposed: "EXPOSE",
  code: "port in the code",
  platform: "port that the platform forwards to",
  "health-check": "health check's port",
  url: "port of the service's URL",
  compose: "compose's port",
  image: "the image's PORT",
  elsewhere: "the port of another environment",
};

/** Compared with the service's, and judged where they belong. */
const OTHER_ROLES: readonly PortFact["role"][] = ["image", "elsewhere"];

interface ServicePorts {
  readonly ports: readonly NamedPort[];
  readonly otherPorts: readonly NamedPort[];
  readonly undecided: readonly Undecided[];
}

/** Every place that names a port; a start command that reads PORT names none, since it follows the variable. */
export function servicePorts(
  facts: readonly Fact[],
  { platforms = PLATFORMS }: Knowledge = {},
): ServicePorts {
  return portsOf(facts, platforms);
}

const portsOf = oncePerFacts(
  (facts, platforms: typeof PLATFORMS | (Knowledge["platforms"] & object)): ServicePorts => {
    const ports: NamedPort[] = [];
    const undecided: Undecided[] = [];
    // A worker, a cron job and a site have no port, whatever a PORT that they share says.
    const asked = ({ service }: Fact) => mayListen(facts, service);
    const variables = variablesOfPort(facts).map(portOf);
    const stated = [...variables, ...factsOf(facts, "port")].filter(asked);
    for (const fact of stated.filter((candidate) => !isOverridden(candidate, facts))) {
      const { role, port, place } = fact;
      if (port.known) ports.push({ fact, role, what: whatOf(fact), text: String(port.value).trim() });
      else undecided.push({ place, why: port.why });
    }
    for (const fact of factsOf(facts, "start-command").filter(asked)) {
      if (!fact.command.known) {
        const opened = imagePort(fact, facts);
        if (opened === undefined) undecided.push({ place: fact.place, why: fact.command.why });
        else ports.push({ role: "command", ...opened });
        continue;
      }
      const named = commandPorts(fact, fact.command.value, facts, { platforms });
      if (typeof named === "string") undecided.push({ place: fact.place, why: named });
      else ports.push(...named);
    }
    return {
      ports: ports.filter(({ role }) => !OTHER_ROLES.includes(role)),
      otherPorts: ports.filter(({ role }) => OTHER_ROLES.includes(role)),
      undecided,
    };
  },
);

function whatOf({ role, environment }: PortFact): string {
  return role === "elsewhere" && environment !== undefined ? `the port of ${environment}` : WHAT[role];
}

function variablesOfPort(facts: readonly Fact[]): readonly VariableFact[] {
  return variablesNamed(facts, (name) => name === "PORT");
}

function portOf({ name: _, value, secret: __, replaces: ___, ...stated }: VariableFact): PortFact {
  return { ...stated, kind: "port", role: "variable", port: value };
}

/** A port in the code counts for nothing where a server's own command starts the service. */
function isOverridden({ role, service }: PortFact, facts: readonly Fact[]): boolean {
  if (role !== "code") return false;
  return factsOf(facts, "start-command").some(
    (start) =>
      start.service === service &&
      start.command.known &&
      readStartCommand(start.command.value)?.port !== undefined,
  );
}

export const PROXIED =
  "a web server is started beside the service, and its own settings say which port it opens";

const LITERAL =
  "the command names a variable that only a shell would replace, and its quotes keep it from that";

/** The port that a start command will open, or why it is not known. A tool's default counts too: uvicorn's is 8000. */
function commandPorts(
  fact: StartCommandFact,
  command: string,
  facts: readonly Fact[],
  settings: Knowledge,
): readonly NamedPort[] | string {
  const { look, unset } = askedVariables(facts, fact);
  const start = readStartCommand(command, look);
  const port = start?.port;
  if (port === undefined) {
    const set = setPort(fact, command, facts);
    if (set !== undefined) return [commandPort(fact, "PORT of the start command", set)];
    const said = unknownAddress(command, look);
    if (said?.port === undefined)
      return unknownStart(fact, command, facts) ?? (start && unknownPort(fact, start, facts)) ?? [];
    return `${said.program} is not known here, and ${said.port} may be the port that it opens`;
  }
  if (readStart(command, look).isProxied) return PROXIED;
  if (port.from === "unreadable") return "only the running shell knows the port";
  const handed = whyHanded(fact, command, facts, settings);
  if (handed !== undefined) return handed;
  if (port.from === "variable")
    return port.variable === "PORT" ? impliedPort(fact, facts, settings) : otherVariable(fact, port, facts);
  if (port.port.includes("$") && factsOf(facts, "platform").length > 0) return LITERAL;
  const awaits = [...unset].filter(
    (name) => !SERVERS.some(({ hostVariables = [] }) => hostVariables.includes(name)),
  );
  return [commandPort(whereWritten(fact, port.port, command, facts), WHAT.command, port.port, awaits)];
}

function commandPort(
  fact: StartCommandFact,
  what: string,
  text: string,
  awaits: readonly string[] = [],
): NamedPort {
  return { fact, role: "command", what, text, awaits };
}

/** A platform may set PORT where the service does not; that counts once every variable of the service is known. */
function impliedPort(
  fact: StartCommandFact,
  facts: readonly Fact[],
  settings: Knowledge,
): readonly NamedPort[] {
  const complete = factsOf(facts, "platform").some(({ variablesComplete }) => variablesComplete === true);
  if (!complete || variablesOfPort(facts).length > 0) return [];
  return platformsAt(fact.place, facts, settings).flatMap(({ name, defaultPort }) => {
    if (defaultPort === undefined) return [];
    const what = `PORT, which ${name} sets where the service does not`;
    return [commandPort(fact, what, String(defaultPort))];
  });
}

/** `--port $APP_PORT` opens what that variable says, else its fallback. */
function otherVariable(
  fact: StartCommandFact,
  port: CommandPort & { readonly from: "variable" },
  facts: readonly Fact[],
): readonly NamedPort[] | string {
  const { look, unset } = askedVariables(facts, fact);
  const text = look(port.variable) ?? port.fallback;
  if (text === undefined || text === "" || text.includes("$"))
    return `nothing here sets ${port.variable}, from which the command takes its port`;
  return [commandPort(fact, `${WHAT.command}, from ${port.variable}`, text, [...unset])];
}
