import { Hono } from "hono";
import { memoryOf } from "../../memory-use";
import { answer } from "../answer";
import { type ApiContext, serviceOf } from "../context";
import { refused } from "../failure";
import { among, listOf, timeOf } from "../pages";

const HOUR = 3_600_000;

/**
 * The memory of services' instances, as it was measured. The points are a second apart whatever resolution is asked
 * for: what is watched in a rehearsal does not live long.
 */
export function metricRoutes(context: ApiContext): Hono {
  const routes = new Hono();

  routes.get("/metrics/memory", (c) => {
    const resolution = c.req.query("resolutionSeconds");
    if (resolution && !(Number(resolution) >= 30)) throw refused("resolutionSeconds: expected at least 30");
    const to = timeOf(c, "endTime") ?? Date.now();
    const from = timeOf(c, "startTime") ?? to - HOUR;
    const series = listOf(c, "resource").flatMap((id) => {
      const uses = memoryOf(serviceOf(context, id)).filter(({ at }) => from <= at && at <= to);
      const instances = [...new Set(uses.map(({ instance }) => instance))];
      return instances
        .filter((instance) => among(c, "instance", instance))
        .map((instance) => ({
          labels: [
            { field: "instance", value: instance },
            { field: "resource", value: id },
          ],
          values: uses
            .filter((use) => use.instance === instance)
            .map(({ at, bytes }) => ({ timestamp: new Date(at).toISOString(), value: bytes, unit: "bytes" })),
          unit: "bytes",
        }));
    });
    return answer(c, series);
  });

  return routes;
}
