import { type Fact, factsOf } from "../../domain";
import type { ReadResource } from "./resource";
import { variableFacts } from "./variables";

/** What an env group states: its variables, which services on Render get. */
export function envGroupFacts(resource: ReadResource): readonly Fact[] {
  const place = { source: "resource", urn: resource.urn, property: "envVars" } as const;
  return [{ kind: "platform", place, platform: "render" }, ...variableFacts(resource)];
}

/** What of it is judged without its services: unless a component declares the port, each may set a PORT that wins. */
export function judgedAlone(facts: readonly Fact[]): readonly Fact[] {
  if (factsOf(facts, "port").some(({ role }) => role === "declared")) return facts;
  return facts.filter((fact) => fact.kind !== "variable" || fact.name !== "PORT");
}
