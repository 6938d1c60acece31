import { type Context, Hono } from "hono";
import { newId, timestamp } from "../../identifiers";
import type { Project } from "../../store";
import { answer, gone, listing } from "../answer";
import { environmentsOf, isEmpty, projectAnswer } from "../answers/project";
import { readBody } from "../body";
import { type ApiContext, found, newestFirst } from "../context";
import { newEnvironment } from "../environment-settings";
import { ApiFailure } from "../failure";
import { among, within } from "../pages";
import { assertPlace } from "../place";
import { projectPatch, projectPost } from "../schemas/project";

const isWanted = (c: Context, project: Project): boolean =>
  among(c, "name", project.name) &&
  among(c, "ownerId", project.ownerId) &&
  within(c, { created: project.createdAt, updated: project.updatedAt });

/** Projects with their environments. */
export function projectRoutes(context: ApiContext): Hono {
  const { store, owner } = context;
  const routes = new Hono();
  const shown = (project: Project): unknown => projectAnswer(store, project, owner);

  routes.get("/projects", (c) =>
    listing(c, {
      name: "project",
      items: newestFirst(store.projects.values()).filter((project) => isWanted(c, project)),
      keyOf: ({ id }) => id,
      shown,
    }),
  );
  routes.post("/projects", async (c) => {
    const { name, ownerId, environments } = await readBody(c, projectPost);
    assertPlace(context, { ownerId });
    const now = timestamp();
    const project: Project = { id: newId("prj"), ownerId, createdAt: now, name, updatedAt: now };
    store.projects.set(project.id, project);
    for (const given of environments) {
      const environment = newEnvironment(project.id, given);
      store.environments.set(environment.id, environment);
    }
    return answer(c, shown(project), 201);
  });
  routes.get("/projects/:id", (c) => answer(c, shown(found(store.projects, c.req.param("id")))));
  routes.patch("/projects/:id", async (c) => {
    const project = found(store.projects, c.req.param("id"));
    project.name = (await readBody(c, projectPatch)).name ?? project.name;
    project.updatedAt = timestamp();
    return answer(c, shown(project));
  });
  // Documented: a project whose environments hold something is not deleted.
  routes.delete("/projects/:id", (c) => {
    const { id } = found(store.projects, c.req.param("id"));
    const environments = environmentsOf(store, id);
    const full = environments.find((environment) => !isEmpty(store, environment));
    if (full) throw new ApiFailure(409, `environment ${full.id} of ${id} is not empty`);
    for (const environment of environments) store.environments.delete(environment.id);
    store.projects.delete(id);
    return gone(c);
  });

  return routes;
}
