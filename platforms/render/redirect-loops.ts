import type { ManifestPartFact } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";

/** A route whose source is a path, or a folder with a star, and whose destination is a path of the site. */
interface Step {
  readonly source: string;
  readonly destination: string;
  readonly isRedirect: boolean;
}

/** A path without parameters, which leads to one place alone. */
const PATH = /^\/[^*:?#\s]*$/;

/**
 * A redirect that leads back to its own source, among the routes of its site: a browser ends with too many of them.
 * Render applies no route to a path at which the site has a file (render.com/docs/redirects-rewrites, read 2026-12-01),
 * and of that nothing is known.
 */
export function redirectLoops(
  route: ManifestPartFact,
  ofSite: readonly ManifestPartFact[],
): readonly Undecided[] {
  const own = stepOf(route);
  const { place } = route.fields.get("destination") ?? route;
  if (place.source !== "resource" || !returns(own, ofSite.map(stepOf))) return [];
  const why = `it leads back to ${own.source}, over and over, unless the site has a file at one of these paths`;
  return [{ place, why }];
}

function stepOf({ fields }: ManifestPartFact): Step {
  const text = (name: string) => fields.get(name)?.text?.trim() ?? "";
  return {
    source: text("source"),
    destination: text("destination"),
    isRedirect: text("type") === "redirect",
  };
}

/** Whether a browser that follows a redirect is sent by it again. */
function returns(own: Step, steps: readonly Step[]): boolean {
  const seen = new Set<string>();
  let at: Step | undefined = own;
  while (at?.isRedirect === true && !seen.has(at.source)) {
    const { source, destination }: Step = at;
    seen.add(source);
    if (!PATH.test(destination)) return false;
    at = steps.find((one) => matches(one.source, destination));
    if (at?.source === own.source) return true;
  }
  return false;
}

function matches(source: string, path: string): boolean {
  if (/^\/(?:[\w.~-]+\/)*\*$/.test(source)) return path.startsWith(source.slice(0, -1));
  return source === path;
}
