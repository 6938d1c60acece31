import { factsOf } from "../fact";
import { parsePort } from "../port";
import type { Rule } from "../rule";
import { servicePorts } from "../service-ports";

export const portAgreement: Rule = {
  id: "port/agreement",
  severity: "error",
  title: "Every place that names the port names the same one",
  why: "Render routes to the port that it finds open; where PORT, the start command and the declared port differ, the deploy is restarted or timed out.",
  fix: "Write one port everywhere, or let the start command read $PORT.",
  reference: "https://render.com/docs/web-services#port-binding",
  check: (facts) => {
    const { ports, undecided } = servicePorts(facts);
    const declared = factsOf(facts, "port").filter(({ role }) => role === "declared");
    const violations = declared.flatMap((declaration) => {
      if (!declaration.port.known) return [];
      const expected = String(declaration.port.value);
      return ports
        .filter(
          ({ fact, text }) =>
            fact !== declaration && fact.service === declaration.service && text !== expected,
        )
        .map(({ fact, what, text }) => ({
          place: fact.place,
          service: fact.service ?? "",
          what,
          expected: `${expected}, the declared port`,
          got: parsePort(text) === undefined ? `\`${text}\`, which is no port` : text,
          fix: `Set it to ${expected}, or declare ${text} as the service's port.`,
          related: [declaration.place],
        }));
    });
    return { violations, undecided };
  },
};
