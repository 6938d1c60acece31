import { Hono } from "hono";
import type { KeyValue } from "../../datastores";
import { newId, timestamp } from "../../identifiers";
import { answer, gone, listing } from "../answer";
import { keyValueAnswer, keyValueConnection } from "../answers/datastore";
import { readBody } from "../body";
import { type ApiContext, found, newestFirst } from "../context";
import { isWantedDatastore } from "../pages";
import { assertPlace } from "../place";
import { keyValuePatch, keyValuePost } from "../schemas/datastore";

/** Key Value instances, each with a server where this machine has a program for one. */
export function keyValueRoutes(context: ApiContext): Hono {
  const { store, owner, keyValues } = context;
  const routes = new Hono();
  const shown = (keyValue: KeyValue): unknown => keyValueAnswer(keyValue, owner);
  const at = (id: string): KeyValue => found(store.keyValues, id);

  routes.get("/key-value", (c) => {
    const items = newestFirst(store.keyValues.values()).filter((each) => isWantedDatastore(c, each));
    return listing(c, { name: "keyValue", items, keyOf: ({ id }) => id, shown });
  });
  routes.post("/key-value", async (c) => {
    const {
      name,
      plan,
      region = "oregon",
      maxmemoryPolicy,
      persistenceMode,
      environmentId,
      ipAllowList,
      ownerId,
    } = await readBody(c, keyValuePost);
    assertPlace(context, { ownerId, environmentId });
    const now = timestamp();
    const times = { createdAt: now, updatedAt: now };
    const keyValue: KeyValue = {
      ...{ id: newId("red"), ownerId, ...times, region, name, plan, status: "available" },
      ...{ environmentId, ipAllowList: ipAllowList ?? [], maxmemoryPolicy, persistenceMode },
    };
    store.keyValues.set(keyValue.id, keyValue);
    keyValues.open(keyValue);
    return answer(c, shown(keyValue), 201);
  });
  routes.get("/key-value/:id", (c) => answer(c, shown(at(c.req.param("id")))));
  routes.patch("/key-value/:id", async (c) => {
    const keyValue = at(c.req.param("id"));
    const given = await readBody(c, keyValuePatch);
    keyValue.name = given.name ?? keyValue.name;
    keyValue.plan = given.plan ?? keyValue.plan;
    keyValue.maxmemoryPolicy = given.maxmemoryPolicy ?? keyValue.maxmemoryPolicy;
    keyValue.persistenceMode = given.persistenceMode ?? keyValue.persistenceMode;
    keyValue.ipAllowList = given.ipAllowList ?? keyValue.ipAllowList;
    keyValue.updatedAt = timestamp();
    return answer(c, shown(keyValue));
  });
  routes.delete("/key-value/:id", async (c) => {
    const keyValue = at(c.req.param("id"));
    store.keyValues.delete(keyValue.id);
    await keyValues.remove(keyValue);
    return gone(c);
  });
  routes.get("/key-value/:id/connection-info", (c) => answer(c, keyValueConnection(at(c.req.param("id")))));

  return routes;
}
