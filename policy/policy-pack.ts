import { type EnforcementLevel, type Policies, PolicyPack, type PolicyPackConfig } from "@pulumi/policy";
import { RunError } from "@pulumi/pulumi";
import { nearest, type Rule, type RuleSettings } from "../domain";
import { RULES } from "../rules";
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
 * @throws pulumi.RunError for a policy or a setting that there is none of.
 */
export function createPolicyPack(options: PolicyPackOptions = {}): PolicyPack {
  const { name = "portcullis", rules = [] } = options;
  const all = [...policies([...RULES, ...rules]), ...(options.policies ?? [])];
  return new PolicyPack(name, { policies: all }, configOf(all, options));
}

/** The options as CrossGuard takes them: by policy. */
function configOf(
  all: Policies,
  { settings = {}, enforcementLevels = {} }: PolicyPackOptions,
): PolicyPackConfig {
  const config: Record<string, Record<string, unknown>> = {};
  const readers = (key: string) =>
    all.filter(({ configSchema }) => Object.hasOwn(configSchema?.properties ?? {}, key));
  const known = all.flatMap(({ configSchema }) => Object.keys(configSchema?.properties ?? {}));
  for (const [key, value] of Object.entries(settings)) {
    if (!known.includes(key)) throw unknownName("setting", key, known);
    for (const policy of readers(key)) config[policy.name] = { ...config[policy.name], [key]: value };
  }
  const names = all.map((policy) => policy.name);
  for (const [policy, enforcementLevel] of Object.entries(enforcementLevels)) {
    if (!names.includes(policy)) throw unknownName("policy", policy, names);
    config[policy] = { ...config[policy], enforcementLevel };
  }
  return config as PolicyPackConfig;
}

function unknownName(what: string, name: string, names: readonly string[]): RunError {
  const right = nearest(name, names);
  const advice =
    right === undefined ? `Expected one of ${[...new Set(names)].join(", ")}.` : `Did you mean \`${right}\`?`;
  return new RunError(`The policy pack has no ${what} \`${name}\`. ${advice}`);
}
