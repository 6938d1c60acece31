import type { EnforcementLevel, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import {
  describeFinding,
  describePlace,
  judge,
  RULES,
  type Rule,
  type Severity,
  STANDARD_PORT,
} from "../domain";
import { FactReader } from "./facts";
import { REMEDIATIONS } from "./remediations";

const ENFORCEMENT: Readonly<Record<Severity, EnforcementLevel>> = {
  error: "mandatory",
  warning: "advisory",
  note: "advisory",
};

/** A policy's name has no slash: `port/agreement` is the policy `port-agreement`. */
export function policyName(ruleId: string): string {
  return ruleId.replace("/", "-");
}

/** One policy for each rule, and one that lists what a preview cannot decide. */
export function policies(): ResourceValidationPolicy[] {
  const reader = new FactReader();
  return [...RULES.map((rule) => policyOf(rule, reader)), undecided(reader)];
}

function policyOf(rule: Rule, reader: FactReader): ResourceValidationPolicy {
  const remediateResource = REMEDIATIONS[rule.id];
  return {
    name: policyName(rule.id),
    description: `${rule.title}. ${rule.why}`,
    enforcementLevel: ENFORCEMENT[rule.severity],
    configSchema: {
      properties: {
        standardPort: { type: "integer", minimum: 1, maximum: 65_535, default: STANDARD_PORT },
      },
    },
    validateResource: (args, reportViolation) => {
      for (const finding of judge(rule, reader.read(args), settingsOf(args)).findings) {
        reportViolation(`${describeFinding(finding)}\n  see: ${rule.reference} (${rule.id})`);
      }
    },
    ...(remediateResource === undefined ? {} : { remediateResource }),
  };
}

/** Advisory: an unknown is no violation, but it must not look like a rule that holds. */
function undecided(reader: FactReader): ResourceValidationPolicy {
  return {
    name: "undecided",
    description:
      "Lists what cannot be judged in a preview, since its value is known only after the deployment.",
    enforcementLevel: "advisory",
    validateResource: (args, reportViolation) => {
      const reasons = new Map<string, string[]>();
      for (const rule of RULES) {
        for (const { place, why } of judge(rule, reader.read(args), settingsOf(args)).undecided) {
          const key = `${describePlace(place)}: not decided, ${why}`;
          reasons.set(key, [...(reasons.get(key) ?? []), rule.id]);
        }
      }
      for (const [reason, rules] of reasons)
        reportViolation(`${reason}. Rules: ${[...new Set(rules)].join(", ")}`);
    },
  };
}

function settingsOf(args: ResourceValidationArgs): { standardPort: number } {
  const { standardPort } = args.getConfig<{ standardPort?: number }>();
  return { standardPort: standardPort ?? STANDARD_PORT };
}
