import { unlessGone } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce } from "../create-once";
import { inWordsOf } from "../difference";
import { filledText, type Problem, required, text } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";
import { ownEntries } from "../touched";
import { moveTo } from "./environment-membership";
import {
  type ApiSecretFile,
  type ApiVariable,
  canonicalVariables,
  existingValues,
  keepGenerated,
  plannedVariables,
  records,
  secretFileInputs,
  secretFilesBody,
  secretFilesField,
  VARIABLE_SECRETS,
  variableInputs,
  variableOutputs,
  variablesBody,
  variablesField,
  variablesOutput,
} from "./variables";

interface ApiEnvGroup {
  readonly id: string;
  readonly name: string;
  readonly environmentId?: string | null;
  readonly envVars: readonly ApiVariable[] | null;
  readonly secretFiles: readonly ApiSecretFile[] | null;
}

/** `render:index/envGroup:EnvGroup`: variables and files that several services share. */
export const envGroup: ResourceKind = {
  token: "render:index/envGroup:EnvGroup",
  fields: {
    name: required(filledText),
    environmentId: text(),
    envVars: variablesField,
    secretFiles: secretFilesField,
  },
  secrets: VARIABLE_SECRETS,
  replacedBy: [],
  computed: {},
  outputs: { envVars: variablesOutput },
  check: atLeastOneVariable,
  canonical,
  planned: (inputs, old) => ({ envVars: plannedVariables(inputs.envVars, old) }),

  async create(context, inputs) {
    const { client, ownerId } = context;
    const { answer: group, found } = await createOnce<ApiEnvGroup>({
      context,
      path: "/env-groups",
      body: withoutAbsent({
        name: inputs.name,
        ownerId,
        environmentId: inputs.environmentId,
        envVars: variablesBody(inputs.envVars, new Map()),
        secretFiles: secretFilesBody(inputs.secretFiles),
      }),
      noun: "env group",
      name: String(inputs.name),
      namesakes: async (name, signal) => {
        const query = { name, ownerId };
        const found = await client.list<ApiEnvGroup>("/env-groups", "envGroup", { query, signal });
        return found.filter((one) => one.name === name);
      },
      adopt: (id, signal) => client.get<ApiEnvGroup>(`/env-groups/${id}`, { signal }),
      idOf: ({ id }) => id,
    });
    return afterCreation(group.id, outputsOf(group, inputs), async (reached) => {
      if (!found) return;
      // What an interrupted update has put into its own group is the program's to take out again.
      const old = { inputs: inputsOf(group, inputs), state: {} };
      reached(await envGroup.update(context, group.id, old, inputs));
    });
  },

  async read(context, id, inputs) {
    const { client, signal } = context;
    const group = await unlessGone(client.get<ApiEnvGroup>(`/env-groups/${id}`, { signal }));
    if (!group) return undefined;
    const found = inWordsOf(inputs, inputsOf(group, inputs), canonical);
    return { inputs: found, outputs: outputsOf(group, found) };
  },

  async update(context, id, old, inputs) {
    const { client, signal } = context;
    const now = await client.get<ApiEnvGroup>(`/env-groups/${id}`, { signal });
    if (now.name !== inputs.name) {
      const body = { name: inputs.name };
      await client.request("PATCH", `/env-groups/${id}`, { body, signal, repeatable: true });
    }
    const kept = keepGenerated(now.envVars ?? [], old.inputs.envVars);
    const variables = variablesBody(inputs.envVars, kept) as ({ key: string } & Properties)[];
    const have = existingValues(now.envVars ?? []);
    const own = (root: string) => ownEntries(root, [old.inputs, inputs], old.touched);
    await changeEach(
      context,
      `/env-groups/${id}/env-vars`,
      { have, own: own("envVars") },
      variables,
      ({ key, ...body }) => [key, body],
    );
    const files = secretFilesBody(inputs.secretFiles) as { name: string; content: string }[];
    const haveFiles = new Map((now.secretFiles ?? []).map(({ name, content }) => [name, content]));
    await changeEach(
      context,
      `/env-groups/${id}/secret-files`,
      { have: haveFiles, own: own("secretFiles") },
      files,
      ({ name, content }) => [name, { content }],
    );
    await moveTo(context, id, now.environmentId ?? undefined, inputs.environmentId);
    return outputsOf(await client.get<ApiEnvGroup>(`/env-groups/${id}`, { signal }), inputs);
  },

  async delete({ client, signal }, id) {
    await unlessGone(client.request("DELETE", `/env-groups/${id}`, { signal }));
  },
};

/** PUTs what is new or different, and DELETEs what is the program's own and no longer wanted. */
async function changeEach<Item>(
  { client, signal }: Context,
  path: string,
  { have, own }: { readonly have: ReadonlyMap<string, string>; readonly own: ReadonlySet<string> },
  wanted: readonly Item[],
  entry: (item: Item) => [string, Properties],
): Promise<void> {
  const entries = wanted.map(entry);
  for (const [key, body] of entries) {
    const same = have.has(key) && have.get(key) === (body.value ?? body.content);
    if (!same) await client.request("PUT", `${path}/${encodeURIComponent(key)}`, { body, signal });
  }
  const names = new Set(entries.map(([key]) => key));
  for (const key of have.keys()) {
    if (names.has(key) || !own.has(key)) continue;
    await unlessGone(client.request("DELETE", `${path}/${encodeURIComponent(key)}`, { signal }));
  }
}

function inputsOf(group: ApiEnvGroup, written: Properties): Properties {
  return withoutAbsent({
    name: group.name,
    environmentId: group.environmentId || undefined,
    envVars: variableInputs(group.envVars ?? [], written.envVars),
    secretFiles: secretFileInputs(group.secretFiles ?? []),
  });
}

function outputsOf(group: ApiEnvGroup, inputs: Properties): Properties {
  return withoutAbsent({ ...inputs, envVars: variableOutputs(group.envVars ?? [], inputs.envVars) });
}

function canonical(inputs: Properties): Properties {
  const noFiles = records(inputs.secretFiles).length === 0;
  return withoutAbsent({
    ...inputs,
    environmentId: inputs.environmentId || undefined,
    envVars: canonicalVariables(inputs.envVars),
    secretFiles: noFiles && typeof inputs.secretFiles !== "string" ? undefined : inputs.secretFiles,
  });
}

/** Render refuses an empty group. */
function atLeastOneVariable(inputs: Properties): Problem[] {
  const given = [inputs.envVars, inputs.secretFiles];
  if (given.some((bag) => typeof bag === "string" || records(bag).length > 0)) return [];
  const unknownInside = given.some((bag) => bag !== undefined && Object.keys(bag as object).length > 0);
  if (unknownInside) return [];
  return [
    { property: "envVars", reason: "Render refuses an env group without variables and files: give one." },
  ];
}
