import { isDeepStrictEqual } from "node:util";
import { unlessGone } from "../../../render-api";
import { createOnce } from "../../create-once";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import type { Context } from "../../resource-kind";
import { records } from "../variables";
import { EVERYBODY } from "../web-service/request";
import { type ApiEnvironment, environmentBody, environmentInput, idsByKey, meaning } from "./answer";

/** Brings a project's environments to what is wanted, by the ids of the state where it knows them. */
export async function changeEnvironments(
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
        log: (message) => context.log(message, "warning"),
        namesakes: async () =>
          (await environmentsOf(context, projectId)).filter(({ name }) => name === wanted.name),
        adopt: (id) => client.get<ApiEnvironment>(`/environments/${id}`, { signal }),
      });
      continue;
    }
    kept.add(current.id);
    if (isDeepStrictEqual(meaning(environmentInput(current)), meaning(wanted))) continue;
    const body = { networkIsolationEnabled: false, ipAllowList: EVERYBODY, ...environmentBody(wanted) };
    await client.request("PATCH", `/environments/${current.id}`, { body, signal, repeatable: true });
  }
  for (const { id } of now)
    if (!kept.has(id)) await unlessGone(client.request("DELETE", `/environments/${id}`, { signal }));
}

export function environmentsOf(
  { client, signal, ownerId }: Context,
  projectId: string,
): Promise<ApiEnvironment[]> {
  const query = withoutAbsent({ projectId, ownerId: ownerId || undefined }) as Record<string, string>;
  return client.list<ApiEnvironment>("/environments", "environment", { query, signal });
}
