import { type Fact, factsOf, type PortFact, type StartCommandFact } from "./fact";
import type { Undecided } from "./rule";
import { readStartCommand } from "./start-command";

/** One place that names the service's port, as text: what is written there may be no port at all. */
export interface NamedPort {
  readonly fact: PortFact | StartCommandFact;
  readonly what: string;
  readonly text: string;
}

const WHAT: Readonly<Record<PortFact["role"], string>> = {
  declared: "declared port",
  variable: "variable PORT",
  command: "start command's port",
  exposed: "EXPOSE",
  code: "port in the code",
  "health-check": "health check's port",
  url: "port of the service's URL",
  compose: "compose's port",
};

/** Every place that names a port; a start command that reads PORT names none, since it follows the variable. */
export function servicePorts(facts: readonly Fact[]): {
  ports: readonly NamedPort[];
  undecided: readonly Undecided[];
} {
  const ports: NamedPort[] = [];
  const undecided: Undecided[] = [];
  for (const fact of factsOf(facts, "port")) {
    if (fact.port.known) ports.push({ fact, what: WHAT[fact.role], text: String(fact.port.value) });
    else undecided.push({ place: fact.place, why: fact.port.why });
  }
  for (const fact of factsOf(facts, "variable").filter(({ name }) => name === "PORT")) {
    if (!fact.value.known) undecided.push({ place: fact.place, why: fact.value.why });
    else
      ports.push({
        fact: { ...fact, kind: "port", role: "variable", port: fact.value },
        what: WHAT.variable,
        text: fact.value.value,
      });
  }
  for (const fact of factsOf(facts, "start-command")) {
    if (!fact.command.known) {
      undecided.push({ place: fact.place, why: fact.command.why });
      continue;
    }
    const port = readStartCommand(fact.command.value)?.port;
    // A tool's own default binds too: `uvicorn main:app` listens on 8000, whatever PORT says.
    if (port !== undefined && port.from !== "variable")
      ports.push({ fact, what: WHAT.command, text: port.port });
  }
  return { ports, undecided };
}
