import { Hono } from "hono";
import { z } from "zod";
import { generatedValue, newId } from "../../identifiers";
import type { Webhook } from "../../workspace";
import { answer, gone, listing } from "../answer";
import { readBody } from "../body";
import { type ApiContext, found } from "../context";
import { among } from "../pages";
import { assertPlace } from "../place";

const text = z.string().min(1, "must not be empty");
const fields = {
  name: text,
  url: z.url(),
  enabled: z.boolean(),
  // Recorded: a client sends null for all events, and is answered the same.
  eventFilter: z.array(text).nullable(),
};
const webhookPost = z.strictObject({ ...fields, ownerId: text });
const webhookPatch = z.strictObject(fields).partial();

/** Addresses to which events would be sent. Nothing is sent. */
export function webhookRoutes(context: ApiContext): Hono {
  const { store, owner } = context;
  const routes = new Hono();
  const { webhooks } = store.workspace;
  const at = (id: string): Webhook => found(webhooks, id);

  routes.get("/webhooks", (c) => {
    const items = [...webhooks.values()].toReversed().filter(() => among(c, "ownerId", owner.id));
    return listing(c, { name: "webhook", items, keyOf: ({ id }) => id, shown: (each) => each });
  });
  routes.post("/webhooks", async (c) => {
    const { ownerId, ...given } = await readBody(c, webhookPost);
    assertPlace(context, { ownerId });
    // A recording has the secret masked: its form is that of Standard Webhooks.
    const webhook = { id: newId("whk"), secret: `whsec_${generatedValue()}`, ...given };
    webhooks.set(webhook.id, webhook);
    return answer(c, webhook, 201);
  });
  routes.get("/webhooks/:id", (c) => answer(c, at(c.req.param("id"))));
  routes.patch("/webhooks/:id", async (c) => {
    const webhook = at(c.req.param("id"));
    Object.assign(webhook, await readBody(c, webhookPatch));
    return answer(c, webhook);
  });
  routes.delete("/webhooks/:id", (c) => {
    webhooks.delete(at(c.req.param("id")).id);
    return gone(c);
  });

  return routes;
}
