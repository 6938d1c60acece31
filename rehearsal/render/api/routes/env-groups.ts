import { type Context, Hono } from "hono";
import { newId, timestamp } from "../../identifiers";
import type { EnvGroup } from "../../store";
import { answer, gone } from "../answer";
import { envGroupAnswer, envGroupSummary } from "../answers/env-group";
import { readBody } from "../body";
import { type ApiContext, found, newestFirst, serviceOf } from "../context";
import { notFound } from "../failure";
import { mayBeLinked } from "../membership";
import { among, page, within } from "../pages";
import { assertPlace } from "../place";
import { envGroupPatch, envGroupPost } from "../schemas/env-group";
import { secretFilesOf, variablesOf } from "../schemas/variables";

const isWanted = (c: Context, group: EnvGroup): boolean =>
  among(c, "name", group.name) &&
  among(c, "ownerId", group.ownerId) &&
  among(c, "environmentId", group.environmentId) &&
  within(c, { created: group.createdAt, updated: group.updatedAt });

async function create(context: ApiContext, c: Context): Promise<Response> {
  const { store, owner } = context;
  const post = await readBody(c, envGroupPost);
  const environmentId = post.environmentId || undefined;
  assertPlace(context, { ownerId: post.ownerId, environmentId });
  const now = timestamp();
  const group: EnvGroup = {
    id: newId("evg"),
    ownerId: owner.id,
    createdAt: now,
    updatedAt: now,
    name: post.name,
    environmentId,
    variables: variablesOf(post.envVars ?? []),
    secretFiles: secretFilesOf(post.secretFiles ?? []),
    serviceIds: new Set(post.serviceIds ?? []),
  };
  for (const id of group.serviceIds) mayBeLinked(group, serviceOf(context, id));
  store.groups.set(group.id, group);
  return answer(c, envGroupAnswer(store, group), 201);
}

function linkRoutes(context: ApiContext, routes: Hono): void {
  const { store } = context;
  const path = "/env-groups/:id/services/:service";
  // Linking again changes nothing.
  routes.post(path, (c) => {
    const group = found(store.groups, c.req.param("id"));
    const service = serviceOf(context, c.req.param("service"));
    mayBeLinked(group, service);
    group.serviceIds.add(service.id);
    group.updatedAt = timestamp();
    return answer(c, envGroupAnswer(store, group));
  });
  routes.delete(path, (c) => {
    const group = found(store.groups, c.req.param("id"));
    const service = c.req.param("service");
    if (!group.serviceIds.delete(service)) throw notFound(service);
    group.updatedAt = timestamp();
    return gone(c);
  });
}

/** Groups of variables and files, and the services that they are linked to. */
export function envGroupRoutes(context: ApiContext): Hono {
  const { store } = context;
  const routes = new Hono();

  // The only list without wrappers, and therefore without cursors.
  routes.get("/env-groups", (c) => {
    const items = newestFirst(store.groups.values()).filter((group) => isWanted(c, group));
    return answer(
      c,
      page(c, items, ({ id }) => id).map(({ item }) => envGroupSummary(store, item)),
    );
  });
  routes.post("/env-groups", (c) => create(context, c));
  routes.get("/env-groups/:id", (c) =>
    answer(c, envGroupAnswer(store, found(store.groups, c.req.param("id")))),
  );
  routes.patch("/env-groups/:id", async (c) => {
    const group = found(store.groups, c.req.param("id"));
    group.name = (await readBody(c, envGroupPatch)).name;
    group.updatedAt = timestamp();
    return answer(c, envGroupAnswer(store, group));
  });
  routes.delete("/env-groups/:id", (c) => {
    store.groups.delete(found(store.groups, c.req.param("id")).id);
    return gone(c);
  });
  linkRoutes(context, routes);

  return routes;
}
