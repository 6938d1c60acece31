import type { Fact } from "../../domain";
import type { ReadResource } from "./resource";
import { variableFacts } from "./variables";

/** What an env group states: its variables, which services on Render get. */
export function envGroupFacts(resource: ReadResource): readonly Fact[] {
  const place = { source: "resource", urn: resource.urn, property: "envVars" } as const;
  return [{ kind: "platform", place, platform: "render" }, ...variableFacts(resource)];
}
