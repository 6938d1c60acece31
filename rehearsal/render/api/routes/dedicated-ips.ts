import { Hono } from "hono";
import { z } from "zod";
import { newId, timestamp } from "../../identifiers";
import type { DedicatedIp } from "../../workspace";
import { answer, gone } from "../answer";
import { readBody } from "../body";
import { type ApiContext, found, newestFirst } from "../context";
import { refused } from "../failure";
import { assertPlace } from "../place";

const text = z.string().min(1, "must not be empty");
const dedicatedPatch = z
  .strictObject({ name: text, description: z.string(), environmentIds: z.array(text) })
  .partial();
const dedicatedPost = dedicatedPatch.extend({
  name: text,
  ownerId: text,
  region: text,
});

/** Addresses of RFC 5737: services of a rehearsal reach others from this machine's own. */
const IPS = ["192.0.2.1", "192.0.2.2", "192.0.2.3"];

/** Dedicated addresses. Each look brings a new set on its way, which Render's takes in half a minute (recorded 2026-05-12). */
export function dedicatedIpRoutes(context: ApiContext): Hono {
  const { store } = context;
  const routes = new Hono();
  const { dedicatedIps } = store.workspace;
  const at = (id: string): DedicatedIp => found(dedicatedIps, id);
  const known = (ids: readonly string[] = []): void => {
    for (const id of ids) if (!store.environments.has(id)) throw refused(`environmentIds: not found: ${id}`);
  };

  // Neither wrapped nor in pages.
  routes.get("/dedicated-ips", (c) => {
    assertPlace(context, { ownerId: c.req.query("ownerId") ?? "" });
    return answer(c, newestFirst(dedicatedIps.values()));
  });
  routes.post("/dedicated-ips", async (c) => {
    const { ownerId, description = "", environmentIds = [], ...given } = await readBody(c, dedicatedPost);
    assertPlace(context, { ownerId });
    known(environmentIds);
    const createdAt = timestamp();
    const made: DedicatedIp = {
      ...{ id: newId("egs"), ownerId, description, environmentIds, ips: [], status: "CREATING" },
      ...{ createdAt, updatedAt: createdAt, ...given },
    };
    dedicatedIps.set(made.id, made);
    return answer(c, made, 201);
  });
  routes.get("/dedicated-ips/:id", (c) => {
    const one = at(c.req.param("id"));
    if (one.status === "PENDING") Object.assign(one, { status: "RUNNING", ips: IPS });
    if (one.status === "CREATING") one.status = "PENDING";
    return answer(c, one);
  });
  routes.patch("/dedicated-ips/:id", async (c) => {
    const one = at(c.req.param("id"));
    const given = await readBody(c, dedicatedPatch);
    known(given.environmentIds);
    return answer(c, Object.assign(one, given, { updatedAt: timestamp() }));
  });
  routes.delete("/dedicated-ips/:id", (c) => {
    dedicatedIps.delete(at(c.req.param("id")).id);
    return gone(c);
  });

  return routes;
}
