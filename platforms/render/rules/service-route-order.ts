import { type Fact, factsOf, type ManifestPartFact } from "../../../domain/fact";
import { rule } from "../../../domain/rule";
import { type Judged, verdictOf } from "../../../domain/verdict";
import { redirectLoops } from "../redirect-loops";

export const serviceRouteOrder = rule({
  id: "service/route-order",
  severity: "error",
  title: "Each route of a static site is reached, and no redirect leads back to itself",
  why: "Render applies the first route that matches a path: one behind `/*` is never asked, and requests of an API get the page that the catch-all names. A redirect that leads back ends in the browser with too many of them.",
  fix: "Write the catch-all as the last route, and let redirects lead elsewhere.",
  reference: "https://render.com/docs/redirects-rewrites",
  platforms: ["render"],
  check: (facts) => {
    const routes = factsOf(facts, "manifest-part").filter(({ part }) => part === "route");
    const pending = factsOf(facts, "platform").flatMap(({ place, type, pending: why }) =>
      why === undefined || (type !== undefined && type !== "static") ? [] : [{ place, why }],
    );
    const loops = routes.flatMap((route) =>
      redirectLoops(
        route,
        routes.filter((one) => isOfOne(one, route)),
      ),
    );
    return verdictOf([
      ...pending,
      ...routes.flatMap((route, at) => judged(route, routes.slice(0, at))),
      ...loops,
    ]);
  },
});

/** docs/facts/render.md#r58. A file may have several sites, and each has its own routes. */
const isOfOne = (one: ManifestPartFact, other: ManifestPartFact): boolean =>
  one.service === other.service && siteOf(one) === siteOf(other);

const siteOf = ({ place }: Fact): string | undefined =>
  place.source === "resource" ? place.urn : place.source === "file" ? place.file : undefined;

function judged(route: ManifestPartFact, before: readonly ManifestPartFact[]): readonly Judged[] {
  const source = sourceOf(route);
  if (source === undefined) return [];
  const first = before.find((one) => isOfOne(one, route) && covers(sourceOf(one) ?? "", source));
  if (first === undefined) return [];
  const destination = route.fields.get("destination")?.text?.trim() ?? "";
  return [
    {
      place: route.fields.get("source")?.place ?? route.place,
      ...(route.service !== undefined && { service: route.service }),
      // What the site answers by itself may be left over, and the catch-all be meant.
      ...(!/^https?:\/\//i.test(destination) && { severity: "warning" as const }),
      what: "route of the site",
      expected: "one that comes before each route that matches all of its paths",
      got: `\`${source}\` behind \`${sourceOf(first)}\`, by which each of its requests is answered`,
      fix: `Move it before \`${sourceOf(first)}\`.`,
      related: [first.fields.get("source")?.place ?? first.place],
    },
  ];
}

const sourceOf = ({ fields }: ManifestPartFact): string | undefined => fields.get("source")?.text?.trim();

/** Whether each path of a route is one of another, which ends in a star. */
function covers(wide: string, source: string): boolean {
  if (!/^\/(?:[\w.~-]+\/)*\*$/.test(wide)) return false;
  const above = wide.slice(0, -1);
  return source !== above.slice(0, -1) && source.startsWith(above) && source !== "/";
}
