import { Hono } from "hono";
import type { RegistryCredential } from "../../datastores";
import { newId, timestamp } from "../../identifiers";
import { answer, gone } from "../answer";
import { credentialAnswer } from "../answers/datastore";
import { readBody } from "../body";
import { type ApiContext, found } from "../context";
import { among, page } from "../pages";
import { assertPlace } from "../place";
import { credentialPatch, credentialPost } from "../schemas/datastore";

/** Credentials for private image registries. The token is not kept: no image is pulled. */
export function registryCredentialRoutes(context: ApiContext): Hono {
  const { store, owner } = context;
  const routes = new Hono();
  const at = (id: string): RegistryCredential => found(store.credentials, id);

  // Described without wrappers, and therefore without cursors.
  routes.get("/registrycredentials", (c) => {
    const items = [...store.credentials.values()].filter(
      ({ name, username, registry }) =>
        among(c, "name", name) &&
        among(c, "username", username) &&
        among(c, "type", registry) &&
        among(c, "ownerId", owner.id),
    );
    return answer(
      c,
      page(c, items, ({ id }) => id).map(({ item }) => credentialAnswer(item)),
    );
  });
  routes.post("/registrycredentials", async (c) => {
    const { name, registry, username, ownerId } = await readBody(c, credentialPost);
    assertPlace(context, { ownerId });
    const credential = { id: newId("rgc"), name, registry, username, updatedAt: timestamp() };
    store.credentials.set(credential.id, credential);
    return answer(c, credentialAnswer(credential));
  });
  routes.get("/registrycredentials/:id", (c) => answer(c, credentialAnswer(at(c.req.param("id")))));
  routes.patch("/registrycredentials/:id", async (c) => {
    const credential = at(c.req.param("id"));
    const { authToken: _, ...given } = await readBody(c, credentialPatch);
    Object.assign(credential, given, { updatedAt: timestamp() });
    return answer(c, credentialAnswer(credential));
  });
  routes.delete("/registrycredentials/:id", (c) => {
    store.credentials.delete(at(c.req.param("id")).id);
    return gone(c);
  });

  return routes;
}
