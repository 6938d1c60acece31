import type { Finding, Rule } from "../domain";

/** Findings that wait for the whole stack, by rule, then by resource: those of its last judgement. */
export class WaitingFindings {
  private readonly byRule = new Map<string, Map<string, readonly Finding[]>>();

  set(rule: Rule, urn: string, findings: readonly Finding[]): void {
    const byResource = this.byRule.get(rule.id) ?? new Map<string, readonly Finding[]>();
    this.byRule.set(rule.id, byResource);
    byResource.set(urn, findings);
  }

  of(rule: Rule): ReadonlyMap<string, readonly Finding[]> {
    return this.byRule.get(rule.id) ?? NONE;
  }

  /** Whether findings of a rule wait. */
  has(rule: Rule): boolean {
    return [...this.of(rule).values()].some(({ length }) => length > 0);
  }
}

const NONE: ReadonlyMap<string, readonly Finding[]> = new Map();
