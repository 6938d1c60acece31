import * as pulumi from "@pulumi/pulumi";
import type { DatastoreArgs } from "./datastore-args";

/** A copy that is only read from, by its name; its parameters are its own. */
export interface ReadReplicaArgs {
  readonly name: pulumi.Input<string>;
  readonly parameterOverrides?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
}

/** Inputs of a Postgres database, by the names of the bridged official provider. */
export interface PostgresArgs extends DatastoreArgs {
  /** The major version, such as `17`. A change replaces the database, with its data. */
  readonly version: pulumi.Input<string>;
  /** A change replaces the database, with its data. @default one that Render makes */
  readonly databaseName?: pulumi.Input<string>;
  /** A change replaces the database, with its data. @default one that Render makes */
  readonly databaseUser?: pulumi.Input<string>;
  readonly datadogApiKey?: pulumi.Input<string>;
  readonly diskSizeGb?: pulumi.Input<number>;
  /** @default false */
  readonly highAvailabilityEnabled?: pulumi.Input<boolean>;
  /** PostgreSQL's own parameters by name, such as `max_connections`, each value a text. */
  readonly parameterOverrides?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  readonly readReplicas?: pulumi.Input<pulumi.Input<ReadReplicaArgs>[]>;
}

/** How clients connect; all of it is secret. */
export interface PostgresConnection {
  readonly internalConnectionString: string;
  readonly externalConnectionString: string;
  readonly password: string;
  readonly psqlCommand: string;
}

const outputsOf = (args: PostgresArgs) => ({
  readReplicas: undefined,
  ...args,
  ...{ connectionInfo: undefined, role: undefined, primaryPostgresId: undefined },
});

/** A PostgreSQL database that Render runs. */
export class Postgres extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly connectionInfo: pulumi.Output<PostgresConnection>;
  /** `primary` or `replica`. */
  declare readonly role: pulumi.Output<string>;
  /** Of a replica, the database that it is a copy of. */
  declare readonly primaryPostgresId: pulumi.Output<string | undefined>;
  declare readonly readReplicas: pulumi.Output<
    readonly (ReadReplicaArgs & { readonly id: string })[] | undefined
  >;

  constructor(name: string, args: PostgresArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/postgres:Postgres", name, outputsOf(args), options);
  }

  /** One that exists already, by its id. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): Postgres {
    return new Postgres(name, {} as PostgresArgs, { ...options, id });
  }
}
