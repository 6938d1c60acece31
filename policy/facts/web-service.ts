import type { Fact, Place } from "../../domain";
import { platformFact } from "./platform";
import { property } from "./read-property";
import type { ReadResource } from "./resource";
import { variableFacts } from "./variables";

/** What a Render web service states: its platform, start command, health check and variables. */
export function webServiceFacts(args: ReadResource): readonly Fact[] {
  const { urn, props } = args;
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  const command = property(() => props.startCommand as unknown);
  const facts: Fact[] = [
    platformFact(args),
    {
      kind: "health-check",
      place: at("healthCheckPath"),
      path: property(() => props.healthCheckPath as string | undefined),
    },
    ...variableFacts(args),
  ];
  if (!command.known) facts.push({ kind: "start-command", place: at("startCommand"), command });
  else if (typeof command.value === "string" && command.value !== "") {
    facts.push({
      kind: "start-command",
      place: at("startCommand"),
      command: { known: true, value: command.value },
    });
  }
  return facts;
}
