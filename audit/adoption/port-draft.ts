import {
  describePlace,
  type Fact,
  factsOf,
  type Place,
  parsePort,
  type RuleSettings,
  readStartCommand,
} from "../../domain";
import { isComposePlace } from "../../domain/stack-place";
import { expectedPort } from "../../rules/derived/expected-port";
import { servicePorts } from "../../rules/derived/service-ports";
import { assumed, type DraftField, read } from "./draft-field";

/** The port that the audit expects too: where this environment's PORT is another, that is judged again. */
export function portOf(facts: readonly Fact[], settings: RuleSettings): DraftField {
  const { ports, otherPorts } = servicePorts(facts);
  const expected = expectedPort(ports, otherPorts, settings.standardPort, settings);
  const port = parsePort(expected?.text);
  const [from] = expected?.sources ?? [];
  if (port !== undefined && from !== undefined) {
    const opens = ports.filter(({ role }) => role === "command" || role === "code");
    const contradicted = opens.some(({ text }) => parsePort(text) !== port);
    return { ...read("port", port, from.fact.place), ...(contradicted && { contradicted }) };
  }
  const inCompose = composePort(facts);
  if (inCompose !== undefined) return inCompose;
  const follows = followsPort(facts);
  const why =
    follows === undefined ? "no file says another" : `${describePlace(follows)} takes what PORT says`;
  return assumed("port", settings.standardPort, `the standard port; ${why}`);
}

/** The one port at which compose reaches the service on a developer's machine: its image listens there as well. */
function composePort(facts: readonly Fact[]): DraftField | undefined {
  const stated = factsOf(facts, "port").flatMap(({ role, port, place }) => {
    const number =
      role === "elsewhere" && isComposePlace(place) && port.known ? parsePort(port.value) : undefined;
    return number === undefined ? [] : [{ number, place }];
  });
  const [first, ...others] = stated;
  if (first === undefined || others.some(({ number }) => number !== first.number)) return undefined;
  return read("port", first.number, first.place);
}

/** Where the service takes its port from PORT, which the stack sets: in its code, else in its start command. */
function followsPort(facts: readonly Fact[]): Place | undefined {
  const asked = factsOf(facts, "wanted-variable").find(({ name }) => name === "PORT");
  if (asked !== undefined) return asked.place;
  return factsOf(facts, "start-command").find(({ command }) => {
    const port = command.known ? readStartCommand(command.value)?.port : undefined;
    return port?.from === "variable" && port.variable === "PORT";
  })?.place;
}
