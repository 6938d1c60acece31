import type { Database, KeyValue } from "../datastores";
import type { RenderOptions } from "../options";
import type { DatastoreServers } from "../runtime/datastore-servers";
import type { Deployments } from "../runtime/deployments";
import type { Deploy, Service, Store } from "../store";
import { notFound } from "./failure";

/** The workspace that everything here belongs to, in the API's shape. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly type: "team";
}

/** What every route works on. */
export interface ApiContext {
  readonly store: Store;
  readonly deployments: Deployments;
  readonly databases: DatastoreServers<Database>;
  readonly keyValues: DatastoreServers<KeyValue>;
  readonly options: RenderOptions;
  readonly owner: Owner;
}

/** @throws ApiFailure 404 */
export function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const item = map.get(id);
  if (item === undefined) throw notFound(id);
  return item;
}

/** @throws ApiFailure 404 */
export const serviceOf = (context: ApiContext, id: string): Service => found(context.store.services, id);

/** @throws ApiFailure 404 */
export function deployOf(service: Service, id: string): Deploy {
  const deploy = service.deploys.find((each) => each.id === id);
  if (deploy === undefined) throw notFound(id);
  return deploy;
}

/** Lists answer newest first, as recorded. */
export const newestFirst = <T extends { readonly createdAt: string }>(items: Iterable<T>): T[] =>
  [...items].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
