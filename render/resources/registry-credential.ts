import { unlessGone } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce } from "../create-once";
import { filledText, oneOf, required } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { ResourceKind } from "../resource-kind";

interface ApiCredential {
  readonly id: string;
  readonly name: string;
  readonly registry: string;
  readonly username: string;
}

const REGISTRIES = ["GITHUB", "GITLAB", "DOCKER", "GOOGLE_ARTIFACT", "AWS_ECR"];

/** `render:index/registryCredential:RegistryCredential`: with what Render pulls images that are not public. */
export const registryCredential: ResourceKind = {
  token: "render:index/registryCredential:RegistryCredential",
  // Names: Render's Terraform provider, docs/resources/registry_credential.md (read 2026-11-28).
  fields: {
    name: required(filledText),
    registry: required(oneOf(REGISTRIES)),
    username: required(filledText),
    authToken: required(filledText),
  },
  secrets: [["authToken"]],
  replacedBy: [],
  computed: {},
  outputs: {},
  canonical: (inputs) => inputs,

  async create(context, inputs) {
    const { client, ownerId } = context;
    const { answer: made, found } = await createOnce<ApiCredential>({
      context,
      path: "/registrycredentials",
      body: { ...inputs, ownerId },
      noun: "registry credential",
      name: String(inputs.name),
      namesakes: async (name, signal) => {
        const query = { name, ownerId };
        const all = await client.list<ApiCredential>("/registrycredentials", "registryCredential", {
          query,
          signal,
        });
        return all.filter((one) => one.name === name);
      },
      adopt: (id, signal) => client.get<ApiCredential>(`/registrycredentials/${id}`, { signal }),
      idOf: ({ id }) => id,
    });
    return afterCreation(made.id, inputs, async () => {
      if (found)
        await registryCredential.update(context, made.id, { inputs: inputsOf(made, {}), state: {} }, inputs);
    });
  },

  async read({ client, signal }, id, inputs) {
    const at = await unlessGone(client.get<ApiCredential>(`/registrycredentials/${id}`, { signal }));
    if (at === undefined) return undefined;
    const found = inputsOf(at, inputs);
    return { inputs: found, outputs: found };
  },

  /** Render's description asks for all fields, so that the token goes with each change. */
  async update({ client, signal }, id, _, inputs) {
    const { name, registry, username, authToken } = inputs;
    const body = { name, registry, username, authToken };
    await client.request("PATCH", `/registrycredentials/${id}`, { body, signal, repeatable: true });
    return inputs;
  },

  async delete({ client, signal }, id) {
    await unlessGone(client.request("DELETE", `/registrycredentials/${id}`, { signal }));
  },
};

/** Render never shows the token: the one that was written is kept; an import has none until the next update. */
function inputsOf({ name, registry, username }: ApiCredential, { authToken }: Properties): Properties {
  return withoutAbsent({ name, registry, username, authToken });
}
