import { type Database, hostsOf, type KeyValue, type RegistryCredential } from "../../datastores";
import type { Store } from "../../store";
import type { Owner } from "../context";

/** An empty list is null in recorded answers. */
const addressesOf = <Entry>(list: readonly Entry[]): readonly Entry[] | null =>
  list.length > 0 ? list : null;

/** What a list shows of a database, and its own address too. */
export function databaseAnswer(store: Store, database: Database, owner: Owner): unknown {
  const { password: _, address: __, ownerId: ___, logStream: ____, environmentId, ...shown } = database;
  const projectId =
    environmentId === undefined ? undefined : store.environments.get(environmentId)?.projectId;
  const project = projectId === undefined ? undefined : store.projects.get(projectId);
  return {
    ...shown,
    ipAllowList: addressesOf(database.ipAllowList),
    owner,
    environmentId,
    project: project && { id: project.id, name: project.name, createdAt: project.createdAt },
    dashboardUrl: `https://dashboard.render.com/d/${database.id}`,
    role: "primary",
    suspended: "not_suspended",
    suspenders: [],
  };
}

/** The strings with which clients connect, in Render's own words: the runtime leads them to this machine. */
export function databaseConnection(database: Database): unknown {
  const { databaseUser: user, databaseName: name, password } = database;
  const { inside, outside } = hostsOf(database);
  const to = (host: string) => `postgresql://${user}:${password}@${host}/${name}`;
  return {
    password,
    internalConnectionString: to(inside),
    externalConnectionString: to(outside),
    psqlCommand: `PGPASSWORD=${password} psql -h ${outside} -U ${user} ${name}`,
  };
}

export function keyValueAnswer(keyValue: KeyValue, owner: Owner): unknown {
  const { maxmemoryPolicy, persistenceMode, ownerId: _, logStream: __, address: ___, ...shown } = keyValue;
  return {
    ...shown,
    ipAllowList: addressesOf(keyValue.ipAllowList),
    owner,
    options: { maxmemoryPolicy, persistenceMode },
    version: "8.1.0",
    dashboardUrl: `https://dashboard.render.com/r/${keyValue.id}`,
  };
}

export function keyValueConnection({ id, region }: KeyValue): unknown {
  const outside = `rediss://${id}:none@${region}-keyvalue.render.com:6379`;
  return {
    internalConnectionString: `redis://${id}:6379`,
    externalConnectionString: outside,
    cliCommand: `redis-cli --tls -u ${outside}`,
  };
}

/** The token is never shown. */
export const credentialAnswer = ({
  id,
  name,
  registry,
  username,
  updatedAt,
}: RegistryCredential): unknown => ({
  id,
  name,
  registry,
  username,
  updatedAt,
});
