import type { ResourceValidationArgs } from "@pulumi/policy";
import type { Fact, Finding, Outcome, Rule } from "../domain";
import type { Answer, Judge, Judged } from "./answers";
import type { FactReader } from "./facts";
import { settingsOf } from "./settings";

interface Review {
  readonly resource: Judged;
  /** None where they could not be read. */
  facts?: readonly Fact[];
  readonly answers: Map<Rule, Answer>;
  /** The rules whose policies were called. */
  readonly called: Set<Rule>;
}

/**
 * The judging of resources: CrossGuard asks each policy in turn for one resource, and may ask for several resources at
 * once. The facts are read at a resource's first policy, and each rule judges once. CrossGuard reads all properties again
 * for each policy that it calls (@pulumi/policy 1.21: analyze), so that most rules judge before: where no resource that is
 * judged now violates a rule, its policy is not called.
 */
export class Reviews {
  private readonly open = new Map<string, Review>();
  /** A policy's configuration comes with its own call alone; what gives it then always gives what is configured. */
  private readonly configured = new Map<Rule, Pick<ResourceValidationArgs, "getConfig">>();
  /** The first rule that a resource is asked of. Only its policy's call says which resource that is. */
  private first: Rule | undefined;

  constructor(
    private readonly rules: readonly Rule[],
    private readonly reader: FactReader,
    private readonly judge: Judge,
  ) {}

  /** Whether a rule's policy has nothing to report of any resource that is judged now: CrossGuard does not say which is next. */
  isSilent(rule: Rule): boolean {
    if (this.open.size === 0) this.first = rule;
    if (this.first === rule) return false;
    for (const review of this.open.values())
      if (this.answer(rule, review)?.reported.length !== 0) return false;
    return true;
  }

  /** Whether resources are judged now, and no outcome of any is such. */
  hasNone(isSuch: (outcome: Outcome) => boolean): boolean {
    for (const { answers } of this.open.values())
      for (const { outcome } of answers.values()) if (outcome !== undefined && isSuch(outcome)) return false;
    return this.open.size > 0;
  }

  /** What the policy of a rule reports, when it is called for a resource. */
  reported(rule: Rule, args: ResourceValidationArgs): readonly Finding[] {
    this.configured.set(rule, { getConfig: args.getConfig });
    const last = this.open.get(args.urn);
    // A policy that is called a second time belongs to another run, whose values may differ.
    const review = last?.facts === undefined || last.called.has(rule) ? this.begin(args) : last;
    review.called.add(rule);
    return this.answer(rule, review)?.reported ?? [];
  }

  /** What the rules have answered for a resource so far. */
  outcomes(urn: string): readonly Outcome[] {
    const answers = this.open.get(urn)?.answers;
    return this.rules.flatMap((rule) => answers?.get(rule)?.outcome ?? []);
  }

  /** The same; ends the resource's review. */
  take(urn: string): readonly Outcome[] {
    const outcomes = this.outcomes(urn);
    this.open.delete(urn);
    return outcomes;
  }

  /** A rule's answer; undefined where its policy has to be called for one. */
  private answer(rule: Rule, { resource, facts, answers }: Review): Answer | undefined {
    const before = answers.get(rule);
    if (before !== undefined) return before;
    const configured = this.configured.get(rule);
    if (configured === undefined || facts === undefined) return undefined;
    const answer = this.judge(rule, resource, facts, settingsOf(configured));
    answers.set(rule, answer);
    return answer;
  }

  private begin(args: ResourceValidationArgs): Review {
    const { type, urn } = args;
    const review: Review = { resource: { type, urn }, answers: new Map(), called: new Set() };
    this.open.set(urn, review);
    // The last policy ends it, and may be turned off. Each policy answers at once, so that by then all have been asked.
    setImmediate(() => {
      if (this.open.get(urn) === review) this.open.delete(urn);
    });
    review.facts = this.reader.read(args);
    return review;
  }
}
