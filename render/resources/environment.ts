import { unlessGone } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce } from "../create-once";
import { deleteOnceEmpty } from "../delete-once-empty";
import { inWordsOf } from "../difference";
import { filledText, required } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { ResourceKind } from "../resource-kind";
import { type ApiEnvironment, environmentBody, environmentInput, meaning } from "./project/answer";
import { changedFields, environmentsOf } from "./project/environments";
import { environmentFields } from "./project/fields";

/**
 * `render:index/environment:Environment`: one environment of a project that several stacks share. The official package
 * has none (render-oss/terraform-provider-render#48); names of inputs are those of an environment in its `Project`.
 */
export const environment: ResourceKind = {
  token: "render:index/environment:Environment",
  fields: { projectId: required(filledText), ...environmentFields },
  secrets: [],
  // An environment stays in its project.
  replacedBy: ["projectId"],
  computed: {},
  outputs: {},
  canonical,

  async create(context, inputs) {
    const { client } = context;
    const projectId = String(inputs.projectId);
    const { answer: made, found } = await createOnce<ApiEnvironment>({
      context,
      path: "/environments",
      body: { ...environmentBody(inputs), projectId },
      noun: "environment",
      name: String(inputs.name),
      uniqueToken: environment.token,
      namesakes: async (name, signal) =>
        (await environmentsOf({ ...context, signal }, projectId)).filter((one) => one.name === name),
      adopt: (id, signal) => client.get<ApiEnvironment>(`/environments/${id}`, { signal }),
      idOf: ({ id }) => id,
    });
    return afterCreation(made.id, inputs, async () => {
      if (found) await environment.update(context, made.id, { inputs: inputsOf(made), state: {} }, inputs);
    });
  },

  async read({ client, signal }, id, inputs) {
    const at = await unlessGone(client.get<ApiEnvironment>(`/environments/${id}`, { signal }));
    if (at === undefined) return undefined;
    const found = inWordsOf(inputs, inputsOf(at), canonical);
    return { inputs: found, outputs: found };
  },

  async update({ client, signal }, id, old, inputs) {
    const unsure = new Set(old.touched?.map(([root]) => root));
    const had = Object.fromEntries(Object.entries(old.inputs).filter(([name]) => !unsure.has(name)));
    const body = changedFields(had, inputs, unsure);
    if (Object.keys(body).length > 0)
      await client.request("PATCH", `/environments/${id}`, { body, signal, repeatable: true });
    return inputs;
  },

  delete: (context, id) => deleteOnceEmpty(context, `/environments/${id}`),
};

function inputsOf(found: ApiEnvironment): Properties {
  return withoutAbsent({ projectId: found.projectId, ...environmentInput(found) });
}

function canonical(inputs: Properties): Properties {
  return withoutAbsent({ projectId: inputs.projectId, ...meaning(inputs) });
}
