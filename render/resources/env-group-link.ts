import { isGone, unlessGone } from "../../render-api";
import { filledText, listOf, required } from "../fields";
import type { Properties } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";
import { ownEntries } from "../touched";

interface ApiLinks {
  readonly serviceLinks: readonly { readonly id: string }[] | null;
}

/**
 * `render:index/envGroupLink:EnvGroupLink`: gives services the variables of an env group. Its id is the
 * group's. It answers for the services it names; other links of the group are not its own.
 */
export const envGroupLink: ResourceKind = {
  token: "render:index/envGroupLink:EnvGroupLink",
  foundBy: { envGroupId: required(filledText) },
  fields: { envGroupId: required(filledText), serviceIds: required(listOf(filledText)) },
  secrets: [],
  replacedBy: ["envGroupId"],
  computed: {},
  outputs: {},
  canonical: (inputs) => ({ ...inputs, serviceIds: sorted(inputs.serviceIds) }),

  async create(context, inputs) {
    const id = String(inputs.envGroupId);
    for (const serviceId of serviceIds(inputs)) await link(context, id, serviceId);
    return { id, outputs: inputs };
  },

  async read({ client, signal }, id, inputs) {
    try {
      const group = await client.get<ApiLinks>(`/env-groups/${id}`, { signal });
      const linked = (group.serviceLinks ?? []).map((service) => service.id);
      const own = serviceIds(inputs);
      const found = own.length > 0 ? own.filter((service) => linked.includes(service)) : linked;
      if (found.length === 0) return undefined;
      const read = { envGroupId: id, serviceIds: found };
      return { inputs: read, outputs: read };
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  },

  async update(context, id, old, inputs) {
    const wanted = serviceIds(inputs);
    const unsure = new Set(old.touched?.map(([, service]) => service));
    for (const service of wanted) {
      const linked = serviceIds(old.inputs).includes(service) && !unsure.has(service);
      if (!linked) await link(context, id, service);
    }
    for (const service of ownEntries("serviceIds", [old.inputs], old.touched)) {
      if (!wanted.includes(service)) await unlink(context, id, service);
    }
    return inputs;
  },

  async delete(context, id, state) {
    for (const service of serviceIds(state)) await unlink(context, id, service);
  },
};

/** Linking twice is the same as linking once: safe to repeat. */
export async function link({ client, signal }: Context, id: string, service: string): Promise<void> {
  await client.request("POST", `/env-groups/${id}/services/${service}`, { signal, repeatable: true });
}

export async function unlink({ client, signal }: Context, id: string, service: string): Promise<void> {
  await unlessGone(client.request("DELETE", `/env-groups/${id}/services/${service}`, { signal }));
}

function serviceIds(bag: Properties): string[] {
  return Array.isArray(bag.serviceIds) ? bag.serviceIds.map(String) : [];
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.toSorted() : list;
}
