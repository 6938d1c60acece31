import { Hono } from "hono";
import { z } from "zod";
import type { Service } from "../../store";
import { answer, listing } from "../answer";
import { readBody } from "../body";
import { type ApiContext, newestFirst, serviceOf } from "../context";
import { among } from "../pages";

const overridePatch = z.strictObject({
  notificationsToSend: z.enum(["default", "none", "failure", "all"]).optional(),
  previewNotificationsEnabled: z.enum(["default", "false", "true"]).optional(),
});

const DEFAULTS = { notificationsToSend: "default", previewNotificationsEnabled: "default" };

const shown = (service: Service): unknown => ({
  serviceId: service.id,
  ...(service.notification ?? DEFAULTS),
});

/** A service's own notification settings; without any, the defaults. Nothing is sent. */
export function notificationRoutes(context: ApiContext): Hono {
  const routes = new Hono();
  const path = "/notification-settings/overrides/services/:id";

  routes.get("/notification-settings/overrides", (c) => {
    const items = newestFirst(context.store.services.values()).filter(
      ({ id, ownerId, notification }) =>
        notification !== undefined && among(c, "serviceId", id) && among(c, "ownerId", ownerId),
    );
    return listing(c, { name: "override", items, keyOf: ({ id }) => id, shown });
  });
  routes.get(path, (c) => answer(c, shown(serviceOf(context, c.req.param("id")))));
  routes.patch(path, async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const now = service.notification ?? DEFAULTS;
    const given = await readBody(c, overridePatch);
    service.notification = {
      notificationsToSend: given.notificationsToSend ?? now.notificationsToSend,
      previewNotificationsEnabled: given.previewNotificationsEnabled ?? now.previewNotificationsEnabled,
    };
    return answer(c, shown(service));
  });

  return routes;
}
