import { type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import type { Place } from "../domain/place";
import { isAnswered, routePath } from "../domain/route-path";
import { rule, type Violation } from "../domain/rule";
import { isStackPlace } from "../domain/stack-place";
import { together, verdictOf } from "../domain/verdict";
import { answeredElsewhere } from "./derived/health-elsewhere";

/**
 * What a request's first line may have (RFC 9112, 3.2; RFC 3986, 3.3 and 3.4): no blank, no fragment, no braces and
 * no `:name` of a route's pattern; a second slash at its beginning would begin a host.
 */
const PATH = /^\/(?!\/)(?!(?:[^?]*\/)?:[a-z])[\w\-.~!$&'()*+,;=:@%/?]*$/;

export const serviceHealthCheckPath = rule({
  id: "service/health-check-path",
  severity: "error",
  title: "The service has a health check path",
  why: "Without one a platform only tries to open the port, so an application that answers nothing but errors goes live. With one that no route answers each deploy is cancelled.",
  fix: "Set healthCheckPath to a path that checks the database too, such as /health.",
  edits: "A path without a slash at its beginning gets one.",
  reference: "https://render.com/docs/health-checks",
  prevents: ["health-check/timeout", "health-check/failed"],
  check: (facts) => {
    const elsewhere = factsOf(facts, "health-check").flatMap((check) =>
      check.path.known && check.path.value !== undefined && PATH.test(check.path.value)
        ? answeredElsewhere(check.path.value, check, facts)
        : [],
    );
    const written = judgeEach(
      factsOf(facts, "health-check"),
      ({ path }) => path,
      (path, { place }) => {
        if (path !== undefined && PATH.test(path)) return unanswered(path, place, facts);
        const got = path === undefined || path === "" ? "none" : `\`${path}\``;
        return {
          place,
          // Without one the service is deployed all the same, and only less is known of it. Many a sound repository
          // has none; a stack is at the point of being deployed.
          ...(got === "none" && {
            severity: place.source === "file" && !isStackPlace(place) ? "note" : "warning",
          }),
          what: "health check path",
          expected: path?.startsWith("/") ? "a path as it is asked for" : "a path that begins with /",
          got,
          fix: "Set it, for instance to /health.",
          ...(path !== undefined &&
            /^[\w-][\w/.-]*$/.test(path) && { edit: { replace: path, by: `/${path}` } }),
        };
      },
    );
    return together(written, verdictOf(elsewhere));
  },
});

/** Names that routes for checks have. */
const OF_CHECKS = /(?:^|[/_-])(?:health\w*|ping|status|alive|live\w*|ready\w*|up|heartbeat)$/;

/** A path that no route of the application answers, where all of them are known: each check gets 404. */
function unanswered(path: string, place: Place, facts: readonly Fact[]): Violation | undefined {
  const stated = factsOf(facts, "routes");
  const routes = stated.flatMap(({ paths }) => paths);
  const asked = routePath(path.replace(/\?.*$/, ""));
  if (asked === "/" || stated.length === 0 || routes.some((route) => isAnswered(route, asked)))
    return undefined;
  const plain = routes.filter((route) => !/[{*]/.test(route));
  const behind = routes.find((route) => route.endsWith(asked));
  const meant = behind ?? plain.find((route) => OF_CHECKS.test(route));
  return {
    place,
    what: "health check path",
    expected:
      meant === undefined
        ? "a path that a route of the application answers"
        : `\`${meant}\`, which a route of the application is`,
    got: `\`${path}\`, which none is: each check gets 404`,
    fix:
      meant === undefined
        ? `Add a route for \`${path}\`, or ask for one that there is.`
        : `Write \`${meant}\`, or add a route for \`${path}\`${behind === undefined ? "" : " without the prefix"}.`,
  };
}
