/** `portcullis/policy`: the CrossGuard pack, with an organisation's own settings, rules and policies. */
import { createRequire } from "node:module";
import type { PolicyPack } from "@pulumi/policy";
import { loadWritingLater } from "../components/dynamic-provider/writing-later";
import type { ReadCode } from "../policy/facts";
import type { PolicyPackOptions } from "../policy/pack-options";
import { createPolicyPack as packOf } from "../policy/policy-pack";
import type { codeAround } from "./code-at-hand";

export type {
  Fact,
  Finding,
  Place,
  Rule,
  RuleSettings,
  Severity,
  Undecided,
  Verdict,
  Violation,
} from "../domain";
export type { PolicyPackOptions } from "../policy/pack-options";

/**
 * Makes the pack, which Pulumi then serves: call it once, in the policy pack's main file. A start command that leaves
 * open what listens is followed into the code where the stack is in a checkout of the service's repository.
 *
 * @throws pulumi.RunError for a policy or a setting that there is none of.
 */
export function createPolicyPack(options: PolicyPackOptions = {}): PolicyPack {
  // Before the first use of `@pulumi/policy`, which loads the whole SDK. A pack writes no function.
  const ofPack = createRequire(__filename);
  loadWritingLater(createRequire(ofPack.resolve("@pulumi/policy")));
  let code: ReturnType<typeof codeAround> | undefined;
  const readCode: ReadCode = (service, at) => {
    // The readers of code cost more to load than the whole pack, and most services need none.
    code ??= (ofPack("portcullis/code-at-hand") as { readonly codeAround: typeof codeAround }).codeAround(
      process.cwd(),
    );
    return code.of(service, at);
  };
  return packOf(options, readCode);
}
