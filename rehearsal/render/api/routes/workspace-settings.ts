import { Hono } from "hono";
import { z } from "zod";
import { answer, gone } from "../answer";
import { readBody } from "../body";
import type { ApiContext } from "../context";
import { notFound } from "../failure";

const notificationPatch = z
  .strictObject({
    emailEnabled: z.boolean(),
    previewNotificationsEnabled: z.boolean(),
    notificationsToSend: z.enum(["none", "failure", "all"]),
  })
  .partial();

const logStreamPut = z.strictObject({
  preview: z.enum(["send", "drop"]),
  endpoint: z.string().optional(),
  token: z.string().optional(),
});

const PROVIDERS = [
  ...["BETTER_STACK", "GRAFANA", "DATADOG", "NEW_RELIC", "HONEYCOMB", "SIGNOZ", "GROUNDCOVER", "CUSTOM"],
] as const;
const metricsStreamPut = z.strictObject({
  provider: z.enum(PROVIDERS),
  url: z.string(),
  token: z.string().optional(),
});

/** The workspace's own notifications, log stream and metrics stream. Nothing is sent, and no token is kept. */
export function workspaceSettingRoutes({ store: { workspace }, owner }: ApiContext): Hono {
  const routes = new Hono();
  const ownerId = owner.id;

  for (const path of ["/notification-settings/owners", "/logs/streams/owner", "/metrics-stream"])
    routes.use(`${path}/:id`, async (c, next) => {
      if (c.req.param("id") !== ownerId) throw notFound(c.req.param("id"));
      await next();
    });

  routes.get("/notification-settings/owners/:id", (c) => answer(c, { ownerId, ...workspace.notifications }));
  routes.patch("/notification-settings/owners/:id", async (c) => {
    Object.assign(workspace.notifications, await readBody(c, notificationPatch));
    return answer(c, { ownerId, ...workspace.notifications });
  });

  routes.get("/logs/streams/owner/:id", (c) => {
    if (workspace.logStream === undefined) throw notFound(ownerId);
    return answer(c, { ownerId, ...workspace.logStream });
  });
  routes.put("/logs/streams/owner/:id", async (c) => {
    const { preview, endpoint = "" } = await readBody(c, logStreamPut);
    workspace.logStream = { endpoint, preview };
    return answer(c, { ownerId, ...workspace.logStream });
  });
  routes.delete("/logs/streams/owner/:id", (c) => {
    if (workspace.logStream === undefined) throw notFound(ownerId);
    delete workspace.logStream;
    return gone(c);
  });

  routes.get("/metrics-stream/:id", (c) => {
    if (workspace.metricsStream === undefined) throw notFound(ownerId);
    return answer(c, { ownerId, ...workspace.metricsStream });
  });
  routes.put("/metrics-stream/:id", async (c) => {
    const { provider, url } = await readBody(c, metricsStreamPut);
    workspace.metricsStream = { provider, url };
    return answer(c, { ownerId, ...workspace.metricsStream });
  });
  routes.delete("/metrics-stream/:id", (c) => {
    if (workspace.metricsStream === undefined) throw notFound(ownerId);
    delete workspace.metricsStream;
    return gone(c);
  });

  return routes;
}
