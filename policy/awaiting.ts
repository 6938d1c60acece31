import type { PolicyResource } from "@pulumi/policy";
import { describeFinding, type Finding, judge, type Rule, type RuleSettings } from "../domain";
import { type FactReader, isService } from "./facts";
import { factsOfLinked, linksOf } from "./links";
import { WaitingFindings } from "./waiting-findings";

/** A finding that is left of those that waited, and whether an unknown link may still undo it. */
export interface Left {
  readonly urn: string;
  readonly finding: Finding;
  readonly decided: boolean;
}

/**
 * Findings of a service that a variable of a linked env group may undo, such as `UVICORN_HOST` for a command without
 * `--host`. Which groups are linked is known only once a stack's resources are: until then they wait.
 */
export class Awaiting {
  private readonly waiting = new WaitingFindings();

  /** Those findings that nothing can undo; the others wait. */
  hold(rule: Rule, resource: Pick<PolicyResource, "type" | "urn">, findings: readonly Finding[]) {
    if (rule.readsUnsetVariables !== true || !isService(resource)) return findings;
    this.waiting.set(rule, resource.urn, findings.filter(waits));
    return findings.filter((finding) => !waits(finding));
  }

  /** Whether findings of a rule have waited. */
  waits(rule: Rule): boolean {
    return this.waiting.has(rule);
  }

  /** What is still true of the services that have waited, with their groups' variables. */
  left(
    rule: Rule,
    reader: FactReader,
    resources: readonly PolicyResource[],
    settings: RuleSettings,
  ): readonly Left[] {
    if (!this.waits(rule)) return [];
    const byResource = this.waiting.of(rule);
    return linksOf(resources).flatMap((linked) => {
      const { urn } = linked.service;
      const waiting = byResource.get(urn) ?? [];
      if (waiting.length === 0) return [];
      const { all } = factsOfLinked(reader, linked);
      const found = new Set(judge(rule, all, settings).findings.map(describeFinding));
      return waiting
        .filter((finding) => found.has(describeFinding(finding)))
        .map((finding) => ({ urn, finding, decided: linked.complete }));
    });
  }
}

function waits({ awaits = [] }: Finding): boolean {
  return awaits.length > 0;
}
