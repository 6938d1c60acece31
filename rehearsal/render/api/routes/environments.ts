import { type Context, Hono } from "hono";
import type { Environment } from "../../store";
import { answer, gone, listing } from "../answer";
import { environmentAnswer, environmentsOf, isEmpty } from "../answers/project";
import { readBody } from "../body";
import { type ApiContext, found, newestFirst } from "../context";
import { changeEnvironment, newEnvironment } from "../environment-settings";
import { ApiFailure, refused } from "../failure";
import { move, takeOut } from "../membership";
import { among, listOf, within } from "../pages";
import { environmentPatch, environmentPost, resourcesPost } from "../schemas/project";

const isWanted = ({ owner }: ApiContext, c: Context, environment: Environment): boolean =>
  among(c, "name", environment.name) &&
  among(c, "projectId", environment.projectId) &&
  among(c, "environmentId", environment.id) &&
  among(c, "ownerId", owner.id) &&
  within(c, { created: environment.createdAt, updated: environment.updatedAt });

function resourceRoutes(context: ApiContext, routes: Hono): void {
  const { store } = context;
  const path = "/environments/:id/resources";
  // Recorded: 201, where the API's description says 200.
  routes.post(path, async (c) => {
    const environment = found(store.environments, c.req.param("id"));
    move(context, (await readBody(c, resourcesPost)).resourceIds, environment.id);
    return answer(c, environmentAnswer(store, environment), 201);
  });
  routes.delete(path, (c) => {
    // Recorded: 204 where the id is no environment's but that of a service.
    if (/^srv-/.test(c.req.param("id"))) return gone(c);
    takeOut(context, found(store.environments, c.req.param("id")), listOf(c, "resourceIds"));
    return gone(c);
  });
}

/** Environments of projects, and what is in them. */
export function environmentRoutes(context: ApiContext): Hono {
  const { store } = context;
  const routes = new Hono();
  const shown = (environment: Environment): unknown => environmentAnswer(store, environment);

  routes.get("/environments", (c) => {
    if (listOf(c, "projectId").length === 0) throw refused("projectId: required");
    const items = newestFirst(store.environments.values()).filter((each) => isWanted(context, c, each));
    return listing(c, { name: "environment", items, keyOf: ({ id }) => id, shown });
  });
  routes.post("/environments", async (c) => {
    const { projectId, ...given } = await readBody(c, environmentPost);
    const project = found(store.projects, projectId);
    if (environmentsOf(store, project.id).some(({ name }) => name === given.name)) {
      throw new ApiFailure(409, `name: already in use in ${project.id}`);
    }
    const environment = newEnvironment(project.id, given);
    store.environments.set(environment.id, environment);
    return answer(c, shown(environment), 201);
  });
  routes.get("/environments/:id", (c) => answer(c, shown(found(store.environments, c.req.param("id")))));
  routes.patch("/environments/:id", async (c) => {
    const environment = found(store.environments, c.req.param("id"));
    changeEnvironment(environment, await readBody(c, environmentPatch));
    return answer(c, shown(environment));
  });
  // Documented: an environment that holds something is not deleted.
  routes.delete("/environments/:id", (c) => {
    const environment = found(store.environments, c.req.param("id"));
    if (!isEmpty(store, environment)) throw new ApiFailure(409, `environment ${environment.id} is not empty`);
    store.environments.delete(environment.id);
    return gone(c);
  });
  resourceRoutes(context, routes);

  return routes;
}
