import type { PortFact } from "../domain/fact";
import { parsePort } from "../domain/port";
import { rule } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { isBuiltByPlatform } from "../platforms";
import { servicePorts } from "./derived/service-ports";

/** The first port that a process without privileges may open (ip(7), ip_unprivileged_port_start). */
const UNPRIVILEGED = 1024;

/** EXPOSE and what sends requests name an image's port too, such as a proxy's 80, and open none. */
const OPENED: readonly PortFact["role"][] = ["declared", "variable", "command", "code"];

export const portPrivileged = rule({
  id: "port/privileged",
  severity: "warning",
  title: "The port is one that any user may open",
  why: "A process that does not run as root may not open a port below 1024: it ends with permission denied, and the deploy with it.",
  fix: "Choose a port from 1024 up, such as the standard one.",
  reference: "https://man7.org/linux/man-pages/man7/ip.7.html",
  settings: ["standardPort", "localEnvironments"],
  check: (facts, settings) => {
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    const { ports, undecided } = servicePorts(facts, settings);
    // Containers let every user open any port (docs.docker.com: since 20.10), so that an image's is a note.
    const native = isBuiltByPlatform(facts, settings);
    const low = ports.filter(({ role, text }) => {
      const port = parsePort(text);
      return OPENED.includes(role) && port !== undefined && port < UNPRIVILEGED;
    });
    const violations = low.map(({ fact, what, text }) => ({
      place: fact.place,
      ...(!native && { severity: "note" as const }),
      what,
      expected: `a port from ${UNPRIVILEGED} up`,
      got: text,
      fix: `Set it to ${settings.standardPort}.`,
    }));
    return { violations, undecided };
  },
});
