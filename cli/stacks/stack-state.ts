import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../render/plugin/property-values";
import { notShown } from "./own-pulumi";
import type { Pulumi } from "./pulumi";
import { isMapping } from "./written-services";

/** A resource as a stack's newest update has left it, with its secrets readable. */
export interface StateResource {
  readonly type: string;
  readonly urn: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
}

/**
 * The resources of one type in a stack's state; none of a stack that was never deployed.
 *
 * @throws CommandError with what Pulumi says
 */
export async function stateResources(
  pulumi: Pulumi,
  { stack, type, advice = "" }: { readonly stack: string; readonly type: string; readonly advice?: string },
): Promise<readonly StateResource[]> {
  const run = await pulumi(["stack", "export", "--show-secrets", "-s", stack]);
  if (run.exitCode !== 0) throw notShown(`the state of the stack ${stack}`, run, advice);
  const { deployment } = JSON.parse(run.stdout) as {
    readonly deployment?: { readonly resources?: readonly StateResource[] };
  };
  const found = (deployment?.resources ?? []).filter((resource) => resource.type === type);
  return found.map((resource) => ({
    ...resource,
    inputs: readable(resource.inputs),
    outputs: readable(resource.outputs),
  }));
}

/** With each secret as the value that it holds. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (!isMapping(value)) return value;
  if (value[SIGNATURE_KEY] === SECRET_SIGNATURE && typeof value.plaintext === "string") {
    return readable(JSON.parse(value.plaintext));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}
