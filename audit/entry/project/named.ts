import { type Fact, type FactOf, factsOf, type Place } from "../../../domain";

/** A module that something names, and the name in it. */
export interface Named {
  readonly module: string;
  readonly attribute?: string;
  readonly place: Place;
  readonly bases: readonly string[];
  /** What is missing of it, where that has been asked. */
  readonly missing?: Missing;
}

/** What of it the repository has not. */
export type Missing = FactOf<"application">["missing"];

/** Comments and long strings with spaces in their place. */
export function withoutProse(text: string): string {
  return text.replaceAll(/"""[\s\S]*?"""|'''[\s\S]*?'''|#[^\n]*/g, (prose) =>
    prose.replaceAll(/[^\n]/g, " "),
  );
}

/** A variable's value where a platform's manifest or an image sets it. */
export function setInManifest(
  name: string,
  facts: readonly Fact[],
): readonly { readonly value: string; readonly place: Place }[] {
  return factsOf(facts, "variable").flatMap((fact) =>
    fact.name === name && fact.value.known && !isOfEnvFile(fact.place)
      ? [{ value: fact.value.value, place: fact.place }]
      : [],
  );
}

function isOfEnvFile(place: Place): boolean {
  return place.source !== "file" || /(?:^|\/)[^/]*\.?env(?:\.|$)[^/]*$/.test(place.file);
}
