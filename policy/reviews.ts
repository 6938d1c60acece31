import type { ResourceValidationArgs } from "@pulumi/policy";
import type { Fact, Finding, Outcome, Rule } from "../domain";
import { forgetDerived } from "../domain/once-per-list";
import type { Answer, Judge, Judged } from "./answers";
import type { FactReader } from "./facts";
import { settingsOf } from "./settings";

interface Review {
  readonly resource: Judged;
  /** None where they could not be read. */
  facts?: readonly Fact[];
  readonly answers: Map<Rule, Answer>;
  /** Those of the answers that say something. */
  readonly telling: Telling[];
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
  /** One, unless several resources are judged at the same time. */
  private open: readonly Review[] = [];
  /** A policy's configuration comes with its own call alone; what gives it then always gives what is configured. */
  private readonly configured = new Map<Rule, Pick<ResourceValidationArgs, "getConfig">>();
  /** The first rule that a resource is asked of. Only its policy's call says which resource that is. */
  private first: Rule | undefined;
  /** The rule that was last found to have nothing to report: CrossGuard asks for its policy's function some more times. */
  private silent: Rule | undefined;

  constructor(
    private readonly rules: readonly Rule[],
    private readonly reader: FactReader,
    private readonly judge: Judge,
  ) {}

  /** Whether a rule's policy has nothing to report of any resource that is judged now: CrossGuard does not say which is next. */
  isSilent(rule: Rule): boolean {
    if (this.silent === rule) return true;
    if (this.open.length === 0) this.first = rule;
    if (this.first === rule) return false;
    if (this.reports(rule)) return false;
    this.silent = rule;
    return true;
  }

  /** Whether a resource that is judged now has findings for the policy of advice, as far as is known. */
  mayAdvise(): boolean {
    return this.open.length === 0 || this.open.some(({ telling }) => telling.some(advises));
  }

  /** What the policy of a rule reports, when it is called for a resource. */
  reported(rule: Rule, args: ResourceValidationArgs): readonly Finding[] {
    this.configured.set(rule, { getConfig: args.getConfig });
    const last = this.of(args.urn);
    // A policy that is called a second time belongs to another run, whose values may differ.
    const review = last?.facts === undefined || last.called.has(rule) ? this.begin(args) : last;
    review.called.add(rule);
    return this.answer(rule, review)?.reported ?? [];
  }

  /** What the policy of advice reports of a resource: the rules' findings that have less than their policies' severity. */
  advice(urn: string): readonly { readonly rule: Rule; readonly findings: readonly Finding[] }[] {
    return this.told(urn).map(({ outcome, advice }) => ({ rule: outcome.rule, findings: advice }));
  }

  /** Ends a resource's review. @returns the outcomes of the rules that do not simply hold */
  end(urn: string): readonly Outcome[] {
    const outcomes = this.told(urn).map(({ outcome }) => outcome);
    this.close(this.of(urn));
    return outcomes;
  }

  /** Whether a rule has something to report of a resource that is judged now, or may have. */
  private reports(rule: Rule): boolean {
    return this.open.some((review) => this.answer(rule, review)?.reported.length !== 0);
  }

  private of(urn: string): Review | undefined {
    return this.open.find(({ resource }) => resource.urn === urn);
  }

  /** In the order of the rules: of several resources one may be asked of a rule for another. */
  private told(urn: string): readonly Telling[] {
    const place = ({ outcome }: Telling) => this.rules.indexOf(outcome.rule);
    return (this.of(urn)?.telling ?? []).filter(tells).sort((one, other) => place(one) - place(other));
  }

  /** A rule's answer; undefined where its policy has to be called for one. */
  private answer(rule: Rule, { resource, facts, answers, telling }: Review): Answer | undefined {
    const before = answers.get(rule);
    if (before !== undefined) return before;
    const configured = this.configured.get(rule);
    if (configured === undefined || facts === undefined) return undefined;
    const answer = this.judge(rule, resource, facts, settingsOf(configured));
    answers.set(rule, answer);
    if (tells(answer)) telling.push(answer);
    return answer;
  }

  private begin(args: ResourceValidationArgs): Review {
    const { type, urn } = args;
    this.close(this.of(urn));
    const review: Review = { resource: { type, urn }, answers: new Map(), telling: [], called: new Set() };
    this.open = [...this.open, review];
    // The last policy ends it, and may be turned off. Each policy answers at once, so that by then all have been asked.
    setImmediate(() => this.close(review));
    review.facts = this.reader.read(args);
    return review;
  }

  private close(review: Review | undefined): void {
    this.silent = undefined;
    if (review === undefined || !this.open.includes(review)) return;
    this.open = this.open.filter((one) => one !== review);
    if (review.facts !== undefined) forgetDerived(review.facts);
  }
}

type Telling = Answer & { readonly outcome: Outcome };

const tells = (answer: Answer): answer is Telling =>
  answer.outcome !== undefined && answer.outcome.answer !== "holds";

const advises = ({ advice }: Answer): boolean => advice.length > 0;
