import type { ResourceValidationArgs } from "@pulumi/policy";

/** What an adapter needs of a resource: a policy's arguments have it, and so has a test. */
export type ReadResource = Pick<ResourceValidationArgs, "type" | "urn" | "props"> & {
  readonly opts: { readonly parent?: string };
};
