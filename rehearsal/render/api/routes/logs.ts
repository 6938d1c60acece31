import { Hono } from "hono";
import { answer } from "../answer";
import type { ApiContext } from "../context";
import { refused } from "../failure";
import { logPage, rangeOf } from "../log-query";

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

  return routes;
}
