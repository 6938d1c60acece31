import type { Datastore } from "../datastores";
import { timestamp } from "../identifiers";
import type { EnvGroup, Environment, Service, Store } from "../store";
import type { ApiContext } from "./context";
import { notFound, refused } from "./failure";

const linkedGroups = (store: Store, service: Service): EnvGroup[] =>
  [...store.groups.values()].filter((group) => group.serviceIds.has(service.id));

/** A group of one environment serves that environment's services only. @throws ApiFailure 400 */
export function mayBeLinked(group: EnvGroup, service: Service): void {
  if (group.environmentId === undefined || group.environmentId === service.environmentId) return;
  throw refused(`${group.id} belongs to environment ${group.environmentId}, ${service.id} does not`);
}

/** Recorded. @throws ApiFailure 400 where a linked group would be left behind */
function mayMove(store: Store, service: Service, to: string | undefined): void {
  if (service.environmentId === to) return;
  const left = linkedGroups(store, service).some(({ environmentId }) => environmentId !== undefined);
  if (left) throw refused("cannot move service out of environment with linked env groups");
}

/** @throws ApiFailure 404 for what is no service, env group or datastore */
function memberOf(store: Store, id: string): Service | EnvGroup | Datastore {
  const member = store.withLog(id) ?? store.groups.get(id);
  if (member === undefined) throw notFound(id);
  return member;
}

/** Moves services, env groups and datastores into an environment or out of it: all of them or none. */
export function move({ store }: ApiContext, ids: readonly string[], to: string | undefined): void {
  const members = ids.map((id) => memberOf(store, id));
  for (const member of members) if ("slug" in member) mayMove(store, member, to);
  for (const member of members) {
    member.environmentId = to;
    member.updatedAt = timestamp();
  }
}

/** Takes members out of one environment. @throws ApiFailure 400 for none, 404 for one that is not in it */
export function takeOut(context: ApiContext, environment: Environment, ids: readonly string[]): void {
  if (ids.length === 0) throw refused("resourceIds: required");
  const stray = ids.find((id) => memberOf(context.store, id).environmentId !== environment.id);
  if (stray !== undefined) throw notFound(stray);
  move(context, ids, undefined);
}
