import * as pulumi from "@pulumi/pulumi";
import type { DatastoreArgs } from "./datastore-args";

/** Inputs of a Key Value instance, by the names of the bridged official provider. */
export interface KeyvalueArgs extends DatastoreArgs {
  /** What is dropped when the memory is full, such as `allkeys_lru` or `noeviction`. */
  readonly maxMemoryPolicy: pulumi.Input<string>;
  /** How data outlives a restart: `journal_snapshot`, `snapshot` or `off`. Render decides where it is left out. */
  readonly persistenceMode?: pulumi.Input<string>;
}

/** How clients connect; all of it is secret. */
export interface KeyvalueConnection {
  readonly internalConnectionString: string;
  readonly externalConnectionString: string;
  readonly cliCommand: string;
}

/** A Key Value instance, which speaks Redis' protocol. */
export class Keyvalue extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly connectionInfo: pulumi.Output<KeyvalueConnection>;

  constructor(name: string, args: KeyvalueArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/keyvalue:Keyvalue", name, { ...args, connectionInfo: undefined }, options);
  }

  /** One that exists already, by its id. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): Keyvalue {
    return new Keyvalue(name, {} as KeyvalueArgs, { ...options, id });
  }
}
