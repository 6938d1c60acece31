import { type Fact, factsOf } from "./fact";

/**
 * Whether what is stated is what a deployment gets: it is a resource's, or of the manifest that says of which type the service
 * is. An env file, a compose file and an example may be a developer's own.
 */
export function isDeployed({ place, service }: Fact, facts: readonly Fact[]): boolean {
  if (place.source === "resource") return true;
  if (place.source !== "file") return false;
  return factsOf(facts, "platform").some(
    (one) =>
      one.type !== undefined &&
      one.service === service &&
      one.place.source === "file" &&
      one.place.file === place.file,
  );
}
