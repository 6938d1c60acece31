import {
  atLeast,
  connections,
  describePlace,
  type Fact,
  type Finding,
  judge,
  type Place,
  type Rule,
  type RuleSettings,
  SEVERITIES,
  type Severity,
} from "../domain";
import { PLATFORMS } from "../platforms";
import { RULES } from "../rules";
import { withPeers } from "../rules/derived/peers";
import { type EnvironmentFacts, isExample, isLocal, withEnvironments } from "./environments/environments";
import type { AuditFinding, AuditUndecided } from "./finding";
import { onEachPlatform } from "./platform";
import type { ServiceFacts } from "./services/services";

export interface Judgement {
  /** The most severe first; then by file and line. */
  readonly findings: readonly AuditFinding[];
  readonly undecided: readonly AuditUndecided[];
}

/** Collects what rules answer; the same answer for several environments or services becomes one with their names. */
class Collector {
  readonly findings = new Map<string, AuditFinding>();
  readonly undecided = new Map<string, AuditUndecided>();

  private readonly names = new Map<Place, string>();

  /** Many rules speak of one place. */
  private nameOf(place: Place): string {
    const known = this.names.get(place);
    if (known !== undefined) return known;
    const name = JSON.stringify(place);
    this.names.set(place, name);
    return name;
  }

  run(
    rule: Rule,
    facts: readonly Fact[],
    settings: RuleSettings,
    service: string,
    environment?: string,
    severity?: Severity,
  ): void {
    const outcome = judge(rule, facts, settings);
    for (const finding of outcome.findings)
      this.add(
        rule,
        { ...finding, ...(severity && { severity }) },
        service,
        finding.environment ?? environment,
      );
    for (const { place, why } of outcome.undecided) {
      const key = `${service}\0${rule.id}\0${this.nameOf(place)}\0${why}`;
      const environments = joined(this.undecided.get(key)?.environments, environment);
      this.undecided.set(key, { rule: rule.id, service, environments, place, why });
    }
  }

  private add(rule: Rule, finding: Finding, service: string, environment: string | undefined): void {
    const { environment: _, severity: stated, reason, ...rest } = finding;
    const { place, what, got, fix } = finding;
    // What is expected may name a place of one environment, and be the same for all. A line is one line, however
    // many services read it; what is missing from a file is missing from each service by itself.
    const of = place.source === "file" && place.line !== undefined ? "" : service;
    const key = JSON.stringify([of, rule.id, place, what, got, fix]);
    const before = this.findings.get(key);
    const here = isLocal(environment) && rule.weighsLocal !== true ? atMostWarning(stated) : stated;
    const severity = before !== undefined && atLeast(before.severity, here) ? before.severity : here;
    const environments = joined(before?.environments, environment);
    const related = placesOnce([...(before?.related ?? []), ...(finding.related ?? [])]);
    this.findings.set(key, {
      ...rest,
      ...(related.length > 0 && { related }),
      severity,
      service: before?.service ?? service,
      services: joined(before?.services, service),
      environments,
      title: rule.title,
      why: reason ?? rule.why,
    });
  }
}

function placesOnce(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** What is wrong on a developer's machine fails there at once, and stops no deploy. */
function atMostWarning(severity: Severity): Severity {
  return severity === "error" ? "warning" : severity;
}

function joined(before: readonly string[] = [], environment: string | undefined): readonly string[] {
  return environment === undefined || before.includes(environment) ? before : [...before, environment];
}

/** Judges every environment of every service, and each service as a whole. */
export function judgeServices(
  services: readonly ServiceFacts[],
  environments: readonly EnvironmentFacts[],
  settings: RuleSettings,
  rules: readonly Rule[] = RULES,
): Judgement {
  const collector = new Collector();
  const ofOne = rules.filter(({ scope }) => scope === "environment");
  const ofAll = rules.filter(({ scope }) => scope === "all-environments");
  for (const { service, environment, facts } of withPeersOf(environments, settings)) {
    for (const rule of ofOne) collector.run(rule, facts, settings, service, environment);
    if (isLocal(environment) || facts.some(({ kind }) => kind === "platform") || !namesHosts(facts)) continue;
    // Nothing says which platform it is. What would be wrong on one of them is worth a note, and no more.
    const onEach = [...facts, ...onEachPlatform(facts, settings.platforms ?? PLATFORMS)];
    for (const rule of ofOne)
      if (rule.onUnknownPlatform !== undefined)
        collector.run(rule, onEach, settings, service, environment, rule.onUnknownPlatform);
  }
  for (const service of services) {
    const facts = withEnvironments(service);
    for (const rule of ofAll) collector.run(rule, facts, settings, service.name);
    const examples = service.facts.filter(isExample);
    if (examples.length === 0) continue;
    for (const rule of ofAll.filter(({ judgesExamples }) => judgesExamples))
      collector.run(rule, examples, settings, service.name);
  }
  return {
    findings: [...collector.findings.values()].sort(byGravity),
    undecided: [...collector.undecided.values()],
  };
}

/** Each environment's services know the others of the same one. */
function withPeersOf(
  environments: readonly EnvironmentFacts[],
  settings: RuleSettings,
): readonly EnvironmentFacts[] {
  const told = new Map<EnvironmentFacts, EnvironmentFacts>();
  for (const name of new Set(environments.map(({ environment }) => environment))) {
    const together = environments.filter(({ environment }) => environment === name);
    for (const [index, one] of withPeers(together, settings).entries()) told.set(together[index] ?? one, one);
  }
  return environments.map((one) => told.get(one) ?? one);
}

/** Whether there is a host that could be out of a platform's reach. */
function namesHosts(facts: readonly Fact[]): boolean {
  return connections(facts).some(({ host }) => host.known);
}

function byGravity(one: AuditFinding, other: AuditFinding): number {
  const gravity = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
  if (gravity !== 0) return gravity;
  const [at, otherAt] = [one.place, other.place].map(sortKey);
  return (at ?? "") < (otherAt ?? "") ? -1 : at === otherAt ? 0 : 1;
}

function sortKey(place: Place): string {
  if (place.source !== "file") return describePlace(place);
  const number = (value = 0): string => String(value).padStart(8, "0");
  return `${place.file}\0${number(place.line)}\0${number(place.column)}`;
}
