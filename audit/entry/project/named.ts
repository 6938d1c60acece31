import { type Fact, type FactOf, factsOf, type Place } from "../../../domain";
import { environmentKind } from "../../../domain/environment-name";
import { environmentInName } from "../../readers/facts/file-environment";

/** A module that something names, and the name in it. */
export interface Named {
  readonly module: string;
  readonly attribute?: string;
  readonly place: Place;
  readonly bases: readonly string[];
  /** Whether it is the team's own for certain. */
  readonly isOwn?: true;
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

/** A variable's value where a platform's manifest, an image or an env file of a deployed environment sets it. */
export function setInManifest(
  name: string,
  facts: readonly Fact[],
): readonly { readonly value: string; readonly place: Place }[] {
  return factsOf(facts, "variable").flatMap((fact) =>
    fact.name === name && fact.value.known && (!isOfEnvFile(fact.place) || isOfDeployed(fact))
      ? [{ value: fact.value.value, place: fact.place }]
      : [],
  );
}

/** `.env.production`, by its own name: a plain `.env` is a developer's. */
function isOfDeployed({ place, environment }: Fact): boolean {
  const kind = environmentKind(environment ?? "");
  const file = place.source === "file" ? place.file : "";
  return (kind === "production" || kind === "staging") && environmentInName(file) !== undefined;
}

function isOfEnvFile(place: Place): boolean {
  return place.source !== "file" || /(?:^|\/)[^/]*\.?env(?:\.|$)[^/]*$/.test(place.file);
}
