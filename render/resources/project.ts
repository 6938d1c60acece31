import { isDeepStrictEqual } from "node:util";
import { createOnce } from "../create-once";
import { inWordsOf } from "../difference";
import { isGone } from "../failure";
import { filledText, flag, listOf, mapOf, objectOf, oneOf, type Problem, required } from "../fields";
import { isRecord, type Properties, withoutAbsent } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";
import { cidrBlocks, records } from "./variables";
import { cidrBody } from "./web-service/request";

interface ApiProject {
  readonly id: string;
  readonly name: string;
}

interface ApiEnvironment {
  readonly id: string;
  readonly name: string;
  readonly projectId?: string;
  readonly protectedStatus?: string;
  readonly networkIsolationEnabled?: boolean;
  readonly ipAllowList?: readonly Properties[] | null;
}

const environment = objectOf({
  name: required(filledText),
  protectedStatus: required(oneOf(["protected", "unprotected"])),
  networkIsolated: flag,
  ipAllowLists: listOf(cidrBlocks),
});

/** `render:index/project:Project`: a project with its environments. */
export const project: ResourceKind = {
  token: "render:index/project:Project",
  fields: { name: required(filledText), environments: required(mapOf(environment)) },
  secrets: [],
  replacedBy: [],
  computed: {},
  check: distinctNames,
  canonical,

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
      unique: false,
      log: (message) => log(message, "warning"),
      namesakes: async () => {
        const found = await client.list<ApiProject>("/projects", "project", { query, signal });
        return found.filter(({ name }) => name === inputs.name);
      },
      adopt: (id) => client.get<ApiProject>(`/projects/${id}`, { signal }),
    });
    return { id: created.id, outputs: outputsOf(inputs, await environmentsOf(context, created.id), {}) };
  },

  async read(context, id, inputs, state) {
    try {
      const { name } = await context.client.get<ApiProject>(`/projects/${id}`, { signal: context.signal });
      const environments = await environmentsOf(context, id);
      const read = { name, environments: environmentInputs(environments, state) };
      const found = inWordsOf(inputs, read, canonical);
      return { inputs: found, outputs: outputsOf(found, environments, state) };
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  },

  async update(context, id, old, inputs) {
    const { client, signal } = context;
    if (old.inputs.name !== inputs.name) {
      const body = { name: inputs.name };
      await client.request("PATCH", `/projects/${id}`, { body, signal, repeatable: true });
    }
    await changeEnvironments(context, id, old.state, inputs);
    return outputsOf(inputs, await environmentsOf(context, id), old.state);
  },

  async delete({ client, signal }, id) {
    try {
      await client.request("DELETE", `/projects/${id}`, { signal });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  },
};

async function changeEnvironments(
  context: Context,
  projectId: string,
  state: Properties,
  inputs: Properties,
) {
  const { client, signal } = context;
  const now = await environmentsOf(context, projectId);
  const known = idsByKey(state);
  const kept = new Set<string>();
  for (const [key, wanted] of records(inputs.environments)) {
    const current =
      now.find(({ id }) => id === known.get(key)) ?? now.find(({ name }) => name === wanted.name);
    if (!current) {
      const body = { ...environmentBody(wanted), projectId };
      await createOnce<ApiEnvironment>({
        client,
        signal,
        path: "/environments",
        body,
        subject: `environment \`${String(wanted.name)}\``,
        unique: false,
        log: (message) => context.log(message, "warning"),
        namesakes: async () =>
          (await environmentsOf(context, projectId)).filter(({ name }) => name === wanted.name),
        adopt: (id) => client.get<ApiEnvironment>(`/environments/${id}`, { signal }),
      });
      continue;
    }
    kept.add(current.id);
    if (isDeepStrictEqual(meaning(environmentInput(current)), meaning(wanted))) continue;
    const body = { networkIsolationEnabled: false, ...environmentBody(wanted) };
    await client.request("PATCH", `/environments/${current.id}`, { body, signal, repeatable: true });
  }
  for (const { id } of now)
    if (!kept.has(id)) await client.request("DELETE", `/environments/${id}`, { signal });
}

function environmentsOf({ client, signal, ownerId }: Context, projectId: string): Promise<ApiEnvironment[]> {
  const query = withoutAbsent({ projectId, ownerId: ownerId || undefined }) as Record<string, string>;
  return client.list<ApiEnvironment>("/environments", "environment", { query, signal });
}

function environmentBody(wanted: Properties): Record<string, unknown> {
  return withoutAbsent({
    name: wanted.name,
    protectedStatus: wanted.protectedStatus,
    networkIsolationEnabled: wanted.networkIsolated,
    ipAllowList: cidrBody(wanted.ipAllowLists),
  });
}

function environmentInput(found: ApiEnvironment): Record<string, unknown> {
  return withoutAbsent({
    name: found.name,
    protectedStatus: found.protectedStatus,
    networkIsolated: found.networkIsolationEnabled,
    ipAllowLists: found.ipAllowList,
  });
}

/** By the keys of the state; an environment that it does not know has its name as the key. */
function environmentInputs(found: readonly ApiEnvironment[], state: Properties): Properties {
  const keys = new Map([...idsByKey(state)].map(([key, id]) => [id, key]));
  return Object.fromEntries(found.map((each) => [keys.get(each.id) ?? each.name, environmentInput(each)]));
}

/** The inputs with each environment's id. */
function outputsOf(inputs: Properties, found: readonly ApiEnvironment[], state: Properties): Properties {
  const known = idsByKey(state);
  const environments = records(inputs.environments).map(([key, wanted]) => {
    const one =
      found.find(({ name }) => name === wanted.name) ?? found.find(({ id }) => id === known.get(key));
    return [key, withoutAbsent({ ...wanted, id: one?.id })];
  });
  return { ...inputs, environments: Object.fromEntries(environments) };
}

function idsByKey(state: Properties): Map<string, string> {
  return new Map(records(state.environments).map(([key, { id }]) => [key, String(id)]));
}

function canonical(inputs: Properties): Properties {
  const { environments } = inputs;
  if (!isRecord(environments)) return inputs;
  const meant = Object.entries(environments).map(([key, each]) => [
    key,
    isRecord(each) ? meaning(each) : each,
  ]);
  return { ...inputs, environments: Object.fromEntries(meant) };
}

function meaning(each: Properties): Record<string, unknown> {
  const list = Array.isArray(each.ipAllowLists) ? each.ipAllowLists : undefined;
  const everybody = !list || list.length === 0 || (list.length === 1 && list[0]?.cidrBlock === "0.0.0.0/0");
  return withoutAbsent({
    name: each.name,
    protectedStatus: each.protectedStatus,
    networkIsolated: each.networkIsolated || undefined,
    ipAllowLists: everybody ? undefined : cidrBody(list),
  });
}

function distinctNames(inputs: Properties): Problem[] {
  const seen = new Map<unknown, string>();
  return records(inputs.environments).flatMap(([key, { name }]) => {
    const other = seen.get(name);
    seen.set(name, key);
    if (other === undefined) return [];
    return [
      {
        property: `environments.${key}.name`,
        reason: `\`environments.${other}\` has this name too: names differ.`,
      },
    ];
  });
}
