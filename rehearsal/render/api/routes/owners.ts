import { Hono } from "hono";
import { answer, listing } from "../answer";
import type { ApiContext } from "../context";
import { notFound } from "../failure";
import { among } from "../pages";

/** The only workspace, and the user of the API key. */
export function ownerRoutes({ owner }: ApiContext): Hono {
  const routes = new Hono();

  routes.get("/owners", (c) => {
    const items = [owner].filter(({ name, email }) => among(c, "name", name) && among(c, "email", email));
    return listing(c, { name: "owner", items, keyOf: ({ id }) => id, shown: (each) => each });
  });
  routes.get("/owners/:id", (c) => {
    const id = c.req.param("id");
    if (id !== owner.id) throw notFound(id);
    return answer(c, owner);
  });
  routes.get("/users", (c) => answer(c, { email: owner.email, name: owner.name }));

  return routes;
}
