import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { rule } from "../domain/rule";
import { isStackPlace } from "../domain/stack-place";

export const serviceHealthCheckPath = rule({
  id: "service/health-check-path",
  severity: "error",
  title: "The service has a health check path",
  why: "Without one a platform only tries to open the port, so an application that answers nothing but errors goes live.",
  fix: "Set healthCheckPath to a path that checks the database too, such as /health.",
  edits: "A path without a slash at its beginning gets one.",
  reference: "https://render.com/docs/health-checks",
  prevents: ["health-check/timeout", "health-check/failed"],
  check: (facts) =>
    judgeEach(
      factsOf(facts, "health-check"),
      ({ path }) => path,
      (path, { place }) => {
        // RFC 9112, 3.2: what is asked for has no blanks; they are written %20.
        if (path?.startsWith("/") && !/\s/.test(path)) return undefined;
        const got = path === undefined || path === "" ? "none" : `\`${path}\``;
        return {
          place,
          // Without one the service is deployed all the same, and only less is known of it. Many a sound repository
          // has none; a stack is at the point of being deployed.
          ...(got === "none" && {
            severity: place.source === "file" && !isStackPlace(place) ? "note" : "warning",
          }),
          what: "health check path",
          expected: path?.startsWith("/") ? "a path without blanks" : "a path that begins with /",
          got,
          fix: "Set it, for instance to /health.",
          ...(path !== undefined &&
            /^[\w-][\w/.-]*$/.test(path) && { edit: { replace: path, by: `/${path}` } }),
        };
      },
    ),
});
