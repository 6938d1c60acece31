import { Hono } from "hono";
import { accepted, answer, gone } from "../answer";
import { readBody } from "../body";
import { record } from "../events";
import { timestamp } from "../identifiers";
import { autoscaling, scale } from "../schemas/service";
import { mayHaveSizes } from "../service-rules";
import type { Details, Service } from "../store";
import { serviceOf, type World } from "../world";

/** Details are replaced, not changed: a deploy may hold the old ones. */
function resize(service: Service, change: Partial<Details>): void {
  service.details = { ...service.details, ...change };
  service.updatedAt = timestamp();
}

/** The number of instances is kept, not run: one machine has one port to bind. */
export function scalingRoutes(world: World): Hono {
  const routes = new Hono();

  routes.post("/services/:id/scale", async (c) => {
    const service = serviceOf(world, c.req.param("id"));
    const { numInstances } = await readBody(c, scale);
    mayHaveSizes({ ...service.details, numInstances });
    const fromInstances = service.details.numInstances;
    resize(service, { numInstances });
    if (fromInstances !== numInstances) {
      record(service, "instance_count_changed", { fromInstances, toInstances: numInstances });
    }
    return accepted(c);
  });
  routes.put("/services/:id/autoscaling", async (c) => {
    const service = serviceOf(world, c.req.param("id"));
    const toConfig = await readBody(c, autoscaling);
    mayHaveSizes({ ...service.details, autoscaling: toConfig });
    const fromConfig = service.details.autoscaling;
    resize(service, { autoscaling: toConfig });
    record(service, "autoscaling_config_changed", { ...(fromConfig && { fromConfig }), toConfig });
    return answer(c, toConfig);
  });
  routes.delete("/services/:id/autoscaling", (c) => {
    resize(serviceOf(world, c.req.param("id")), { autoscaling: undefined });
    return gone(c);
  });

  return routes;
}
