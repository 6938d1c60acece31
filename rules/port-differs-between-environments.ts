import { isLocalEnvironment } from "../domain/environment-name";
import { type Fact, factsOf, type VariableFact } from "../domain/fact";
import { describePlace } from "../domain/place";
import { parsePort } from "../domain/port";
import { rule } from "../domain/rule";

/** What says which port the service opens or is asked on: then `port/agreement` compares all of them. */
const COMPARED: readonly Fact["kind"][] = ["start-command", "platform", "port", "bind"];

export const portDiffersBetweenEnvironments = rule({
  id: "port/differs-between-environments",
  severity: "warning",
  title: "PORT is the same in all environments of a service",
  why: "The code, the image and the health check are the same everywhere; where one environment sets another PORT, the deploy there looks for a port that nothing opens.",
  fix: "Set PORT to one port in every environment, or let the platform set it.",
  reference: "https://render.com/docs/web-services#port-binding",
  scope: "all-environments",
  settings: ["standardPort"],
  prevents: ["port/mismatch", "health-check/timeout"],
  check: (facts, { standardPort }) => {
    if (facts.some(({ kind }) => COMPARED.includes(kind))) return { violations: [], undecided: [] };
    const ports = factsOf(facts, "variable").flatMap(portOf);
    const right = ports.find(({ port }) => port === standardPort) ?? ports[0];
    if (right === undefined) return { violations: [], undecided: [] };
    const violations = ports
      .filter(({ port, fact }) => port !== right.port && fact.environment !== right.fact.environment)
      .map(({ port, fact }) => ({
        place: fact.place,
        ...(fact.environment !== undefined && { environment: fact.environment }),
        what: "variable PORT",
        expected: `${right.port}, as ${describePlace(right.fact.place)} says`,
        got: String(port),
        fix: `Set it to ${right.port}, or set all environments to ${port}.`,
        related: [right.fact.place],
      }));
    return { violations, undecided: [] };
  },
});

function portOf(fact: VariableFact): readonly { readonly fact: VariableFact; readonly port: number }[] {
  const { name, value, environment } = fact;
  if (name !== "PORT" || !value.known || environment === undefined || isLocalEnvironment(environment))
    return [];
  const port = parsePort(value.value);
  return port === undefined ? [] : [{ fact, port }];
}
