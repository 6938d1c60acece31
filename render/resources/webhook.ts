import { unlessGone } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce } from "../create-once";
import { inWordsOf } from "../difference";
import { filledText, flag, listOf, required, text } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";

interface ApiWebhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly enabled: boolean;
  /** Null, as recorded, where every event is sent. */
  readonly eventFilter: readonly string[] | null;
  readonly secret: string;
}

/** `render:index/webhook:Webhook`: an address to which Render sends the events of a workspace. */
export const webhook: ResourceKind = {
  token: "render:index/webhook:Webhook",
  // Names: Render's Terraform provider, docs/resources/webhook.md (read 2026-11-30). Render adds to its events, and says
  // itself which one it does not know.
  fields: {
    name: required(filledText),
    url: required(filledText),
    enabled: required(flag),
    eventFilters: listOf(filledText),
  },
  secrets: [["secret"]],
  replacedBy: [],
  computed: { secret: () => true },
  outputs: { secret: text() },
  canonical,

  async create(context, inputs) {
    const { client, ownerId } = context;
    const { answer: made, found } = await createOnce<ApiWebhook>({
      context,
      path: "/webhooks",
      body: { ...bodyOf(inputs), ownerId },
      noun: "webhook",
      name: String(inputs.name),
      namesakes: async (name, signal) => {
        const query = { ownerId };
        const all = await client.list<ApiWebhook>("/webhooks", "webhook", { query, signal });
        return all.filter((one) => one.name === name);
      },
      adopt: (id) => at(context, id),
      idOf: ({ id }) => id,
    });
    return afterCreation(made.id, { ...inputs, secret: made.secret }, async () => {
      if (found) await webhook.update(context, made.id, { inputs: {}, state: {} }, inputs);
    });
  },

  async read(context, id, inputs) {
    const answer = await unlessGone(at(context, id));
    if (answer === undefined) return undefined;
    const { name, url, enabled, eventFilter, secret } = answer;
    const seen = { name, url, enabled, eventFilters: eventFilter ?? [] };
    const found = inWordsOf(inputs, seen, canonical);
    return { inputs: found, outputs: { ...found, secret } };
  },

  async update(context, id, _, inputs) {
    const { client, signal } = context;
    await client.request("PATCH", `/webhooks/${id}`, { body: bodyOf(inputs), signal, repeatable: true });
    return { ...inputs, secret: (await at(context, id)).secret };
  },

  async delete({ client, signal }, id) {
    await unlessGone(client.request("DELETE", `/webhooks/${id}`, { signal }));
  },
};

const at = ({ client, signal }: Context, id: string): Promise<ApiWebhook> =>
  client.get<ApiWebhook>(`/webhooks/${id}`, { signal });

const bodyOf = ({ name, url, enabled, eventFilters = [] }: Properties): Properties => ({
  ...{ name, url, enabled },
  eventFilter: eventFilters,
});

/** Events in whatever order they are written; none of them means all. */
function canonical({ eventFilters: events, ...inputs }: Properties): Properties {
  if (!Array.isArray(events)) return withoutAbsent({ ...inputs, eventFilters: events });
  return events.length > 0 ? { ...inputs, eventFilters: events.toSorted() } : inputs;
}
