import { rule } from "../domain/rule";
import { serviceTypeOf } from "../domain/stated-service";
import { PLATFORMS, platformsAt } from "../platforms";
import { servicePorts } from "./derived/service-ports";

export const portReserved = rule({
  id: "port/reserved",
  severity: "error",
  title: "The port is not one that the platform keeps for itself",
  why: "A platform keeps some ports for itself: Render never routes to 18012, 18013 and 19099.",
  fix: "Choose another port, such as the standard one.",
  reference: "https://render.com/docs/web-services#port-binding",
  settings: ["standardPort", "reservedPorts"],
  check: (facts, settings) => {
    const { ports, undecided } = servicePorts(facts, settings);
    const violations = ports.flatMap(({ fact, what, text }) => {
      const own = platformsAt(fact.place, facts, settings);
      // The platform is not known: a port that one of them keeps must not be chosen.
      const platforms = own.length > 0 ? own : (settings.platforms ?? PLATFORMS);
      const reserved = settings.reservedPorts ?? platforms.flatMap(({ reservedPorts }) => reservedPorts);
      const doubtful =
        settings.reservedPorts === undefined && serviceTypeOf(facts, fact.service) === "private"
          ? own.flatMap(({ doubtfulPrivatePorts = [] }) => doubtfulPrivatePorts)
          : [];
      if (doubtful.includes(Number(text))) return { ...doubt(what, text), place: fact.place };
      if (!reserved.includes(Number(text))) return [];
      return {
        place: fact.place,
        what,
        expected: `none of ${reserved.join(", ")}`,
        got: text,
        fix: `Set it to ${settings.standardPort}.`,
      };
    });
    return { violations, undecided };
  },
});

/** The platform's own pages contradict each other: it may go well. */
function doubt(what: string, text: string) {
  return {
    severity: "warning" as const,
    what,
    expected: "a port that other services certainly reach in the private network",
    got: text,
    fix: "Choose another port: Render's page on the private network excludes this one, and its page on Blueprints shows it.",
  };
}
