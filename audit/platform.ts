import { type Fact, factsOf, type PlatformFact } from "../domain";
import { isOfOtherPlatform } from "../domain/manifest";
import { RENDER_VARIABLES } from "../platforms/render/variables";
import { fileOf } from "./services/service-folders";

/**
 * Render, for an environment of which no manifest says so, where the service has a sign of it: it runs there in
 * another environment (render.yaml, a workflow that deploys), or its code asks for what Render alone sets.
 *
 * @param own what is stated of the environment
 * @param all what is stated of the service in any
 */
export function assumedPlatform(own: readonly Fact[], all: readonly Fact[]): readonly Fact[] {
  if (factsOf(own, "platform").length > 0) return [];
  const [elsewhere] = factsOf(all, "platform");
  const [asked] = factsOf(all, "wanted-variable").filter(({ name }) => RENDER_VARIABLES.includes(name));
  const sign = elsewhere ?? asked;
  const subject = own[0];
  return sign === undefined || subject === undefined ? [] : [renderAt(sign.place, subject)];
}

/** Whether anything says which platform runs the service. */
export function isPlatformKnown(facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.kind === "platform" || isOfOtherPlatform(fileOf(fact)));
}

/** Render, for the sake of argument. */
export function onRenderPerhaps(facts: readonly Fact[]): readonly Fact[] {
  return facts.slice(0, 1).map((fact) => renderAt(fact.place, fact));
}

function renderAt(place: Fact["place"], { service, environment }: Fact): PlatformFact {
  return {
    kind: "platform",
    platform: "render",
    assumed: true,
    place,
    ...(service !== undefined && { service }),
    ...(environment !== undefined && { environment }),
  };
}
