import { type Fact, factsOf } from "../../domain/fact";
import { namedAddresses } from "../../domain/named-addresses";
import type { Violation } from "../../domain/rule";

/** Between containers of a compose file the container's port counts (docs.docker.com/compose/how-tos/networking). */
export function ofPublished(facts: readonly Fact[]): readonly Violation[] {
  const published = factsOf(facts, "published-peer");
  if (published.length === 0) return [];
  return namedAddresses(facts).flatMap(({ fact, host, port }): readonly Violation[] => {
    const ports = published.filter(({ hostName }) => hostName === host);
    const written = port?.known === true ? port.value : undefined;
    const found = ports.find((one) => one.published === written);
    if (found === undefined || ports.some(({ target }) => target === written)) return [];
    const { target } = found;
    return [
      {
        place: fact.place,
        what: `port of ${host} in ${fact.name}`,
        expected: `${target}, on which its container listens`,
        got: `${written}, under which the machine alone sees it`,
        fix: `Write ${host}:${target}: what is published counts for the machine, and not between containers.`,
        related: [found.place],
      },
    ];
  });
}
