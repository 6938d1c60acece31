import type { ReportViolation } from "@pulumi/policy";
import { describePlace, type Place } from "../domain";

/** What is not decided of one resource, by why: a line for each place, and one for all variables that wait for the same. */
export class UndecidedLines {
  private readonly byWhy = new Map<string, { readonly places: Place[]; readonly rules: Set<string> }>();

  add(rule: string, place: Place, why: string): void {
    const key = isVariable(place) ? why : `${describePlace(place)}\0${why}`;
    const line = this.byWhy.get(key) ?? { places: [], rules: new Set() };
    this.byWhy.set(key, line);
    if (!line.places.some((one) => describePlace(one) === describePlace(place))) line.places.push(place);
    line.rules.add(rule);
  }

  report(reportViolation: ReportViolation, urn?: string): void {
    for (const [key, { places, rules }] of this.byWhy) {
      const why = key.slice(key.indexOf("\0") + 1);
      reportViolation(
        `${together(places)}: not decided, ${why}${/[.?!]$/.test(why) ? "" : "."} Rules: ${[...rules].join(", ")}`,
        urn,
      );
    }
  }
}

function isVariable(place: Place): boolean {
  return (
    place.source === "resource" && /^envVars\.[^.]+$/.test(place.property) && place.variables === undefined
  );
}

/** `api (envVars.REDIS_URL, envVars.QUEUE_URL)` of several of one resource. */
function together([first, ...others]: readonly Place[]): string {
  if (first === undefined) return "";
  if (first.source !== "resource" || others.length === 0) return describePlace(first);
  const properties = [first, ...others].map((place) => (place.source === "resource" ? place.property : ""));
  return describePlace({ ...first, property: properties.join(", ") });
}
