import type {
  EnforcementLevel,
  Policies,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { Finding, Rule, Severity } from "../domain";
import { PREVIEW_RULES } from "../rules";
import { judgeOf, type Waiting, weighed } from "./answers";
import { Awaiting, type Left } from "./awaiting";
import { FactReader, type ReadCode } from "./facts";
import { GroupFindings } from "./group-findings";
import { linkedEnvGroups } from "./linked-env-groups";
import { calledWhere, onlyWhere } from "./only-where";
import { otherEnvironments } from "./other-environments";
import { Peers } from "./peers";
import { remediationOf } from "./remediations";
import { Reviews } from "./reviews";
import { configSchemaOf, settingsOf } from "./settings";
import { UndecidedLines } from "./undecided";
import { describeViolation, pageOf, policyName } from "./violation";

const ENFORCEMENT: Readonly<Record<Severity, EnforcementLevel>> = {
  error: "mandatory",
  warning: "advisory",
  note: "advisory",
};

/**
 * One policy for each rule, one for env groups and the services that they are linked to, one for other stacks'
 * databases, and one that lists what a preview cannot decide. That one is the last: it reports what the others found.
 */
export function policies(rules: readonly Rule[] = PREVIEW_RULES, readCode?: ReadCode): Policies {
  const reader = new FactReader(readCode);
  const waiting: Waiting = {
    awaiting: new Awaiting(),
    groups: new GroupFindings(),
    peers: new Peers(reader),
  };
  const judging: Judging = { reader, ...waiting, reviews: new Reviews(rules, reader, judgeOf(waiting)) };
  return [
    // The first: what comparing services finds is known after it, and says which of the others are asked at the end.
    linkedEnvGroups(rules, reader, (args) => compare(rules, args, judging)),
    ...rules.map((rule) => policyOf(rule, judging)),
    otherEnvironments(rules, reader),
    advice(rules, judging),
    undecided(rules, judging),
  ];
}

interface Judging extends Waiting {
  readonly reader: FactReader;
  readonly reviews: Reviews;
}

function compare(rules: readonly Rule[], args: StackValidationArgs, { peers }: Judging): void {
  for (const rule of rules) peers.outcomes(rule, args);
}

/** A rule's policy. */
function policyOf(rule: Rule, judging: Judging): ResourceValidationPolicy & StackValidationPolicy {
  const { reader, reviews, awaiting, groups, peers } = judging;
  const validateResource: ResourceValidation = (args, reportViolation) => {
    for (const finding of reviews.reported(rule, args)) reportViolation(describeViolation(rule, finding));
  };
  const validateStack: StackValidation = (args, reportViolation) => {
    for (const { urn, finding, decided } of left(rule, args, judging))
      if (decided) reportViolation(describeViolation(rule, finding), urn);
    for (const { urn, outcome } of peers.outcomes(rule, args))
      for (const finding of weighed(outcome).grave) reportViolation(describeViolation(rule, finding), urn);
  };
  return {
    name: policyName(rule.id),
    // Pulumi prints it above what violates it.
    description: `Expected: ${rule.title}. ${rule.why}`,
    enforcementLevel: ENFORCEMENT[rule.severity],
    remediationSteps: rule.fix,
    url: pageOf(rule),
    configSchema: configSchemaOf(rule),
    get validateResource() {
      return calledWhere(!reviews.isSilent(rule), validateResource);
    },
    get validateStack() {
      const isFound = peers.mayHave(rule, (outcome) => weighed(outcome).grave.length > 0);
      return onlyWhere(isFound || awaiting.waits(rule) || groups.waits(rule), validateStack);
    },
    ...(rule.edits !== undefined && { remediateResource: remediationOf(rule, reader) }),
  };
}

/** What is left of a rule's findings that have waited. */
function left(rule: Rule, args: StackValidationArgs, { reader, awaiting, groups }: Judging): readonly Left[] {
  return [
    ...awaiting.left(rule, reader, args.resources, settingsOf(args)),
    ...groups.left(rule, args.resources),
  ];
}

/** Advisory: a policy has one level for all that it reports, and some of what its rule finds stops no deploy. */
function advice(
  rules: readonly Rule[],
  { reviews, peers }: Judging,
): ResourceValidationPolicy & StackValidationPolicy {
  const validateResource: ResourceValidation = ({ urn }, reportViolation) => {
    for (const { rule, findings } of reviews.advice(urn))
      for (const finding of findings) reportViolation(describeViolation(rule, finding));
  };
  const validateStack: StackValidation = (args, reportViolation) => {
    for (const rule of rules)
      for (const { urn, outcome } of peers.outcomes(rule, args))
        for (const finding of weighed(outcome).advice) reportViolation(describeViolation(rule, finding), urn);
  };
  return {
    name: "advice",
    description: "Tells what a rule finds that is less grave than the rule's other findings.",
    enforcementLevel: "advisory",
    get validateResource() {
      return calledWhere(reviews.mayAdvise(), validateResource);
    },
    get validateStack() {
      const isAsked = rules.some((rule) =>
        peers.mayHave(rule, (outcome) => weighed(outcome).advice.length > 0),
      );
      return onlyWhere(isAsked, validateStack);
    },
  };
}

/** Advisory: an unknown is no violation, but it must not look like a rule that holds. */
function undecided(
  rules: readonly Rule[],
  judging: Judging,
): ResourceValidationPolicy & StackValidationPolicy {
  const { awaiting, groups, peers, reviews } = judging;
  const validateStack: StackValidation = (args, reportViolation) => {
    const byResource = new Map<string, UndecidedLines>();
    const linesOf = (urn: string): UndecidedLines => {
      const lines = byResource.get(urn) ?? new UndecidedLines();
      byResource.set(urn, lines);
      return lines;
    };
    for (const rule of rules) {
      for (const { urn, finding, decided } of left(rule, args, judging))
        if (!decided) linesOf(urn).add(rule.id, finding.place, awaited(finding));
      for (const { urn, outcome } of peers.outcomes(rule, args))
        for (const { place, why } of outcome.undecided) linesOf(urn).add(rule.id, place, why);
    }
    for (const [urn, lines] of byResource) lines.report(reportViolation, urn);
  };
  const isOpen = (rule: Rule) =>
    awaiting.waits(rule) ||
    groups.waits(rule) ||
    peers.mayHave(rule, (outcome) => outcome.undecided.length > 0);
  return {
    name: "undecided",
    description:
      "What is not decided before the deployment: nothing is found wrong with it, and each line says what is not known yet.",
    enforcementLevel: "advisory",
    validateResource: ({ urn }, reportViolation) => {
      const lines = new UndecidedLines();
      for (const { rule, undecided: places } of reviews.end(urn))
        for (const { place, why } of places) lines.add(rule.id, place, why);
      lines.report(reportViolation);
    },
    get validateStack() {
      return onlyWhere(rules.some(isOpen), validateStack);
    },
  };
}

function awaited({ awaits = [] }: Finding): string {
  if (awaits.length === 0) return "a service that is linked to this env group may set it by itself";
  return `an env group that is linked by its id may set ${awaits.join(" or ")}`;
}
