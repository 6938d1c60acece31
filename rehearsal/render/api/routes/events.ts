import { Hono } from "hono";
import { answer, listing } from "../answer";
import { type ApiContext, serviceOf } from "../context";
import { notFound } from "../failure";
import { among, timeOf } from "../pages";

/** What happened to a service, newest first. */
export function eventRoutes(context: ApiContext): Hono {
  const routes = new Hono();

  routes.get("/services/:id/events", (c) => {
    const from = timeOf(c, "startTime") ?? 0;
    const to = timeOf(c, "endTime") ?? Number.POSITIVE_INFINITY;
    const items = serviceOf(context, c.req.param("id")).events.filter(({ type, timestamp }) => {
      const time = Date.parse(timestamp);
      return among(c, "type", type) && from <= time && time <= to;
    });
    return listing(c, { name: "event", items, keyOf: ({ id }) => id, shown: (event) => event });
  });
  routes.get("/events/:id", (c) => {
    const id = c.req.param("id");
    const all = [...context.store.services.values()].flatMap(({ events }) => events);
    const event = all.find((each) => each.id === id);
    if (event === undefined) throw notFound(id);
    return answer(c, event);
  });

  return routes;
}
