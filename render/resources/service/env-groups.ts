import { unlessGone } from "../../../render-api";
import type { Properties } from "../../plugin/property-values";
import type { Context } from "../../resource-kind";
import { ownEntries } from "../../touched";
import { link, unlink } from "../env-group-link";
import type { Change } from "./change";

/** The env groups that a program names for a service. */
export const groupsOf = ({ envGroupIds }: Properties): readonly string[] =>
  Array.isArray(envGroupIds) ? envGroupIds.map(String) : [];

/** Those of the named groups that are linked to the service. Others' links are not this resource's. */
export async function linkedGroups(
  { client, signal }: Context,
  id: string,
  inputs: Properties,
): Promise<string[]> {
  const linked = groupsOf(inputs).map(async (group) => {
    const found = await unlessGone(
      client.get<{ serviceLinks?: readonly { id: string }[] | null }>(`/env-groups/${group}`, { signal }),
    );
    return (found?.serviceLinks ?? []).some((service) => service.id === id) ? [group] : [];
  });
  return (await Promise.all(linked)).flat();
}

/** Links what is wanted, and unlinks what the program alone has linked. */
export async function changeGroups(
  context: Context,
  { id, writtenBefore, touched, wanted }: Change,
): Promise<void> {
  const groups = groupsOf(wanted);
  for (const group of groups) await link(context, group, id);
  for (const group of ownEntries("envGroupIds", [writtenBefore], touched))
    if (!groups.includes(group)) await unlink(context, group, id);
}
