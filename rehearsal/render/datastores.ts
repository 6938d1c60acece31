/** Who may reach a datastore from outside, in Render's words. */
interface Address {
  readonly cidrBlock: string;
  readonly description: string;
}

/** What every datastore of a workspace has. */
export interface Datastore {
  readonly id: string;
  readonly ownerId: string;
  readonly createdAt: string;
  readonly region: string;
  name: string;
  updatedAt: string;
  plan: string;
  status: "creating" | "available" | "unavailable";
  /** Where its server answers on this machine, `127.0.0.1:PORT`; undefined until one does. */
  address?: string;
  environmentId?: string | undefined;
  ipAllowList: Address[];
  logStream?: { setting: string; endpoint?: string | undefined };
}

/** A PostgreSQL database; a server of its own runs for it on this machine. */
export interface Database extends Datastore {
  readonly version: string;
  readonly databaseName: string;
  readonly databaseUser: string;
  readonly password: string;
  highAvailabilityEnabled: boolean;
  diskSizeGB: number;
  diskAutoscalingEnabled: boolean;
  parameterOverrides?: Readonly<Record<string, string>> | undefined;
  readReplicas: {
    readonly id: string;
    readonly name: string;
    readonly parameterOverrides?: Readonly<Record<string, string>> | undefined;
  }[];
}

/** A Key Value instance; a Valkey or Redis runs for it where this machine has one, else there are the books alone. */
export interface KeyValue extends Datastore {
  maxmemoryPolicy: string;
  persistenceMode: string;
}

export interface RegistryCredential {
  readonly id: string;
  name: string;
  registry: string;
  username: string;
  updatedAt: string;
}

/** The host names of a database, inside Render's network and outside. */
export const hostsOf = ({ id, region }: Pick<Datastore, "id" | "region">) => ({
  inside: `${id}-a`,
  outside: `${id}-a.${region}-postgres.render.com`,
});
