/** `portcullis/policy`: the CrossGuard pack, with an organisation's own settings, rules and policies. */
import { createRequire } from "node:module";
import type { PolicyPack } from "@pulumi/policy";
import { Checkout } from "../audit/git/checkout";
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
 * Makes the pack, which Pulumi then serves: call it once, in the policy pack's main file. Where the stack is in a checkout of
 * a service's repository, what the service's commands, folders and paths name is looked for there, and a start command that
 * leaves open what listens is followed into the code.
 *
 * @throws pulumi.RunError for a policy or a setting that there is none of.
 */
export function createPolicyPack(options: PolicyPackOptions = {}): PolicyPack {
  // Before the first use of `@pulumi/policy`, which loads the whole SDK. A pack writes no function.
  const ofPack = createRequire(__filename);
  loadWritingLater(createRequire(ofPack.resolve("@pulumi/policy")));
  // A review runs the program in a folder of its own.
  const checkout = new Checkout(process.env.PORTCULLIS_PROJECT ?? process.cwd());
  let code: ReturnType<typeof codeAround> | undefined;
  const readCode: ReadCode = (service, at) => {
    // The readers of code cost more to load than the whole pack, and few stacks are beside the code of their services.
    if (checkout.topOf(service.repository) === undefined) return undefined;
    code ??= (ofPack("portcullis/code-at-hand") as { readonly codeAround: typeof codeAround }).codeAround(
      checkout,
    );
    return code.of(service, at);
  };
  return packOf(options, readCode);
}
