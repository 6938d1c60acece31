import * as pulumi from "@pulumi/pulumi";
import type { KeyvalueArgs, KeyvalueConnection } from "./keyvalue";

/** Inputs of a Redis instance, by the names of the bridged official provider. */
export type RedisArgs = KeyvalueArgs;

/** How clients connect; all of it is secret. */
export interface RedisConnection extends Omit<KeyvalueConnection, "cliCommand"> {
  readonly redisCliCommand: string;
}

/**
 * A Key Value instance by its older name.
 *
 * @deprecated Render's name is Key Value: `Keyvalue` is the same, and takes over what is there by its id.
 */
export class Redis extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly connectionInfo: pulumi.Output<RedisConnection>;

  constructor(name: string, args: RedisArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/redis:Redis", name, { ...args, connectionInfo: undefined }, options);
  }

  /** One that exists already, by its id. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): Redis {
    return new Redis(name, {} as RedisArgs, { ...options, id });
  }
}
