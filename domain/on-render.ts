import { type Fact, factsOf } from "./fact";
import { LOCAL_ENVIRONMENTS, type RuleSettings } from "./rule";

/** Whether the facts are of something that Render will run: a stack for a developer's machine is only rehearsed. */
export function runsOnRender(facts: readonly Fact[], settings: RuleSettings): boolean {
  const local = settings.localEnvironments ?? LOCAL_ENVIRONMENTS;
  const [environment] = factsOf(facts, "environment");
  return factsOf(facts, "platform").length > 0 && !local.includes(environment?.name ?? "");
}
