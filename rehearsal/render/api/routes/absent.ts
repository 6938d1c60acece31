import { Hono } from "hono";
import { answer } from "../answer";

/** Lists that clients ask for beside services; there is nothing in them (render services asks four of these at once). */
export const EMPTY_LISTS = ["/redis", "/workflows", "/blueprints", "/maintenance"];

/** Parts of Render's API that the embedded one has not, by the beginning of their paths. */
const ABSENT: readonly (readonly [RegExp, string])[] = [
  [/^\/postgres(-metrics)?(\/|$)/, "such part of Render Postgres"],
  [/^\/key-value(\/|$)/, "such part of Key Value"],
  [/^\/redis(\/|$)/, "Redis instances, which are Key Value now"],
  [/^\/(workflows|workflowversions|tasks|task-runs)(\/|$)/, "workflows and tasks"],
  [/^\/webhooks\/[^/]+\/events$/, "events of a webhook"],
  [/^\/blueprints(\/|$)/, "Blueprints"],
  [/^\/maintenance(\/|$)/, "maintenance runs"],
  [/^\/metrics\//, "metrics but memory"],
  [/^\/(owners|organizations)\/[^/]+\/(members|audit-logs|metrics-stream)/, "members and audit logs"],
  [/^\/audit-logs(\/|$)/, "audit logs"],
  [/^\/logs\/values$/, "values of log labels"],
  [/^\/services\/[^/]+\/jobs(\/|$)/, "one-off jobs"],
  [/^\/services\/[^/]+\/cache\/purge$/, "an edge cache"],
  [/^\/services\/[^/]+\/preview$/, "previews of images"],
  [/^\/disks\/[^/]+\/snapshots/, "snapshots of disks"],
];

/** What a path of Render's API is about, where the embedded Render has none of it; undefined for any other path. */
export const absentPart = (path: string): string | undefined =>
  ABSENT.find(([pattern]) => pattern.test(path))?.[1];

/** The lists of what is not there. */
export function emptyListRoutes(): Hono {
  const routes = new Hono();
  for (const path of EMPTY_LISTS) routes.get(path, (c) => answer(c, []));
  return routes;
}
