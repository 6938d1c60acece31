import * as pulumi from "@pulumi/pulumi";

/**
 * The URN of a resource that is about to be registered. `createUrn` alone depends on the parent, and so on each of its
 * children: a child could not be registered after another.
 */
export function resourceUrn(
  name: string,
  type: string,
  parent: pulumi.Resource | undefined,
): pulumi.Output<string> {
  const urn = pulumi.createUrn(name, type, parent);
  return pulumi.output(new Promise<string>((resolve) => void urn.apply(resolve)));
}
