import type {
  EnforcementLevel,
  Policies,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { atLeast, type Finding, type Outcome, type Rule, type Severity } from "../domain";
import { PREVIEW_RULES } from "../rules";
import { Awaiting, type Left } from "./awaiting";
import { FactReader, isService, type ReadCode } from "./facts";
import { GroupFindings } from "./group-findings";
import { linkedEnvGroups } from "./linked-env-groups";
import { onlyWhere } from "./only-where";
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
  const reviews = new Reviews(reader);
  const awaiting = new Awaiting();
  const groups = new GroupFindings();
  const judging: Judging = { reader, reviews, awaiting, groups, peers: new Peers(reader) };
  return [
    // The first: what comparing services finds is known after it, and says which of the others are asked at the end.
    linkedEnvGroups(rules, reader, (args) => compare(rules, args, judging)),
    ...rules.map((rule) => policyOf(rule, judging)),
    otherEnvironments(rules, reader),
    advice(rules, judging),
    undecided(rules, judging),
  ];
}

interface Judging {
  readonly reader: FactReader;
  readonly reviews: Reviews;
  readonly awaiting: Awaiting;
  readonly groups: GroupFindings;
  readonly peers: Peers;
}

function compare(rules: readonly Rule[], args: StackValidationArgs, { peers }: Judging): void {
  for (const rule of rules) peers.outcomes(rule, args);
}

/**
 * A rule's policy. A service's findings that a linked env group may undo wait for the whole stack, and so do those of
 * an env group that its services may undo.
 */
function policyOf(rule: Rule, judging: Judging): ResourceValidationPolicy & StackValidationPolicy {
  const { reader, reviews, awaiting, groups, peers } = judging;
  const isGrave = ({ severity }: Finding) => atLeast(severity, rule.severity);
  const validateStack: StackValidation = (args, reportViolation) => {
    for (const { urn, finding, decided } of left(rule, args, judging))
      if (decided) reportViolation(describeViolation(rule, finding), urn);
    for (const { urn, outcome } of peers.outcomes(rule, args))
      for (const finding of outcome.findings.filter(isGrave))
        reportViolation(describeViolation(rule, finding), urn);
  };
  return {
    name: policyName(rule.id),
    // Pulumi prints it above what violates it.
    description: `Expected: ${rule.title}. ${rule.why}`,
    enforcementLevel: ENFORCEMENT[rule.severity],
    remediationSteps: rule.fix,
    url: pageOf(rule),
    configSchema: configSchemaOf(rule),
    validateResource: (args, reportViolation) => {
      const settings = settingsOf(args);
      if (rule.comparesServices === true) peers.configure(rule, settings);
      // Without the other services it knows too little: it is judged with them at the end.
      if (rule.comparesServices === true && isService(args)) return;
      const { findings } = reviews.outcome(rule, args, settings);
      const grave = findings.filter(isGrave);
      for (const finding of groups.hold(rule, args, awaiting.hold(rule, args, grave)))
        reportViolation(describeViolation(rule, finding));
    },
    get validateStack() {
      const isFound = peers.mayHave(rule, ({ findings }) => findings.some(isGrave));
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
  const lighter = ({ rule, findings }: Outcome) =>
    findings.filter(({ severity }) => !atLeast(severity, rule.severity));
  const validateStack: StackValidation = (args, reportViolation) => {
    for (const rule of rules)
      for (const { urn, outcome } of peers.outcomes(rule, args))
        for (const finding of lighter(outcome)) reportViolation(describeViolation(rule, finding), urn);
  };
  return {
    name: "advice",
    description: "Tells what a rule finds that is less grave than the rule's other findings.",
    enforcementLevel: "advisory",
    validateResource: ({ urn }, reportViolation) => {
      for (const outcome of reviews.outcomes(urn))
        for (const finding of lighter(outcome)) reportViolation(describeViolation(outcome.rule, finding));
    },
    get validateStack() {
      const isAsked = rules.some((rule) => peers.mayHave(rule, (outcome) => lighter(outcome).length > 0));
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
      for (const { rule, undecided: places } of reviews.take(urn))
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
