import { RenderUnreachableError, unlessGone } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce } from "../create-once";
import { deleteOnceEmpty } from "../delete-once-empty";
import { inWordsOf } from "../difference";
import type { ResourceKind } from "../resource-kind";
import {
  canonical,
  environmentBody,
  environmentInputs,
  importedKeys,
  outputsOf,
  planned,
  withImported,
} from "./project/answer";
import { changeEnvironments, environmentsOf } from "./project/environments";
import { distinctNames, projectFields, projectOutputs } from "./project/fields";
import { records } from "./variables";

interface ApiProject {
  readonly id: string;
  readonly name: string;
  readonly environmentIds?: readonly string[] | null;
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
  settled: withImported,
  planned,

  async create(context, inputs) {
    const { client, ownerId } = context;
    const { answer: created, found } = await createOnce<ApiProject>({
      context,
      path: "/projects",
      body: {
        name: inputs.name,
        ownerId,
        environments: records(inputs.environments).map(([, wanted]) => environmentBody(wanted)),
      },
      noun: "project",
      name: String(inputs.name),
      namesakes: async (name, signal) => {
        const query = { name, ownerId };
        const found = await client.list<ApiProject>("/projects", "project", { query, signal });
        return found.filter((one) => one.name === name);
      },
      adopt: (id, signal) => client.get<ApiProject>(`/projects/${id}`, { signal }),
      idOf: ({ id }) => id,
    });
    return afterCreation(created.id, inputs, async (reached) => {
      if (found) {
        const there = await environmentsOf(context, created.id);
        const old = { inputs: { ...inputs, name: created.name }, state: outputsOf(inputs, there, {}) };
        // Whether they are as wanted is asked at Render.
        const touched = records(inputs.environments).map(([key]) => ["environments", key] as const);
        return reached(await project.update(context, created.id, { ...old, touched }, inputs));
      }
      reached(outputsOf(inputs, await environmentsOf(context, created.id), {}));
    });
  },

  async read(context, id, inputs, state) {
    const { client, signal } = context;
    const at = await unlessGone(client.get<ApiProject>(`/projects/${id}`, { signal }));
    if (at === undefined) return undefined;
    const { name } = at;
    const environments = await environmentsOf(context, id);
    assertWhole(at, environments);
    const read = { name, environments: environmentInputs(environments, inputs, state) };
    const found = inWordsOf(inputs, read, canonical);
    const outputs = outputsOf(found, environments, state);
    const own = new Set(records(outputs.environments).map(([, { id: known }]) => known));
    const others = environments.filter((one) => !own.has(one.id)).map((one) => one.name);
    if (others.length > 0) context.log(`Left alone, as it is not declared here: ${others.join(", ")}`);
    // An import has no inputs yet; what the program then declares of it is its own.
    const imported = inputs.environments === undefined ? Object.keys(read.environments) : importedKeys(state);
    const left = imported.filter((key) => Object.hasOwn(read.environments, key));
    return { inputs: found, outputs: left.length === 0 ? outputs : { ...outputs, imported: left } };
  },

  async update(context, id, old, inputs) {
    const { client, signal } = context;
    const renamed = old.touched?.some(([root]) => root === "name");
    if (renamed || old.inputs.name !== inputs.name) {
      const body = { name: inputs.name };
      await client.request("PATCH", `/projects/${id}`, { body, signal, repeatable: true });
    }
    await changeEnvironments(context, id, old, inputs);
    return outputsOf(inputs, await environmentsOf(context, id), old.state);
  },

  delete: (context, id) => deleteOnceEmpty(context, `/projects/${id}`),
};

/** A list that lacks what the project itself names is no answer: what is not in it would count as gone. */
function assertWhole({ id, environmentIds }: ApiProject, listed: readonly { readonly id: string }[]): void {
  const lacking = (environmentIds ?? []).filter((one) => !listed.some((each) => each.id === one));
  if (lacking.length === 0) return;
  const cause = new Error(`the list lacks ${lacking.join(", ")} of ${id}`);
  throw new RenderUnreachableError("GET", "/environments", cause);
}
