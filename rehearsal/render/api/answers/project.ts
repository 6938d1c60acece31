import type { Environment, Project, Store } from "../../store";
import type { Owner } from "../context";

/** Recorded: a list of an environment that has no such things is null, not empty. */
const orNull = (ids: readonly string[]): readonly string[] | null => (ids.length === 0 ? null : ids);

const idsIn = (items: Iterable<{ id: string; environmentId?: string | undefined }>, environmentId: string) =>
  [...items].filter((item) => item.environmentId === environmentId).map(({ id }) => id);

export const environmentsOf = (store: Store, projectId: string): Environment[] =>
  [...store.environments.values()].filter((environment) => environment.projectId === projectId);

/** Whether it holds nothing: no service, env group or datastore. */
export function isEmpty(store: Store, { id }: Environment): boolean {
  const { services, groups, databases, keyValues } = store;
  return [services, groups, databases, keyValues].every((all) => idsIn(all.values(), id).length === 0);
}

export function environmentAnswer(store: Store, environment: Environment): unknown {
  const { id, name, projectId, protectedStatus, networkIsolationEnabled, ipAllowList } = environment;
  return {
    id,
    name,
    projectId,
    databasesIds: orNull(idsIn(store.databases.values(), id)),
    redisIds: orNull(idsIn(store.keyValues.values(), id)),
    serviceIds: orNull(idsIn(store.services.values(), id)),
    envGroupIds: orNull(idsIn(store.groups.values(), id)),
    protectedStatus,
    networkIsolationEnabled,
    ipAllowList,
  };
}

export function projectAnswer(store: Store, project: Project, owner: Owner): unknown {
  const { id, name, createdAt, updatedAt } = project;
  const environmentIds = environmentsOf(store, id).map((environment) => environment.id);
  return { id, name, owner, environmentIds, createdAt, updatedAt };
}
