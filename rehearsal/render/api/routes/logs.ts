import { Hono } from "hono";
import type { Upgrading } from "../../log-subscriptions";
import { answer } from "../answer";
import type { ApiContext } from "../context";
import { refused } from "../failure";
import { logPage, rangeOf, subscriptionOf } from "../log-query";

const LABELS = ["instance", "host", "statusCode", "method", "level", "type"];

/** The logs of services: output of builds and processes, and the platform's own lines. */
export function logRoutes(context: ApiContext): Hono {
  const routes = new Hono();

  routes.get("/logs", (c) => answer(c, logPage(c, rangeOf(context, c))));
  routes.get("/logs/values", (c) => {
    const label = c.req.query("label") ?? "";
    if (!LABELS.includes(label)) throw refused(`label: expected one of ${LABELS.join(", ")}`);
    const values = rangeOf(context, c)
      .lines.flatMap(({ labels }) => labels)
      .filter(({ name }) => name === label);
    return answer(c, [...new Set(values.map(({ value }) => value))].sort());
  });

  routes.get("/logs/subscribe", (c) => {
    const { subscribe } = c.env as Partial<Upgrading>;
    if (subscribe === undefined) throw refused("expected a WebSocket's handshake");
    subscribe(subscriptionOf(context, c));
    return c.body(null, 204);
  });

  return routes;
}
