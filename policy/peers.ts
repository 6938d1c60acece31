import type { StackValidationArgs } from "@pulumi/policy";
import { judge, type Outcome, type Rule } from "../domain";
import { withPeers } from "../rules/derived/peers";
import type { FactReader } from "./facts";
import { factsOfLinked, linksOf } from "./links";
import { settingsOf } from "./settings";

/** A rule's outcome for one service, once all services of the stack are known. */
export interface PeerOutcome {
  readonly urn: string;
  readonly outcome: Outcome;
}

/** What a rule that compares services says of each service of a stack, its linked env groups included. */
export function peerOutcomes(
  rule: Rule,
  args: StackValidationArgs,
  reader: FactReader,
): readonly PeerOutcome[] {
  if (rule.comparesServices !== true) return [];
  const settings = settingsOf(args);
  const services = linksOf(args.resources).map((linked) => ({
    urn: linked.service.urn,
    facts: factsOfLinked(reader, linked).all,
  }));
  return withPeers(services, settings).map(({ urn, facts }) => ({
    urn,
    outcome: judge(rule, facts, settings),
  }));
}
