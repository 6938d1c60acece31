import { type EnforcementLevel, type Policies, PolicyPack, type PolicyPackConfig } from "@pulumi/policy";
import { RunError } from "@pulumi/pulumi";
import { nearest, type Rule, type RuleSettings } from "../domain";
import { PREVIEW_RULES } from "../rules";
import type { ReadCode } from "./facts";
import { policies } from "./policies";

/** What an organisation changes of the pack. A file of `--policy-pack-config` still wins over it. */
export interface PolicyPackOptions {
  /** @default "portcullis" */
  readonly name?: string;
  /** Settings of the rules, for every policy that reads them. */
  readonly settings?: Partial<RuleSettings>;
  /** How strict a policy is, by its name, such as `{ "port-standard": "advisory" }`. @default by its rule's severity */
  readonly enforcementLevels?: Readonly<Record<string, EnforcementLevel>>;
  /** Rules of the organisation's own, judged with the same facts. @default none */
  readonly rules?: readonly Rule[];
  /** CrossGuard policies of the organisation's own. @default none */
  readonly policies?: Policies;
}

/**
 * Makes the pack, which Pulumi then serves: call it once, in the policy pack's main file.
 *
 * @param readCode reads the code of services whose repository is at hand
 * @throws pulumi.RunError for a policy or a setting that there is none of.
 */
export function createPolicyPack(options: PolicyPackOptions = {}, readCode?: ReadCode): PolicyPack {
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
