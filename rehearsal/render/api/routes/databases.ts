import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { Database } from "../../datastores";
import { newId, slugSuffix, timestamp } from "../../identifiers";
import { answer, gone, listing } from "../answer";
import { databaseAnswer, databaseConnection } from "../answers/datastore";
import { readBody } from "../body";
import { type ApiContext, found, newestFirst } from "../context";
import { isWantedDatastore } from "../pages";
import { assertPlace } from "../place";
import { type DatabaseGiven, databasePatch, databasePost } from "../schemas/datastore";

/** Render Postgres: databases, each with a server that runs on this machine. */
export function databaseRoutes(context: ApiContext): Hono {
  const { store, owner, databases } = context;
  const routes = new Hono();
  const shown = (database: Database): unknown => databaseAnswer(store, database, owner);
  const at = (id: string): Database => found(store.databases, id);

  routes.get("/postgres", (c) => {
    const items = newestFirst(store.databases.values()).filter((each) => isWantedDatastore(c, each));
    return listing(c, { name: "postgres", items, keyOf: ({ id }) => id, shown });
  });
  routes.post("/postgres", async (c) => {
    const post = await readBody(c, databasePost);
    assertPlace(context, post);
    const plain = post.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^(\d)/, "_$1");
    const now = timestamp();
    const database: Database = {
      id: newId("dpg"),
      ownerId: owner.id,
      createdAt: now,
      updatedAt: now,
      region: post.region ?? "oregon",
      name: post.name,
      plan: post.plan,
      status: "creating",
      environmentId: post.environmentId,
      ipAllowList: [],
      version: post.version,
      databaseName: `${post.databaseName ?? plain}_${slugSuffix()}`,
      databaseUser: post.databaseUser ?? `${plain}_user`,
      password: randomBytes(24).toString("base64url"),
      highAvailabilityEnabled: false,
      diskSizeGB: 15,
      diskAutoscalingEnabled: false,
      readReplicas: [],
    };
    change(database, post);
    store.databases.set(database.id, database);
    databases.open(database);
    return answer(c, shown(database), 201);
  });
  routes.get("/postgres/:id", (c) => answer(c, shown(at(c.req.param("id")))));
  routes.patch("/postgres/:id", async (c) => {
    const database = at(c.req.param("id"));
    change(database, await readBody(c, databasePatch));
    database.updatedAt = timestamp();
    return answer(c, shown(database));
  });
  routes.delete("/postgres/:id", async (c) => {
    const database = at(c.req.param("id"));
    store.databases.delete(database.id);
    await databases.remove(database);
    return gone(c);
  });
  routes.get("/postgres/:id/connection-info", (c) => answer(c, databaseConnection(at(c.req.param("id")))));

  return routes;
}

/** What is given; the rest stays as it is. */
function change(database: Database, given: DatabaseGiven): void {
  database.name = given.name ?? database.name;
  database.plan = given.plan ?? database.plan;
  database.diskSizeGB = given.diskSizeGB ?? database.diskSizeGB;
  database.diskAutoscalingEnabled = given.enableDiskAutoscaling ?? database.diskAutoscalingEnabled;
  database.highAvailabilityEnabled = given.enableHighAvailability ?? database.highAvailabilityEnabled;
  database.ipAllowList = given.ipAllowList ?? database.ipAllowList;
  database.parameterOverrides = given.parameterOverrides ?? database.parameterOverrides;
  if (given.readReplicas !== undefined) {
    const before = database.readReplicas;
    database.readReplicas = (given.readReplicas ?? []).map(({ name, parameterOverrides }) => ({
      id: before.find((one) => one.name === name)?.id ?? newId("dpg"),
      ...{ name, parameterOverrides },
    }));
  }
}
