import { Hono } from "hono";
import type { KeyValue } from "../../datastores";
import { newId, timestamp } from "../../identifiers";
import { answer, gone, listing } from "../answer";
import { keyValueAnswer, keyValueConnection, redisConnection } from "../answers/datastore";
import { readBody } from "../body";
import { type ApiContext, found, newestFirst } from "../context";
import { isWantedDatastore } from "../pages";
import { assertPlace } from "../place";
import { keyValuePatch, keyValuePost } from "../schemas/datastore";

/** A Key Value instance by both its names: the older one is what the deprecated calls have. */
const NAMES = [
  { path: "/key-value", wrapper: "keyValue", connection: keyValueConnection },
  { path: "/redis", wrapper: "redis", connection: redisConnection },
] as const;

/** Key Value instances, each with a server where this machine has a program for one. */
export function keyValueRoutes(context: ApiContext): Hono {
  const { store, owner, keyValues } = context;
  const routes = new Hono();
  const shown = (keyValue: KeyValue): unknown => keyValueAnswer(keyValue, owner);
  const at = (id: string): KeyValue => found(store.keyValues, id);

  for (const { path, wrapper, connection } of NAMES) {
    routes.get(path, (c) => {
      const items = newestFirst(store.keyValues.values()).filter((each) => isWantedDatastore(c, each));
      return listing(c, { name: wrapper, items, keyOf: ({ id }) => id, shown });
    });
    routes.post(path, async (c) => {
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
    routes.get(`${path}/:id`, (c) => answer(c, shown(at(c.req.param("id")))));
    routes.patch(`${path}/:id`, async (c) => {
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
    routes.delete(`${path}/:id`, async (c) => {
      const keyValue = at(c.req.param("id"));
      store.keyValues.delete(keyValue.id);
      await keyValues.remove(keyValue);
      return gone(c);
    });
    routes.get(`${path}/:id/connection-info`, (c) => answer(c, connection(at(c.req.param("id")))));
  }

  return routes;
}
