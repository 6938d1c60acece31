import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import {
  isUnreachable,
  readStart,
  readStartCommand,
  type StartCommand,
  unknownAddress,
  type VariableLookup,
} from "../../domain/start-command";
import { QUOTED_DOLLAR, UNREADABLE } from "../../domain/start-command/expansion";
import { SERVERS } from "../../domain/start-command/servers";
import { serviceTypeOf } from "../../domain/stated-service";
import { variableOf } from "../../domain/variables";
import { readsPort } from "./set-port";

/** Why a command does not say where its service listens; undefined where it does, or where the code at hand says it. */
export function unknownStart(
  fact: StartCommandFact,
  command: string,
  facts: readonly Fact[],
): string | undefined {
  if (!isAsked(fact, facts) || isReadElsewhere(fact, facts) || runsScriptOf(fact, facts)) return undefined;
  const look: VariableLookup = (name) => variableOf(facts, fact, name);
  const { unknown, listeners, serves, ends, mayProxy } = readStart(command, look);
  if (ends !== undefined) return undefined;
  const [hidden] = listeners;
  if (mayProxy && hidden !== undefined && readStartCommand(command, look) === undefined)
    return `\`${shown(unknown ?? "")}\` may answer in front of ${hidden.program}, which is not asked from outside`;
  if (listeners.length > 0)
    return listeners.every(({ host, port }) => host === undefined && port === undefined)
      ? `where ${listeners[0]?.program} listens is not written in the command`
      : undefined;
  return unknown === undefined || serves ? undefined : opensNothing(command, unknown);
}

/** Why the port of a server is not known of which the command says the address alone. */
export function unknownPort(
  fact: StartCommandFact,
  { program, host }: StartCommand,
  facts: readonly Fact[],
): string | undefined {
  // A server with a default, or that reads PORT, opens that.
  const hasDefault = SERVERS.some(({ names, port }) => names.includes(program) && port !== undefined);
  if (
    hasDefault ||
    host === undefined ||
    isUnreachable(host) ||
    !isAsked(fact, facts) ||
    isReadElsewhere(fact, facts)
  )
    return undefined;
  return `which port ${program} opens is not written in the command`;
}

/** Why the address that a command's server binds is not known; undefined where it is. */
export function unknownHost(
  fact: StartCommandFact,
  command: string,
  facts: readonly Fact[],
  look: VariableLookup,
): string | undefined {
  const start = readStartCommand(command, look);
  if (start?.hostUnreadable === true) return "only the running shell knows the address";
  if (start?.host === undefined && start?.hostSettings !== undefined)
    return `${start.program} binds localhost unless ${start.hostSettings} says another address`;
  const { program, loopback } = unknownAddress(command, look) ?? {};
  return loopback === undefined
    ? unknownStart(fact, command, facts)
    : `${program} is not known here, and ${loopback} may be the address that it binds`;
}

/** Only a service that is asked has to go on running, and has a port. */
export function isAsked({ service }: StartCommandFact, facts: readonly Fact[]): boolean {
  if (serviceTypeOf(facts, service) === "private") return true;
  return factsOf(facts, "health-check").some((check) => check.service === service);
}

/** Where the code is at hand, its readers say what it opens; code that asks for PORT opens that. */
function isReadElsewhere({ service }: StartCommandFact, facts: readonly Fact[]): boolean {
  const inCode = factsOf(facts, "port").some((port) => port.role === "code" && port.service === service);
  return (
    inCode || readsPort(service, facts) || factsOf(facts, "bind").some((bind) => bind.service === service)
  );
}

const RUNS_SCRIPT = /(?:^|\s)(?:npm|pnpm|yarn|bun)\s/;
const INTERPRETS = /^(?:node|nodejs|tsx|ts-node|bun|deno|python3?|ruby|php)$/;

/** Whether the command runs a script, or names a settings file, that is a command of its own among the facts: that one is reported. */
function runsScriptOf(fact: StartCommandFact, facts: readonly Fact[]): boolean {
  if (!fact.command.known) return false;
  const text = fact.command.value;
  const words = text.split(/\s+/);
  return factsOf(facts, "start-command").some(
    (other) =>
      other !== fact &&
      other.service === fact.service &&
      other.command !== fact.command &&
      (RUNS_SCRIPT.test(text) || (other.place.source === "file" && words.includes(other.place.file))),
  );
}

function opensNothing(command: string, program: string): string {
  return INTERPRETS.test(program.split("/").at(-1) ?? "")
    ? `nothing that \`${shown(command)}\` runs is known to open a port`
    : `what \`${shown(program)}\` opens is not written in the command`;
}

/** The first words: what comes after them may be long, or a secret. */
export function shown(command: string): string {
  const plain = command.replaceAll(UNREADABLE, "$(…)").replaceAll(QUOTED_DOLLAR, "$");
  return plain.split(/\s+/).slice(0, 3).join(" ").slice(0, 40);
}
