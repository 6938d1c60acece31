import { Hono } from "hono";
import type { Service } from "../../store";
import { answer, gone } from "../answer";
import { type ApiContext, serviceOf } from "../context";
import { ApiFailure, notFound } from "../failure";

/** Runs of cron jobs: started and canceled here, read by their events. */
export function cronRunRoutes(context: ApiContext): Hono {
  const routes = new Hono();
  const path = "/cron-jobs/:id/runs";

  /** @throws ApiFailure 404 for what is no cron job */
  function cronJob(id: string): Service {
    const service = serviceOf(context, id);
    if (service.type !== "cron_job") throw notFound(id);
    return service;
  }

  routes.post(path, (c) => answer(c, context.deployments.runNow(cronJob(c.req.param("id")))));
  routes.delete(path, (c) => {
    const service = cronJob(c.req.param("id"));
    if (context.deployments.cancelRun(service)) return gone(c);
    throw new ApiFailure(404, `not found: ${service.id} has no run to cancel`);
  });

  return routes;
}
