import type { EnforcementLevel, Policies, ResourceValidationPolicy } from "@pulumi/policy";
import { atLeast, describePlace, type Rule, type Severity } from "../domain";
import { PREVIEW_RULES } from "../rules";
import { FactReader } from "./facts";
import { linkedEnvGroups } from "./linked-env-groups";
import { otherEnvironments } from "./other-environments";
import { REMEDIATIONS } from "./remediations";
import { Reviews } from "./reviews";
import { configSchemaOf, settingsOf } from "./settings";
import { describeViolation, policyName } from "./violation";

const ENFORCEMENT: Readonly<Record<Severity, EnforcementLevel>> = {
  error: "mandatory",
  warning: "advisory",
  note: "advisory",
};

/**
 * One policy for each rule, one for env groups and the services that they are linked to, one for other stacks'
 * databases, and one that lists what a preview cannot decide. That one is the last: it reports what the others found.
 */
export function policies(rules: readonly Rule[] = PREVIEW_RULES): Policies {
  const reader = new FactReader();
  const reviews = new Reviews(reader);
  return [
    ...rules.map((rule) => policyOf(rule, reviews)),
    linkedEnvGroups(rules, reader),
    otherEnvironments(rules, reader),
    advice(reviews),
    undecided(reviews),
  ];
}

function policyOf(rule: Rule, reviews: Reviews): ResourceValidationPolicy {
  const remediateResource = REMEDIATIONS[rule.id];
  return {
    name: policyName(rule.id),
    description: `${rule.title}. ${rule.why}`,
    enforcementLevel: ENFORCEMENT[rule.severity],
    remediationSteps: rule.fix,
    url: rule.reference,
    configSchema: configSchemaOf(rule),
    validateResource: (args, reportViolation) => {
      const { findings } = reviews.outcome(rule, args, settingsOf(args));
      for (const finding of findings.filter(({ severity }) => atLeast(severity, rule.severity)))
        reportViolation(describeViolation(rule, finding));
    },
    ...(remediateResource === undefined ? {} : { remediateResource }),
  };
}

/** Advisory: a policy has one level for all that it reports, and some of what its rule finds stops no deploy. */
function advice(reviews: Reviews): ResourceValidationPolicy {
  return {
    name: "advice",
    description: "Tells what a rule finds that is less grave than the rule's other findings.",
    enforcementLevel: "advisory",
    validateResource: ({ urn }, reportViolation) => {
      for (const { rule, findings } of reviews.outcomes(urn))
        for (const finding of findings.filter(({ severity }) => !atLeast(severity, rule.severity)))
          reportViolation(describeViolation(rule, finding));
    },
  };
}

/** Advisory: an unknown is no violation, but it must not look like a rule that holds. */
function undecided(reviews: Reviews): ResourceValidationPolicy {
  return {
    name: "undecided",
    description:
      "Lists what cannot be judged in a preview, since its value is known only after the deployment.",
    enforcementLevel: "advisory",
    validateResource: ({ urn }, reportViolation) => {
      const reasons = new Map<string, Set<string>>();
      for (const { rule, undecided: places } of reviews.take(urn)) {
        for (const { place, why } of places) {
          const reason = `${describePlace(place)}: not decided, ${why}`;
          reasons.set(reason, (reasons.get(reason) ?? new Set()).add(rule.id));
        }
      }
      for (const [reason, rules] of reasons) reportViolation(`${reason}. Rules: ${[...rules].join(", ")}`);
    },
  };
}
