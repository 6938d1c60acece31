import type { VerificationInputs } from "../../components/verification/inputs";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../render/plugin/property-values";
import { CommandError } from "../exit-code";
import { notShown } from "../stacks/own-pulumi";
import type { Pulumi } from "../stacks/pulumi";
import { isMapping } from "../stacks/written-services";

const VERIFICATION = "pulumi-nodejs:dynamic/portcullis:Verification";

interface Exported {
  readonly deployment?: {
    readonly resources?: readonly { readonly type: string; readonly inputs?: unknown }[];
  };
}

/**
 * What a stack's newest update has verified, and by which questions: its verifications as the state has them.
 *
 * @throws CommandError where the state cannot be read, or has none
 */
export async function verifiedServices(
  pulumi: Pulumi,
  stack: string,
): Promise<readonly VerificationInputs[]> {
  const run = await pulumi(["stack", "export", "--show-secrets", "-s", stack]);
  if (run.exitCode !== 0) throw notShown(`the state of the stack ${stack}`, run);
  const { deployment } = JSON.parse(run.stdout) as Exported;
  const found = (deployment?.resources ?? []).filter(({ type }) => type === VERIFICATION);
  if (found.length === 0) {
    throw new CommandError(`the stack ${stack} has verified no service. Type \`pulumi up -s ${stack}\`.`);
  }
  return found.map(({ inputs }) => readable(inputs) as VerificationInputs);
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
