import { Hono } from "hono";
import { accepted, answer, done } from "../answer";
import { type ApiContext, serviceOf } from "../context";

/** Suspend, resume, restart, and the running instances. */
export function lifecycleRoutes(context: ApiContext): Hono {
  const { deployments } = context;
  const routes = new Hono();

  routes.post("/services/:id/suspend", async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    if (!service.suspended) await deployments.suspend(service);
    return accepted(c);
  });
  routes.post("/services/:id/resume", (c) => {
    const service = serviceOf(context, c.req.param("id"));
    if (service.suspended) deployments.resume(service);
    return accepted(c);
  });
  routes.post("/services/:id/restart", async (c) => {
    await deployments.restart(serviceOf(context, c.req.param("id")));
    return done(c);
  });
  routes.get("/services/:id/instances", (c) =>
    answer(c, deployments.instances(serviceOf(context, c.req.param("id")))),
  );

  return routes;
}
