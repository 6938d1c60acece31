import { parsePort } from "../port";
import type { Rule, Violation } from "../rule";
import { type NamedPort, servicePorts } from "../service-ports";

export const portAgreement: Rule = {
  id: "port/agreement",
  severity: "error",
  title: "Every place that names the port names the same one",
  why: "Render routes to the port that it finds open; where PORT, the start command and the declared port differ, the deploy is restarted or timed out.",
  fix: "Write one port everywhere, or let the start command read $PORT.",
  reference: "https://render.com/docs/web-services#port-binding",
  check: (facts) => {
    const { ports, undecided } = servicePorts(facts);
    const services = new Set(ports.map(({ fact }) => fact.service));
    const violations = [...services].flatMap((service) =>
      disagreements(ports.filter(({ fact }) => fact.service === service)),
    );
    return { violations, undecided };
  },
};

/** The declared port is right; without one the first place is, which is PORT where it is set. */
function disagreements(ports: readonly NamedPort[]): readonly Violation[] {
  const declared = ports.find(({ fact }) => fact.kind === "port" && fact.role === "declared");
  const variable = ports.find(({ fact }) => fact.kind === "port" && fact.role === "variable");
  const right = declared ?? variable ?? ports[0];
  if (right === undefined) return [];
  return ports
    .filter(({ text }) => text !== right.text)
    .map(({ fact, what, text }) => ({
      place: fact.place,
      ...(fact.service !== undefined && { service: fact.service }),
      what,
      expected:
        declared === undefined ? `${right.text}, as ${right.what} says` : `${right.text}, the declared port`,
      got: parsePort(text) === undefined ? `\`${text}\`, which is no port` : text,
      fix:
        declared === undefined
          ? `Set it to ${right.text}, or set both to one port.`
          : `Set it to ${right.text}, or declare ${text} as the service's port.`,
      related: [right.fact.place],
      ...(parsePort(right.text) !== undefined && { edit: { replace: text, by: right.text } }),
    }));
}
