import { isDeepStrictEqual } from "node:util";
import { hasId, unlessGone } from "../../../render-api";
import { createOnce } from "../../create-once";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import type { Context } from "../../resource-kind";
import { records } from "../variables";
import { EVERYBODY } from "../web-service/request";
import { type ApiEnvironment, environmentBody, environmentInput, idsByKey, meaning } from "./answer";

/**
 * Brings a project's environments to what is wanted, by the ids of the state where it knows them. What a person has
 * added or set beside what the program names is left alone.
 */
export async function changeEnvironments(
  context: Context,
  projectId: string,
  old: { readonly inputs: Properties; readonly state: Properties },
  inputs: Properties,
) {
  const { client, signal } = context;
  const now = await environmentsOf(context, projectId);
  const known = idsByKey(old.state);
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
      await createEnvironment(context, projectId, wanted);
      continue;
    }
    const body = changedFields(before.get(key) ?? environmentInput(current), wanted);
    if (Object.keys(body).length === 0) continue;
    await client.request("PATCH", `/environments/${current.id}`, { body, signal, repeatable: true });
  }
  for (const [key, id] of known)
    if (!wantedKeys.has(key)) await unlessGone(client.request("DELETE", `/environments/${id}`, { signal }));
}

async function createEnvironment(context: Context, projectId: string, wanted: Properties): Promise<void> {
  const { client, signal } = context;
  await createOnce<ApiEnvironment>({
    client,
    signal,
    path: "/environments",
    body: { ...environmentBody(wanted), projectId },
    subject: `environment \`${String(wanted.name)}\``,
    log: (message) => context.log(message, "warning"),
    namesakes: async (signal) =>
      (await environmentsOf({ ...context, signal }, projectId)).filter(({ name }) => name === wanted.name),
    adopt: (id, signal) => client.get<ApiEnvironment>(`/environments/${id}`, { signal, expects: "thing" }),
    isAnswer: hasId,
  });
}

/** The body of PATCH /environments/{id}: what differs; what is removed gets Render's default. */
function changedFields(old: Properties, wanted: Properties): Record<string, unknown> {
  const before = meaning(old);
  const after = meaning(wanted);
  const body = { networkIsolationEnabled: false, ipAllowList: EVERYBODY, ...environmentBody(wanted) };
  const fields = [
    ["name", "name"],
    ["protectedStatus", "protectedStatus"],
    ["networkIsolated", "networkIsolationEnabled"],
    ["ipAllowLists", "ipAllowList"],
  ] as const;
  const due = fields.filter(([input]) => !isDeepStrictEqual(before[input], after[input]));
  return Object.fromEntries(due.map(([, field]) => [field, body[field as keyof typeof body]]));
}

export function environmentsOf(
  { client, signal, ownerId }: Context,
  projectId: string,
): Promise<ApiEnvironment[]> {
  const query = withoutAbsent({ projectId, ownerId: ownerId || undefined }) as Record<string, string>;
  return client.list<ApiEnvironment>("/environments", "environment", { query, signal });
}
