import { Hono } from "hono";
import { z } from "zod";
import type { Service } from "../../store";
import { answer, gone } from "../answer";
import { readBody } from "../body";
import { type ApiContext, serviceOf } from "../context";
import { notFound } from "../failure";
import { among, page } from "../pages";

const streamPut = z
  .strictObject({
    setting: z.enum(["send", "drop"]),
    endpoint: z.string().optional(),
    token: z.string().optional(),
  })
  .refine(({ setting, endpoint }) => setting === "drop" || Boolean(endpoint), {
    path: ["endpoint"],
    error: "required with setting send",
  });

/** The token is stored and never shown. */
const shown = (service: Service): unknown => ({
  resourceId: service.id,
  ...service.logStream,
});

/** A service's own log stream. Nothing is sent anywhere. */
export function logStreamRoutes(context: ApiContext): Hono {
  const routes = new Hono();
  const path = "/logs/streams/resource/:id";

  routes.get("/logs/streams/resource", (c) => {
    const items = [...context.store.services.values()].filter(
      ({ id, ownerId, logStream }) =>
        logStream !== undefined &&
        among(c, "ownerId", ownerId) &&
        among(c, "resourceId", id) &&
        among(c, "setting", logStream.setting),
    );
    return answer(
      c,
      page(c, items, ({ id }) => id).map(({ item }) => shown(item)),
    );
  });
  routes.get(path, (c) => {
    const service = serviceOf(context, c.req.param("id"));
    if (service.logStream === undefined) throw notFound(service.id);
    return answer(c, shown(service));
  });
  routes.put(path, async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const { setting, endpoint } = await readBody(c, streamPut);
    // Recorded: one that drops shows an empty endpoint.
    service.logStream = { setting, endpoint: setting === "drop" ? "" : endpoint };
    return answer(c, shown(service));
  });
  routes.delete(path, (c) => {
    const service = serviceOf(context, c.req.param("id"));
    if (service.logStream === undefined) throw notFound(service.id);
    delete service.logStream;
    return gone(c);
  });

  return routes;
}
