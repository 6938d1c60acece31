import { Hono } from "hono";
import { z } from "zod";
import type { Datastore } from "../../datastores";
import type { Service } from "../../store";
import { answer, gone } from "../answer";
import { readBody } from "../body";
import type { ApiContext } from "../context";
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
const shown = (service: Service | Datastore): unknown => ({
  resourceId: service.id,
  ...service.logStream,
});

/** @throws ApiFailure 404 */
function withLog({ store }: ApiContext, id: string): Service | Datastore {
  const item = store.withLog(id);
  if (item === undefined) throw notFound(id);
  return item;
}

/** The own log stream of a service or a datastore. Nothing is sent anywhere. */
export function logStreamRoutes(context: ApiContext): Hono {
  const routes = new Hono();
  const path = "/logs/streams/resource/:id";

  routes.get("/logs/streams/resource", (c) => {
    const { services, databases, keyValues } = context.store;
    const all = [services, databases, keyValues].flatMap((map): (Service | Datastore)[] => [...map.values()]);
    const items = all.filter(
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
    const service = withLog(context, c.req.param("id"));
    if (service.logStream === undefined) throw notFound(service.id);
    return answer(c, shown(service));
  });
  routes.put(path, async (c) => {
    const service = withLog(context, c.req.param("id"));
    const { setting, endpoint } = await readBody(c, streamPut);
    // Recorded: one that drops shows an empty endpoint.
    service.logStream = { setting, endpoint: setting === "drop" ? "" : endpoint };
    return answer(c, shown(service));
  });
  routes.delete(path, (c) => {
    const service = withLog(context, c.req.param("id"));
    if (service.logStream === undefined) throw notFound(service.id);
    delete service.logStream;
    return gone(c);
  });

  return routes;
}
