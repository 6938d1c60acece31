import { type Policies, PolicyPack, type PolicyPackConfig } from "@pulumi/policy";
import { RunError } from "@pulumi/pulumi";
import { nearest } from "../domain";
import { givenProblem } from "../domain/given";
import { PREVIEW_RULES } from "../rules";
import type { ReadCode } from "./facts";
import { type PolicyPackOptions, packOptions } from "./pack-options";
import { policies } from "./policies";

/**
 * Makes the pack, which Pulumi then serves: call it once, in the policy pack's main file.
 *
 * @param readCode reads the code of services whose repository is at hand
 * @throws pulumi.RunError for a policy or a setting that there is none of, and for an option of another kind.
 */
export function createPolicyPack(options: PolicyPackOptions = {}, readCode?: ReadCode): PolicyPack {
  const problem = givenProblem("createPolicyPack", packOptions(options, "options"));
  if (problem !== undefined) throw new RunError(problem);
  const { name = "portcullis", rules = [] } = options;
  const all = [...policies([...PREVIEW_RULES, ...rules], readCode), ...(options.policies ?? [])];
  return new PolicyPack(name, { policies: all }, configOf(all, options));
}

/** The options as CrossGuard takes them, by policy: each with its level, or CrossGuard would take it for advisory. */
function configOf(
  all: Policies,
  { settings = {}, enforcementLevels = {} }: PolicyPackOptions,
): PolicyPackConfig {
  const schemas = all.map(({ configSchema }) => Object.keys(configSchema?.properties ?? {}));
  assertKnown("setting", Object.keys(settings), schemas.flat());
  const names = all.map(({ name }) => name);
  assertKnown("policy", Object.keys(enforcementLevels), names);
  const config = all.map(({ name, enforcementLevel }, index) => {
    const read = Object.entries(settings).filter(([key]) => schemas[index]?.includes(key));
    const level = enforcementLevels[name] ?? enforcementLevel ?? "advisory";
    return [name, { ...Object.fromEntries(read), enforcementLevel: level }];
  });
  return Object.fromEntries(config) as PolicyPackConfig;
}

function assertKnown(what: string, given: readonly string[], known: readonly string[]): void {
  for (const name of given) {
    if (known.includes(name)) continue;
    const right = nearest(name, known);
    const advice =
      right === undefined
        ? `Expected one of ${[...new Set(known)].join(", ")}.`
        : `Did you mean \`${right}\`?`;
    throw new RunError(`The policy pack has no ${what} \`${name}\`. ${advice}`);
  }
}
