import type { StackValidationArgs } from "@pulumi/policy";
import { type Fact, judge, type Outcome, type Rule, type RuleSettings } from "../domain";
import { withPeers } from "../rules/derived/peers";
import type { FactReader } from "./facts";
import { linkedSecretFiles } from "./linked-secret-files";
import { factsOfLinked, linksOf } from "./links";
import { besideServices } from "./neighbours";
import { settingsOf } from "./settings";

/** A rule's outcome for one service, once all services of the stack are known. */
export interface PeerOutcome {
  readonly urn: string;
  readonly outcome: Outcome;
}

interface Services {
  readonly services: readonly { readonly urn: string; readonly facts: readonly Fact[] }[];
  readonly outcomes: Map<Rule, readonly PeerOutcome[]>;
}

/**
 * Judges the services of a stack together. Several policies ask, each with all resources: what they share is done once,
 * by the first that is asked, and what it found says which of the others have something to report.
 */
export class Peers {
  private version = -1;
  private readonly services = new Map<RuleSettings, Services>();
  private readonly settings = new Map<Rule, RuleSettings>();

  constructor(private readonly reader: FactReader) {}

  /** Keeps what a rule's policy is configured with, for those that report what its rule says beside it. */
  configure(rule: Rule, settings: RuleSettings): void {
    this.settings.set(rule, settings);
  }

  /** What a rule that compares services says of each service of a stack, its linked env groups included. */
  outcomes(rule: Rule, args: StackValidationArgs): readonly PeerOutcome[] {
    if (rule.comparesServices !== true) return [];
    const settings = this.settings.get(rule) ?? settingsOf(args);
    const { services, outcomes } = this.servicesOf(args, settings);
    const before = outcomes.get(rule);
    if (before !== undefined) return before;
    const found = services.map(({ urn, facts }) => ({ urn, outcome: judge(rule, facts, settings) }));
    outcomes.set(rule, found);
    return found;
  }

  /** Whether an outcome of a rule is one of these; as long as the rule was not asked, one may be. */
  mayHave(rule: Rule, isSo: (outcome: Outcome) => boolean): boolean {
    if (rule.comparesServices !== true) return false;
    const settings = this.settings.get(rule);
    if (settings === undefined || this.version !== this.reader.version) return true;
    const outcomes = this.services.get(settings)?.outcomes.get(rule);
    return outcomes === undefined || outcomes.some(({ outcome }) => isSo(outcome));
  }

  private servicesOf({ resources }: StackValidationArgs, settings: RuleSettings): Services {
    if (this.version !== this.reader.version) this.services.clear();
    this.version = this.reader.version;
    const before = this.services.get(settings);
    if (before !== undefined) return before;
    const services = linksOf(resources).map((linked) => ({
      urn: linked.service.urn,
      facts: [...factsOfLinked(this.reader, linked).all, linkedSecretFiles(this.reader, linked)],
    }));
    const found = { services: withPeers(services, settings, besideServices(resources)), outcomes: new Map() };
    this.services.set(settings, found);
    return found;
  }
}
