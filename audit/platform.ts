import { type Fact, factsOf, type PlatformFact } from "../domain";
import type { Platform } from "../domain/platform";
import { sameSubject } from "../domain/stated";
import { manifestAt, PLATFORMS } from "../platforms";

/**
 * The platforms of one environment's facts that no reader states: a fact of a platform's manifest says that the
 * service runs there. Where no manifest speaks of the environment, a sign elsewhere of the service does: it runs there
 * in another environment (render.yaml, a workflow that deploys), or its code asks for what that platform alone sets.
 *
 * @param own what is stated of the environment
 * @param all what is stated of the service in any
 */
export function impliedPlatforms(
  own: readonly Fact[],
  all: readonly Fact[],
  platforms: readonly Platform[] = PLATFORMS,
): readonly Fact[] {
  const subject = own[0];
  if (subject === undefined) return [];
  const stated = new Set(factsOf(own, "platform").map(({ platform }) => platform));
  const byManifest: Fact[] = [];
  for (const { place } of own) {
    const at = manifestAt(place, { platforms });
    if (at === undefined || stated.has(at.platform.id)) continue;
    stated.add(at.platform.id);
    byManifest.push(platformAt(at.platform.id, place, subject, at.manifest.shared === true));
  }
  if (stated.size > 0) return byManifest;
  const [elsewhere] = factsOf(all, "platform");
  if (elsewhere !== undefined) return [platformAt(elsewhere.platform, elsewhere.place, subject, true)];
  for (const wanted of factsOf(all, "wanted-variable")) {
    const asked = platforms.find(({ variables }) => variables.includes(wanted.name));
    if (asked !== undefined) return [platformAt(asked.id, wanted.place, subject, true)];
  }
  return [];
}

/** Each platform, for the sake of argument. */
export function onEachPlatform(facts: readonly Fact[], platforms: readonly Platform[]): readonly Fact[] {
  const [subject] = facts;
  return subject === undefined ? [] : platforms.map(({ id }) => platformAt(id, subject.place, subject, true));
}

function platformAt(platform: string, place: Fact["place"], fact: Fact, assumed: boolean): PlatformFact {
  return {
    kind: "platform",
    platform,
    place,
    ...(assumed && { assumed }),
    ...sameSubject(fact),
  };
}
