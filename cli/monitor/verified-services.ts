import type { VerificationInputs } from "../../components/verification/inputs";
import { CommandError } from "../exit-code";
import type { Pulumi } from "../stacks/pulumi";
import { stateResources } from "../stacks/stack-state";

const VERIFICATION = "pulumi-nodejs:dynamic/portcullis:Verification";

/**
 * What a stack's newest update has verified, and by which questions: its verifications as the state has them.
 *
 * @throws CommandError where the state cannot be read, or has none
 */
export async function verifiedServices(
  pulumi: Pulumi,
  stack: string,
): Promise<readonly VerificationInputs[]> {
  const found = await stateResources(pulumi, { stack, type: VERIFICATION });
  if (found.length === 0) {
    throw new CommandError(`the stack ${stack} has verified no service. Type \`pulumi up -s ${stack}\`.`);
  }
  return found.map(({ inputs }) => inputs as VerificationInputs);
}
