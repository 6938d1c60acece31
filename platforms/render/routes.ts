import { type Fact, factsOf } from "../../domain/fact";
import type { Judged } from "../../domain/verdict";
import { calledBy } from "./private-network";

/** A name of one word, which no public name server has. */
const INTERNAL = /^[a-z][a-z0-9+.-]*:\/\/([a-z0-9][a-z0-9-]*)(?::\d+)?(?=[/?#*]|$)/i;

/** A rewrite or a redirect of a static site: Render's own edge asks, or the browser does, and neither is on the network. */
export function ofRoutes(facts: readonly Fact[]): readonly Judged[] {
  const routes = factsOf(facts, "manifest-part").filter(({ part }) => part === "route");
  return routes.flatMap(({ fields, place: route, service }): readonly Judged[] => {
    const { text, place } = fields.get("destination") ?? {};
    if (place === undefined) return [];
    if (text === undefined)
      return route.source === "resource"
        ? [{ place, why: "its destination is known only after the deployment" }]
        : [];
    const [, host] = INTERNAL.exec(text.trim()) ?? [];
    if (host === undefined) return [];
    const [asked] = calledBy(facts, host, place);
    return [
      {
        place,
        ...(service !== undefined && { service }),
        what: "destination of a route",
        expected: "a path of the site, or a public address",
        got: `\`${host}\`, an internal name, and a static site is on no private network`,
        fix:
          asked?.is === "private"
            ? `Make ${host} a web service and write its public address.`
            : "Write the public address.",
        ...(asked !== undefined && { related: [asked.place] }),
      },
    ];
  });
}
