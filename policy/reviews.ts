import type { ResourceValidationArgs } from "@pulumi/policy";
import { type Fact, judge, type Outcome, type Rule, type RuleSettings } from "../domain";
import type { FactReader } from "./facts";

interface Review {
  readonly facts: readonly Fact[];
  readonly outcomes: Map<string, Outcome>;
}

/** As many resources as the engine may judge at once, and more. */
const KEPT = 256;

/**
 * The judging of resources: CrossGuard asks each policy in turn for one resource, and may ask for several
 * resources at once. The facts are read at a resource's first policy, and each rule judges once.
 */
export class Reviews {
  private readonly open = new Map<string, Review>();

  constructor(private readonly reader: FactReader) {}

  /** One rule's outcome. A rule that asks a second time belongs to another run, whose values may differ. */
  outcome(rule: Rule, args: ResourceValidationArgs, settings: RuleSettings): Outcome {
    const last = this.open.get(args.urn);
    const review = last === undefined || last.outcomes.has(rule.id) ? this.begin(args) : last;
    const outcome = judge(rule, review.facts, settings);
    review.outcomes.set(rule.id, outcome);
    return outcome;
  }

  /** What the rules have answered for a resource so far. */
  outcomes(urn: string): readonly Outcome[] {
    return [...(this.open.get(urn)?.outcomes.values() ?? [])];
  }

  /** The same; ends the resource's review. */
  take(urn: string): readonly Outcome[] {
    const outcomes = this.outcomes(urn);
    this.open.delete(urn);
    return outcomes;
  }

  private begin(args: ResourceValidationArgs): Review {
    const review: Review = { facts: this.reader.read(args), outcomes: new Map() };
    this.open.delete(args.urn);
    this.open.set(args.urn, review);
    // Where the last policy is turned off, no review is closed.
    const [oldest] = this.open.keys();
    if (this.open.size > KEPT && oldest !== undefined) this.open.delete(oldest);
    return review;
  }
}
