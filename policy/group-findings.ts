import type { PolicyResource } from "@pulumi/policy";
import type { Finding, Place, Rule } from "../domain";
import type { Left } from "./awaiting";
import { ENV_GROUP } from "./facts";
import { property } from "./facts/read-property";
import { linkEnds } from "./link-ends";
import { WaitingFindings } from "./waiting-findings";

/**
 * Findings of an env group's variables. A service's own variable wins over its group's
 * (render.com/docs/configure-environment-variables), so that a value which every linked service replaces harms none.
 * Which services are linked is known only once a stack's resources are: until then the findings wait.
 */
export class GroupFindings {
  private readonly waiting = new WaitingFindings();

  /** Those findings that no service can undo; the others wait. */
  hold(rule: Rule, { type, urn }: Pick<PolicyResource, "type" | "urn">, findings: readonly Finding[]) {
    if (type !== ENV_GROUP) return findings;
    this.waiting.set(
      rule,
      urn,
      findings.filter(({ place }) => variableAt(place) !== undefined),
    );
    return findings.filter(({ place }) => variableAt(place) === undefined);
  }

  /** Whether findings of a rule have waited. */
  waits(rule: Rule): boolean {
    return this.waiting.has(rule);
  }

  /** What is still true of the groups that have waited, or cannot be known. */
  left(rule: Rule, resources: readonly PolicyResource[]): readonly Left[] {
    return [...this.waiting.of(rule)].flatMap(([urn, findings]) =>
      findings.flatMap((finding) => {
        const reaches = reachOf(variableAt(finding.place) ?? "", urn, resources);
        if (reaches === "nobody") return [];
        return [{ urn, finding, decided: reaches === "somebody" }];
      }),
    );
  }
}

/** The variable of a resource that a place names; none of a secret file. */
function variableAt(place: Place): string | undefined {
  if (place.source !== "resource") return undefined;
  return /^envVars\.(.+)$/.exec(place.property ?? "")?.[1];
}

/** Whether a service of the program gets a group's value of a variable, as far as the program says. */
function reachOf(
  name: string,
  urn: string,
  resources: readonly PolicyResource[],
): "somebody" | "nobody" | "unknown" {
  const links = linkEnds(resources);
  const own = links.filter(({ groups }) => groups.some((group) => group.urn === urn));
  const complete = links.every(({ services, groups }) => services.length > 0 && groups.length > 0);
  const services = own.flatMap((link) => link.services);
  if (services.length === 0) return complete ? "somebody" : "unknown";
  const reached = services.map((service) => {
    const replaced = sets(service, name);
    if (replaced !== "no") return replaced === "yes" ? "nobody" : "unknown";
    const others = links
      .filter((link) => link.services.includes(service))
      .flatMap(({ groups }) => groups.filter((group) => group.urn !== urn));
    // Of two groups the one that was linked last wins, and a preview does not know which that was.
    return others.every((group) => sets(group, name) === "no") ? "somebody" : "unknown";
  });
  if (reached.includes("somebody")) return "somebody";
  return complete && !reached.includes("unknown") ? "nobody" : "unknown";
}

function sets({ props }: PolicyResource, name: string): "yes" | "no" | "unknown" {
  const names = property(() => Object.keys(props.envVars ?? {}));
  if (!names.known) return "unknown";
  return names.value.includes(name) ? "yes" : "no";
}
