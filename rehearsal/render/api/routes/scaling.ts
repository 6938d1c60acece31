import { Hono } from "hono";
import { timestamp } from "../../identifiers";
import { recordEvent } from "../../record-event";
import type { Details, Service } from "../../store";
import { accepted, answer, gone } from "../answer";
import { readBody } from "../body";
import { type ApiContext, serviceOf } from "../context";
import { autoscaling, scale } from "../schemas/sizes";
import { assertSizes } from "../service-rules";

/** Details are replaced, not changed: a deploy may hold the old ones. */
function resize(service: Service, change: Partial<Details>): void {
  service.details = { ...service.details, ...change };
  service.updatedAt = timestamp();
}

/** The number of instances is recorded only: one machine has one port to bind. */
export function scalingRoutes(context: ApiContext): Hono {
  const routes = new Hono();

  routes.post("/services/:id/scale", async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const { numInstances } = await readBody(c, scale);
    assertSizes({ ...service.details, numInstances });
    const fromInstances = service.details.numInstances;
    resize(service, { numInstances });
    if (fromInstances !== numInstances) {
      recordEvent(service, "instance_count_changed", { fromInstances, toInstances: numInstances });
    }
    return accepted(c);
  });
  routes.put("/services/:id/autoscaling", async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const toConfig = await readBody(c, autoscaling);
    assertSizes({ ...service.details, autoscaling: toConfig });
    const fromConfig = service.details.autoscaling;
    resize(service, { autoscaling: toConfig });
    recordEvent(service, "autoscaling_config_changed", { ...(fromConfig && { fromConfig }), toConfig });
    return answer(c, toConfig);
  });
  routes.delete("/services/:id/autoscaling", (c) => {
    resize(serviceOf(context, c.req.param("id")), { autoscaling: undefined });
    return gone(c);
  });

  return routes;
}
