import * as pulumi from "@pulumi/pulumi";

/** Other stacks that this one reads; each is referred to once. The only way from one stack to another. */
export class OtherStacks {
  private readonly references = new Map<string, pulumi.StackReference>();

  of(name: string): pulumi.StackReference {
    const known = this.references.get(name) ?? new pulumi.StackReference(name);
    this.references.set(name, known);
    return known;
  }

  /** The database endpoints of stacks, by the stacks' names. */
  endpointsOf(stacks: readonly string[]): Readonly<Record<string, pulumi.Output<unknown>>> {
    return Object.fromEntries(stacks.map((name) => [name, endpointOf(name, this.of(name))]));
  }
}

/** A stack's endpoint, or all of them by their names where it has several databases. */
function endpointOf(name: string, stack: pulumi.StackReference): pulumi.Output<unknown> {
  return pulumi.all([stack.getOutput("databases"), stack.getOutput("database")]).apply(([several, one]) => {
    const endpoints = Object.values((several ?? {}) as Readonly<Record<string, unknown>>);
    if (endpoints.length > 1) return several;
    const [only = one] = endpoints;
    if (only !== undefined) return only;
    throw new pulumi.RunError(
      `The stack ${name} has no output \`database\` or \`databases\` to compare with.`,
    );
  });
}
