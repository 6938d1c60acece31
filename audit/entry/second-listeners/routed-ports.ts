import { type Fact, factsOf } from "../../../domain";

/** Where a manifest or a command says which port the service itself has. */
const ROUTED = new Set(["declared", "variable", "command", "exposed", "platform"]);

/** The ports, as text, of which a manifest or a command says that the service itself has them. */
export function routedPorts(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(
    factsOf(facts, "port").flatMap(({ role, port }) =>
      ROUTED.has(role) && port.known ? [String(port.value)] : [],
    ),
  );
}
