import { hasId, unlessGone } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce } from "../create-once";
import { inWordsOf } from "../difference";
import type { ResourceKind } from "../resource-kind";
import { canonical, environmentBody, environmentInputs, outputsOf, planned } from "./project/answer";
import { changeEnvironments, environmentsOf } from "./project/environments";
import { distinctNames, projectFields, projectOutputs } from "./project/fields";
import { records } from "./variables";

interface ApiProject {
  readonly id: string;
  readonly name: string;
}

/** `render:index/project:Project`: a project with its environments. */
export const project: ResourceKind = {
  token: "render:index/project:Project",
  fields: projectFields,
  secrets: [],
  replacedBy: [],
  computed: {},
  outputs: projectOutputs,
  check: distinctNames,
  canonical,
  planned,

  async create(context, inputs) {
    const { client, ownerId, signal, log } = context;
    const query = { name: String(inputs.name), ownerId };
    const created = await createOnce<ApiProject>({
      client,
      signal,
      path: "/projects",
      body: {
        name: inputs.name,
        ownerId,
        environments: records(inputs.environments).map(([, wanted]) => environmentBody(wanted)),
      },
      subject: `project \`${query.name}\``,
      log: (message) => log(message, "warning"),
      namesakes: async (signal) => {
        const found = await client.list<ApiProject>("/projects", "project", { query, signal });
        return found.filter(({ name }) => name === inputs.name);
      },
      adopt: (id, signal) => client.get<ApiProject>(`/projects/${id}`, { signal, expects: "thing" }),
      isAnswer: hasId,
    });
    return afterCreation(created.id, inputs, async (reached) => {
      reached(outputsOf(inputs, await environmentsOf(context, created.id), {}));
    });
  },

  async read(context, id, inputs, state) {
    const { client, signal } = context;
    const at = await unlessGone(client.get<ApiProject>(`/projects/${id}`, { signal, expects: "thing" }));
    if (at === undefined) return undefined;
    const { name } = at;
    const environments = await environmentsOf(context, id);
    const read = { name, environments: environmentInputs(environments, state) };
    const found = inWordsOf(inputs, read, canonical);
    return { inputs: found, outputs: outputsOf(found, environments, state) };
  },

  async update(context, id, old, inputs) {
    const { client, signal } = context;
    if (old.inputs.name !== inputs.name) {
      const body = { name: inputs.name };
      await client.request("PATCH", `/projects/${id}`, { body, signal, repeatable: true });
    }
    await changeEnvironments(context, id, old, inputs);
    return outputsOf(inputs, await environmentsOf(context, id), old.state);
  },

  async delete({ client, signal }, id) {
    await unlessGone(client.request("DELETE", `/projects/${id}`, { signal }));
  },
};
