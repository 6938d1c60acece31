import type { Rule } from "../domain/rule";
import { RESERVED_PORTS } from "../platforms/render/ports";
import { servicePorts } from "./derived/service-ports";

export const portReserved: Rule = {
  id: "port/reserved",
  severity: "error",
  title: "The port is not one that Render keeps for itself",
  why: "Render never routes to 18012, 18013 and 19099.",
  fix: "Choose another port, such as the standard one.",
  reference: "https://render.com/docs/web-services#port-binding",
  check: (facts, settings) => {
    const reserved = settings.reservedPorts ?? RESERVED_PORTS;
    const { ports, undecided } = servicePorts(facts);
    const violations = ports
      .filter(({ text }) => reserved.includes(Number(text)))
      .map(({ fact, what, text }) => ({
        place: fact.place,
        what,
        expected: `none of ${reserved.join(", ")}`,
        got: text,
        fix: `Set it to ${settings.standardPort}.`,
      }));
    return { violations, undecided };
  },
};
