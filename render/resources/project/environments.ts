import { isDeepStrictEqual } from "node:util";
import { unlessGone } from "../../../render-api";
import { createOnce } from "../../create-once";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import type { Context, Old } from "../../resource-kind";
import { EVERYBODY } from "../service/request";
import { records } from "../variables";
import {
  type ApiEnvironment,
  environmentBody,
  environmentInput,
  idsByKey,
  importedKeys,
  meaning,
} from "./answer";

/**
 * Brings a project's environments to what is wanted, by the ids of the state where it knows them. What a person has
 * added or set beside what the program names is left alone.
 */
export async function changeEnvironments(context: Context, projectId: string, old: Old, inputs: Properties) {
  const { client, signal } = context;
  const now = await environmentsOf(context, projectId);
  const known = new Map([...idsByKey(old.state), ...madeUnknown(context)]);
  const before = new Map(records(old.inputs.environments));
  const wantedKeys = new Set(records(inputs.environments).map(([key]) => key));
  // A creation whose environments could not be read left their names alone in the state; a project has each name once.
  function madeUnread(key: string): ApiEnvironment | undefined {
    const named = known.has(key) ? undefined : before.get(key);
    return named && now.find(({ name }) => name === named.name);
  }

  for (const [key, wanted] of records(inputs.environments)) {
    const current = now.find(({ id }) => id === known.get(key)) ?? madeUnread(key);
    if (!current) {
      await createEnvironment(context, projectId, key, wanted);
      continue;
    }
    const unsure = old.touched?.some(([root, one]) => root === "environments" && one === key);
    const had = unsure ? undefined : before.get(key);
    const body = changedFields(had ?? environmentInput(current), wanted);
    if (Object.keys(body).length === 0) continue;
    await client.request("PATCH", `/environments/${current.id}`, { body, signal, repeatable: true });
  }
  const imported = new Set(importedKeys(old.state));
  for (const [key, id] of known)
    if (!wantedKeys.has(key) && !imported.has(key))
      await unlessGone(client.request("DELETE", `/environments/${id}`, { signal }));
}

/** Environments that an interrupted update has made, and the state never knew. */
function madeUnknown({ notes }: Context): [string, string][] {
  return notes.parts().flatMap((part): [string, string][] => {
    const [, key] = /^environment (.*)$/s.exec(part) ?? [];
    const id = key === undefined ? undefined : notes.creation(part)?.id;
    return key === undefined || id === undefined ? [] : [[key, id]];
  });
}

async function createEnvironment(
  context: Context,
  projectId: string,
  key: string,
  wanted: Properties,
): Promise<void> {
  const { client } = context;
  const { answer, found } = await createOnce<ApiEnvironment>({
    context,
    part: `environment ${key}`,
    path: "/environments",
    body: { ...environmentBody(wanted), projectId },
    noun: "environment",
    name: String(wanted.name),
    namesakes: async (name, signal) =>
      (await environmentsOf({ ...context, signal }, projectId)).filter((one) => one.name === name),
    adopt: (id, signal) => client.get<ApiEnvironment>(`/environments/${id}`, { signal }),
    idOf: ({ id }) => id,
  });
  const body = found ? changedFields(environmentInput(answer), wanted) : {};
  if (Object.keys(body).length === 0) return;
  const { signal } = context;
  await client.request("PATCH", `/environments/${answer.id}`, { body, signal, repeatable: true });
}

/** The body of PATCH /environments/{id}: what differs or is unsure; what is removed gets Render's default. */
export function changedFields(
  old: Properties,
  wanted: Properties,
  unsure: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const before = meaning(old);
  const after = meaning(wanted);
  const body = { networkIsolationEnabled: false, ipAllowList: EVERYBODY, ...environmentBody(wanted) };
  const fields = [
    ["name", "name"],
    ["protectedStatus", "protectedStatus"],
    ["networkIsolated", "networkIsolationEnabled"],
    ["ipAllowLists", "ipAllowList"],
  ] as const;
  const due = fields.filter(
    ([input]) => unsure.has(input) || !isDeepStrictEqual(before[input], after[input]),
  );
  return Object.fromEntries(due.map(([, field]) => [field, body[field as keyof typeof body]]));
}

export function environmentsOf(
  { client, signal, ownerId }: Context,
  projectId: string,
): Promise<ApiEnvironment[]> {
  const query = withoutAbsent({ projectId, ownerId: ownerId || undefined }) as Record<string, string>;
  return client.list<ApiEnvironment>("/environments", "environment", { query, signal });
}
