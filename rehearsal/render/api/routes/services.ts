import { type Context, Hono } from "hono";
import { newId } from "../../identifiers";
import type { Service } from "../../store";
import { answer, gone, listing } from "../answer";
import { serviceAnswer } from "../answers/service";
import { readBody } from "../body";
import { type ApiContext, newestFirst, serviceOf } from "../context";
import { among, within } from "../pages";
import { type ServicePatch, type ServicePost, servicePatch, servicePost } from "../schemas/service";
import { change } from "../service-change";
import { newService } from "../service-creation";
import { assertChangeable, assertCreatable } from "../service-rules";

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
async function create(context: ApiContext, c: Context): Promise<Response> {
  const post: ServicePost = await readBody(c, servicePost);
  assertCreatable(context, post);
  const id = newId(post.type === "cron_job" ? "crn" : "srv");
  // Made before the first pause, so that of two requests at once the second finds the name taken.
  const service = newService(context.store, id, post);
  context.store.services.set(id, service);
  try {
    service.url = await context.deployments.open(service);
  } catch (error) {
    context.store.services.delete(id);
    throw error;
  }
  const { deploy } = context.deployments.start(service, "api");
  return answer(c, { service: serviceAnswer(service), deployId: deploy.id }, 201);
}

export function serviceRoutes(context: ApiContext): Hono {
  const { store, deployments } = context;
  const routes = new Hono();

  routes.get("/services", (c) =>
    listing(c, {
      name: "service",
      items: newestFirst(store.services.values()).filter((service) => isWanted(c, service)),
      keyOf: ({ id }) => id,
      shown: serviceAnswer,
    }),
  );
  routes.post("/services", (c) => create(context, c));
  routes.get("/services/:id", (c) => answer(c, serviceAnswer(serviceOf(context, c.req.param("id")))));

  routes.patch("/services/:id", async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const patch: ServicePatch = await readBody(c, servicePatch(service.type));
    assertChangeable(context, service, patch);
    change(service, patch);
    if (patch.serviceDetails?.schedule !== undefined) deployments.reschedule(service);
    return answer(c, serviceAnswer(service));
  });

  routes.delete("/services/:id", async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    store.services.delete(service.id);
    for (const group of store.groups.values()) group.serviceIds.delete(service.id);
    await deployments.remove(service);
    return gone(c);
  });

  return routes;
}
