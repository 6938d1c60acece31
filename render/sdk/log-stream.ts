import * as pulumi from "@pulumi/pulumi";

/** Inputs of a workspace's log stream, by the names of the bridged official provider. */
export interface LogStreamArgs {
  /** Whether the logs of previews are sent too: `send` or `drop`. */
  readonly preview: pulumi.Input<string>;
  /** Such as `logs.example.com:6514`. */
  readonly endpoint?: pulumi.Input<string>;
  /** Secret. Render never shows it: one that was set elsewhere is kept where the program names none. */
  readonly token?: pulumi.Input<string>;
}

/** Where a workspace sends the logs of what has no stream of its own. There is one for each workspace. */
export class LogStream extends pulumi.CustomResource {
  constructor(name: string, args: LogStreamArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/logStream:LogStream", name, { ...args }, options);
  }
}
