import { isRecord } from "../../../render-api";
import { type Properties, UNKNOWN, withoutAbsent } from "../../plugin/property-values";
import { cidrBody } from "../service/request";
import { records } from "../variables";

/** An environment as Render answers it. */
export interface ApiEnvironment {
  readonly id: string;
  readonly name: string;
  readonly projectId?: string;
  readonly protectedStatus?: string;
  readonly networkIsolationEnabled?: boolean;
  readonly ipAllowList?: readonly Properties[] | null;
}

export function environmentBody(wanted: Properties): Record<string, unknown> {
  return withoutAbsent({
    name: wanted.name,
    protectedStatus: wanted.protectedStatus,
    networkIsolationEnabled: wanted.networkIsolated,
    ipAllowList: cidrBody(wanted.ipAllowLists),
  });
}

export function environmentInput(found: ApiEnvironment): Record<string, unknown> {
  return withoutAbsent({
    name: found.name,
    protectedStatus: found.protectedStatus,
    networkIsolated: found.networkIsolationEnabled,
    ipAllowLists: found.ipAllowList,
  });
}

/**
 * By the keys of the state. An environment that it does not know is none of this resource's: another stack has it by a
 * resource of its own, or a person has made it. An import, which knows none, has all of them by their names.
 */
export function environmentInputs(
  found: readonly ApiEnvironment[],
  inputs: Properties,
  state: Properties,
): Properties {
  const keys = new Map([...idsByKey(state)].map(([key, id]) => [id, key]));
  const named = new Map(
    records(inputs.environments)
      .filter(([key]) => !idsByKey(state).has(key))
      .map(([key, { name }]) => [name, key]),
  );
  const imported = inputs.environments === undefined;
  const declared = new Set(records(inputs.environments).map(([key]) => key));
  const left = new Set(importedKeys(state).filter((key) => !declared.has(key)));
  return Object.fromEntries(
    found.flatMap((each) => {
      const key = keys.get(each.id) ?? named.get(each.name) ?? (imported ? each.name : undefined);
      return key === undefined || (left.has(key) && !imported) ? [] : [[key, environmentInput(each)]];
    }),
  );
}

/** Keys of environments that an import has found: until a program has them they are not this resource's to delete. */
export const importedKeys = ({ imported }: Properties): readonly string[] =>
  Array.isArray(imported) ? imported.map(String) : [];

/** The wanted inputs with what an import has found and the program leaves out: that is no deletion. */
export function withImported(old: Properties, wanted: Properties, state: Properties): Properties {
  const declared = new Map(records(wanted.environments));
  const left = new Set(importedKeys(state).filter((key) => !declared.has(key)));
  if (left.size === 0) return wanted;
  const kept = records(old.environments).filter(([key]) => left.has(key));
  return { ...wanted, environments: Object.fromEntries([...kept, ...declared]) };
}

/** The inputs with each environment's id. */
export function outputsOf(
  inputs: Properties,
  found: readonly ApiEnvironment[],
  state: Properties,
): Properties {
  const known = idsByKey(state);
  const environments = records(inputs.environments).map(([key, wanted]) => {
    const one =
      found.find(({ id }) => id === known.get(key)) ?? found.find(({ name }) => name === wanted.name);
    return [key, withoutAbsent({ ...wanted, id: one?.id })];
  });
  return { ...inputs, environments: Object.fromEntries(environments) };
}

/** An environment that exists keeps its id; one to come has none yet. */
export function planned(inputs: Properties, { state }: { readonly state: Properties }): Properties {
  if (!isRecord(inputs.environments)) return {};
  const known = idsByKey(state);
  const environments = Object.entries(inputs.environments).map(([key, each]) => {
    return [key, isRecord(each) ? { ...each, id: known.get(key) ?? UNKNOWN } : each];
  });
  return { environments: Object.fromEntries(environments) };
}

/** The ids that the state knows; of a creation that could not be read it knows none. */
export function idsByKey(state: Properties): Map<string, string> {
  const known = records(state.environments).filter(([, { id }]) => id !== undefined);
  return new Map(known.map(([key, { id }]) => [key, String(id)]));
}

export function canonical(inputs: Properties): Properties {
  const { environments } = inputs;
  if (!isRecord(environments)) return inputs;
  const meant = Object.entries(environments).map(([key, each]) => [
    key,
    isRecord(each) ? meaning(each) : each,
  ]);
  return { ...inputs, environments: Object.fromEntries(meant) };
}

export function meaning(each: Properties): Record<string, unknown> {
  const list = Array.isArray(each.ipAllowLists) ? each.ipAllowLists : undefined;
  // An empty list lets no one in (docs/facts/render.md#r11).
  const everybody = !list || (list.length === 1 && list[0]?.cidrBlock === "0.0.0.0/0");
  return withoutAbsent({
    name: each.name,
    protectedStatus: each.protectedStatus,
    networkIsolated: each.networkIsolated || undefined,
    ipAllowLists: everybody ? undefined : cidrBody(list),
  });
}
