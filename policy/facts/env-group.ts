import { type Fact, factsOf } from "../../domain";
import { property } from "./read-property";
import type { ReadResource } from "./resource";
import { variableFacts } from "./variables";

/** What an env group states: its variables, which services on Render get. */
export function envGroupFacts(resource: ReadResource): readonly Fact[] {
  const place = { source: "resource", urn: resource.urn, property: "envVars" } as const;
  return [
    { kind: "platform", place, platform: "render" },
    ...variableFacts(resource),
    ...(isEmpty(resource)
      ? [
          {
            kind: "manifest-part",
            place,
            platform: "render",
            part: "env group",
            fields: new Map([["envVars", { text: "none", place }]]),
          } as const,
        ]
      : []),
  ];
}

/** Whether a group has no variable and no file; what is known only later may have some. */
function isEmpty({ props }: ReadResource): boolean {
  return [() => props.envVars, () => props.secretFiles].every((read) => {
    const names = property(() => Object.keys(read() ?? {}));
    return names.known && names.value.length === 0;
  });
}

/** What of it is judged without its services: unless a component declares the port, each may set a PORT that wins. */
export function judgedAlone(facts: readonly Fact[]): readonly Fact[] {
  if (factsOf(facts, "port").some(({ role }) => role === "declared")) return facts;
  return facts.filter((fact) => fact.kind !== "variable" || fact.name !== "PORT");
}
