import { isLocalEnvironment, LOCAL_ENVIRONMENTS } from "./environment-name";
import { type Fact, factsOf } from "./fact";
import type { RuleSettings } from "./rule";

type Settings = Pick<RuleSettings, "localEnvironments">;

/** Whether the facts are of an environment that is only rehearsed: a stack for a developer's machine. */
export function isRehearsedOnly(facts: readonly Fact[], settings: Settings): boolean {
  const local = settings.localEnvironments ?? LOCAL_ENVIRONMENTS;
  const [environment] = factsOf(facts, "environment");
  return local.includes(environment?.name ?? "");
}

/** Whether the facts are of a developer's or a test's machine, where a service may be started as one likes. */
export function runsLocally(facts: readonly Fact[], settings: Settings): boolean {
  const [environment] = factsOf(facts, "environment");
  if (environment === undefined) return false;
  if (isRehearsedOnly(facts, settings)) return true;
  // A stack that is called `test` may be deployed all the same.
  return factsOf(facts, "platform").length === 0 && isLocalEnvironment(environment.name);
}
