import type * as pulumi from "@pulumi/pulumi";
import type { IpAllowListArgs } from "./variables";

type Text = pulumi.Input<string>;

/** Inputs of every datastore. */
export interface DatastoreArgs {
  readonly name: Text;
  readonly plan: Text;
  /** A change of region replaces the datastore, with its data. */
  readonly region: Text;
  readonly environmentId?: Text;
  /** Who may connect from outside; an empty list lets no one in. Left out, it stays as it is. */
  readonly ipAllowLists?: pulumi.Input<pulumi.Input<IpAllowListArgs>[]>;
  readonly logStreamOverride?: pulumi.Input<{
    readonly setting: Text;
    readonly endpoint?: Text;
    readonly token?: Text;
  }>;
}
