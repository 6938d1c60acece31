import type {
  EnforcementLevel,
  Policies,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { atLeast, describePlace, type Finding, type Rule, type Severity } from "../domain";
import { PREVIEW_RULES } from "../rules";
import { Awaiting } from "./awaiting";
import { FactReader } from "./facts";
import { linkedEnvGroups } from "./linked-env-groups";
import { otherEnvironments } from "./other-environments";
import { remediationOf } from "./remediations";
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
  const awaiting = new Awaiting();
  return [
    ...rules.map((rule) => policyOf(rule, { reader, reviews, awaiting })),
    linkedEnvGroups(rules, reader),
    otherEnvironments(rules, reader),
    advice(reviews),
    undecided(reviews, { rules, reader, awaiting }),
  ];
}

interface Judging {
  readonly reader: FactReader;
  readonly reviews: Reviews;
  readonly awaiting: Awaiting;
}

/** A rule's policy. Of a service's findings, those that a linked env group may undo wait for the whole stack. */
function policyOf(
  rule: Rule,
  { reader, reviews, awaiting }: Judging,
): ResourceValidationPolicy | (ResourceValidationPolicy & StackValidationPolicy) {
  const policy: ResourceValidationPolicy = {
    name: policyName(rule.id),
    description: `${rule.title}. ${rule.why}`,
    enforcementLevel: ENFORCEMENT[rule.severity],
    remediationSteps: rule.fix,
    url: rule.reference,
    configSchema: configSchemaOf(rule),
    validateResource: (args, reportViolation) => {
      const { findings } = reviews.outcome(rule, args, settingsOf(args));
      const grave = findings.filter(({ severity }) => atLeast(severity, rule.severity));
      for (const finding of awaiting.hold(rule, args, grave))
        reportViolation(describeViolation(rule, finding));
    },
    ...(rule.edits !== undefined && { remediateResource: remediationOf(rule, reader) }),
  };
  if (rule.readsUnsetVariables !== true) return policy;
  const validateStack: StackValidationPolicy["validateStack"] = (args, reportViolation) => {
    for (const { urn, finding, decided } of awaiting.left(rule, reader, args.resources, settingsOf(args)))
      if (decided) reportViolation(describeViolation(rule, finding), urn);
  };
  return { ...policy, validateStack };
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
function undecided(
  reviews: Reviews,
  { rules, reader, awaiting }: Pick<Judging, "reader" | "awaiting"> & { readonly rules: readonly Rule[] },
): ResourceValidationPolicy & StackValidationPolicy {
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
    validateStack: (args, reportViolation) => {
      for (const rule of rules)
        for (const { urn, finding, decided } of awaiting.left(rule, reader, args.resources, settingsOf(args)))
          if (!decided)
            reportViolation(
              `${describePlace(finding.place)}: not decided, ${awaited(finding)}. Rules: ${rule.id}`,
              urn,
            );
    },
  };
}

function awaited({ awaits = [] }: Finding): string {
  return `an env group that is linked by its id may set ${awaits.join(" or ")}`;
}
