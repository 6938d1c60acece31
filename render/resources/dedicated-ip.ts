import { unlessGone, wait } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce } from "../create-once";
import { inWordsOf } from "../difference";
import { filledText, listOf, required, text } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";

interface ApiDedicatedIp extends Properties {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly status: string;
}

/** How often new addresses are looked at before they are given up. */
const ATTEMPTS = 900;
const OUTPUTS = {
  ips: listOf(text()),
  ...{ status: text(), ownerId: text(), createdAt: text(), updatedAt: text() },
};
const REPORTED = Object.keys(OUTPUTS);
const isThere = ({ status }: ApiDedicatedIp): boolean => !["DELETING", "DELETED"].includes(status);

/** `render:index/dedicatedIp:DedicatedIp`: addresses from which services of a region reach others. */
export const dedicatedIp: ResourceKind = {
  token: "render:index/dedicatedIp:DedicatedIp",
  // Names: Render's Terraform provider, docs/resources/dedicated_ip.md (read 2026-11-30).
  fields: {
    name: required(filledText),
    region: required(filledText),
    description: text(),
    environmentIds: listOf(filledText),
  },
  secrets: [],
  // PATCH does not take it.
  replacedBy: ["region"],
  computed: Object.fromEntries(REPORTED.map((name) => [name, () => name !== "updatedAt"])),
  outputs: OUTPUTS,
  canonical,

  async create(context, inputs) {
    const { client, ownerId } = context;
    const { answer: made, found } = await createOnce<ApiDedicatedIp>({
      context,
      path: "/dedicated-ips",
      body: { ...bodyOf(inputs), region: inputs.region, ownerId },
      noun: "dedicated IP",
      name: String(inputs.name),
      namesakes: async (name, signal) => {
        // Neither wrapped nor in pages.
        const query = { ownerId };
        const all = await client.get<readonly ApiDedicatedIp[]>("/dedicated-ips", { query, signal });
        return all.filter((one) => one.name === name && isThere(one));
      },
      adopt: (id) => at(context, id),
      idOf: ({ id }) => id,
    });
    return afterCreation(made.id, { ...inputs, ...reportedBy(made) }, async (reached) => {
      if (found) await patch(context, made.id, inputs);
      reached(reportedBy(await running(context, made.id)));
    });
  },

  async read(context, id, inputs) {
    const answer = await unlessGone(at(context, id));
    if (answer === undefined || !isThere(answer)) return undefined;
    const { name, region, description, environmentIds } = answer;
    const found = inWordsOf(inputs, canonical({ name, region, description, environmentIds }), canonical);
    return { inputs: found, outputs: { ...found, ...reportedBy(answer) } };
  },

  async update(context, id, _, inputs) {
    await patch(context, id, inputs);
    return { ...inputs, ...reportedBy(await running(context, id)) };
  },

  async delete({ client, signal }, id) {
    await unlessGone(client.request("DELETE", `/dedicated-ips/${id}`, { signal }));
  },
};

const at = ({ client, signal }: Context, id: string): Promise<ApiDedicatedIp> =>
  client.get<ApiDedicatedIp>(`/dedicated-ips/${id}`, { signal });

const bodyOf = ({ name, description = "", environmentIds = [] }: Properties): Properties => ({
  ...{ name, description, environmentIds },
});

async function patch({ client, signal }: Context, id: string, inputs: Properties): Promise<void> {
  const body = bodyOf(inputs);
  await client.request("PATCH", `/dedicated-ips/${id}`, { body, signal, repeatable: true });
}

const reportedBy = (answer: ApiDedicatedIp): Properties =>
  withoutAbsent(Object.fromEntries(REPORTED.map((name) => [name, answer[name]])));

/** Addresses are there once it runs: in 30 to 90 seconds as a rule. */
async function running(context: Context, id: string): Promise<ApiDedicatedIp> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await at(context, id);
    if (answer.status === "RUNNING") return answer;
    if (answer.status === "FAILED" || !isThere(answer))
      throw new Error(`The dedicated IP ${id} is ${answer.status}, and gets no address.`);
    context.log(`The dedicated IP is ${answer.status}.`, "info", true);
    await wait(context.client.retry.readyPause, context.signal);
  }
  throw new Error(`The dedicated IP ${id} has no address after 15 minutes.`);
}

/** A set of environments; none of them means all services of the region. */
function canonical({ description, environmentIds: ids, ...inputs }: Properties): Properties {
  return withoutAbsent({
    ...inputs,
    description: description || undefined,
    environmentIds: Array.isArray(ids) ? (ids.length > 0 ? ids.toSorted() : undefined) : ids,
  });
}
