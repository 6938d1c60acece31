import type { Fact } from "../../../domain";
import { environmentKind } from "../../../domain/environment-name";
import type { ComposeFile, ComposeService } from "./service";

/** No name of a compose service has a space, so none that is written looks like this. */
const OF_PROFILE = / \(profile [^)]*\)$/;

/** Whether a name is that of a service which compose starts only for a profile. */
export const isOfProfile = (service: string): boolean => OF_PROFILE.test(service);

/** The profiles that the layers of a service name; `.env` may start some by COMPOSE_PROFILES, and `*` is all of them. */
export function profileOf(
  file: ComposeFile,
  layers: readonly (readonly [ComposeFile, ComposeService])[],
): string | undefined {
  const profiles = layers.flatMap(([{ tree }, service]) =>
    tree.items(service.entry("profiles")?.value).flatMap((item) => tree.text(item) ?? []),
  );
  const [first] = profiles;
  if (first === undefined) return undefined;
  const active = file.filled("$" + "{COMPOSE_PROFILES:-}");
  const started = active.known ? active.value.split(",").map((name) => name.trim()) : [];
  return profiles.some((name) => started.includes(name)) || started.includes("*") ? undefined : first;
}

/**
 * The facts of a service that compose does not start by itself (docs.docker.com: using profiles with Compose): one of
 * its own, beside the services that are started, and never one that is deployed.
 */
export function ofProfile(facts: readonly Fact[], profile: string): readonly Fact[] {
  return facts.map((fact) => ({
    ...fact,
    ...(fact.service !== undefined && { service: `${fact.service} (profile ${profile})` }),
    environment: environmentKind(fact.environment ?? "") === "test" ? "test" : "local",
  }));
}
