import { Hono } from "hono";
import { answer } from "../answer";
import { refused } from "../failure";
import { logPage, rangeOf } from "../log-query";
import type { World } from "../world";

const LABELS = ["instance", "host", "statusCode", "method", "level", "type"];

/** The logs of services: what their builds and processes said, and what the platform said. */
export function logRoutes(world: World): Hono {
  const routes = new Hono();

  routes.get("/logs", (c) => answer(c, logPage(c, rangeOf(world, c))));
  routes.get("/logs/values", (c) => {
    const label = c.req.query("label") ?? "";
    if (!LABELS.includes(label)) throw refused(`label: expected one of ${LABELS.join(", ")}`);
    const values = rangeOf(world, c)
      .lines.flatMap(({ labels }) => labels)
      .filter(({ name }) => name === label);
    return answer(c, [...new Set(values.map(({ value }) => value))].sort());
  });

  return routes;
}
