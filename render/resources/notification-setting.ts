import { unlessGone } from "../../render-api";
import { flag, oneOf } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";

const PATH = "/notification-settings/owners";

// Names: Render's Terraform provider, docs/resources/notification_setting.md (read 2026-11-30).
const FIELDS = {
  emailEnabled: flag,
  notificationsToSend: oneOf(["all", "failure", "none"]),
  previewNotificationsEnabled: flag,
};

/**
 * `render:index/notificationSetting:NotificationSetting`: of what a workspace is notified. Every workspace has these
 * settings, by its own id: to make them is to change them, and to delete them leaves them as they are, as in Render's
 * own provider.
 */
export const notificationSetting: ResourceKind = {
  token: "render:index/notificationSetting:NotificationSetting",
  foundBy: {},
  fields: FIELDS,
  secrets: [],
  replacedBy: [],
  computed: { slackEnabled: () => true },
  outputs: { slackEnabled: flag },
  canonical: (inputs) => inputs,
  // What the program leaves out is others' to set.
  settled: (old, wanted) => ({ ...old, ...wanted }),

  async create(context, inputs) {
    return { id: context.ownerId, outputs: await patched(context, context.ownerId, inputs) };
  },

  async read(context, id, inputs) {
    const answer = await unlessGone(at(context, id));
    if (answer === undefined) return undefined;
    const imported = Object.keys(inputs).length === 0;
    const names = Object.keys(FIELDS).filter((name) => imported || inputs[name] !== undefined);
    const found = withoutAbsent(Object.fromEntries(names.map((name) => [name, answer[name]])));
    return { inputs: found, outputs: outputsOf(found, answer) };
  },

  update: (context, id, _, inputs) => patched(context, id, inputs),

  delete: async () => undefined,
};

const at = ({ client, signal }: Context, id: string): Promise<Properties> =>
  client.get<Properties>(`${PATH}/${id}`, { signal });

async function patched(context: Context, id: string, inputs: Properties): Promise<Properties> {
  const { client, signal } = context;
  await client.request("PATCH", `${PATH}/${id}`, { body: inputs, signal, repeatable: true });
  return outputsOf(inputs, await at(context, id));
}

const outputsOf = (inputs: Properties, { slackEnabled }: Properties): Properties =>
  withoutAbsent({ ...inputs, slackEnabled });
