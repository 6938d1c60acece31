import { type Context, Hono } from "hono";
import { answer, gone, listing } from "../answer";
import { serviceAnswer } from "../answers/service";
import { readBody } from "../body";
import { newId } from "../identifiers";
import { among, within } from "../pages";
import { servicePatch, servicePost } from "../schemas/service";
import { change } from "../service-change";
import { newService } from "../service-creation";
import { mayBeChanged, mayBeCreated } from "../service-rules";
import type { Service } from "../store";
import { newestFirst, serviceOf, type World } from "../world";

function isWanted(c: Context, service: Service): boolean {
  return (
    among(c, "name", service.name) &&
    among(c, "type", service.type) &&
    among(c, "environmentId", service.environmentId) &&
    among(c, "env", service.details.runtime) &&
    among(c, "region", service.details.region) &&
    among(c, "suspended", service.suspended ? "suspended" : "not_suspended") &&
    among(c, "ownerId", service.ownerId) &&
    within(c, { created: service.createdAt, updated: service.updatedAt })
  );
}

/** Makes the service and starts its first deploy. */
async function create(world: World, c: Context): Promise<Response> {
  const post = await readBody(c, servicePost);
  mayBeCreated(world, post);
  const id = newId("srv");
  // Made before the first pause, so that of two requests at once the second finds the name taken.
  const service = newService(world.store, id, post);
  world.store.services.set(id, service);
  try {
    service.url = await world.deployments.openFront(id);
  } catch (error) {
    world.store.services.delete(id);
    throw error;
  }
  const { deploy } = world.deployments.start(service, "api");
  return answer(c, { service: serviceAnswer(service), deployId: deploy.id }, 201);
}

export function serviceRoutes(world: World): Hono {
  const { store, deployments } = world;
  const routes = new Hono();

  routes.get("/services", (c) =>
    listing(c, {
      name: "service",
      items: newestFirst(store.services.values()).filter((service) => isWanted(c, service)),
      keyOf: ({ id }) => id,
      shown: serviceAnswer,
    }),
  );
  routes.post("/services", (c) => create(world, c));
  routes.get("/services/:id", (c) => answer(c, serviceAnswer(serviceOf(world, c.req.param("id")))));

  routes.patch("/services/:id", async (c) => {
    const service = serviceOf(world, c.req.param("id"));
    const patch = await readBody(c, servicePatch);
    mayBeChanged(world, service, patch);
    change(service, patch);
    return answer(c, serviceAnswer(service));
  });

  routes.delete("/services/:id", async (c) => {
    const service = serviceOf(world, c.req.param("id"));
    store.services.delete(service.id);
    for (const group of store.groups.values()) group.serviceIds.delete(service.id);
    await deployments.remove(service);
    return gone(c);
  });

  return routes;
}
