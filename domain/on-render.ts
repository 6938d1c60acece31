import { isLocalEnvironment } from "./environment-name";
import { type Fact, factsOf, type PlatformFact } from "./fact";
import { LOCAL_ENVIRONMENTS, type RuleSettings } from "./rule";

/** Whether the facts are of something that Render will run: a stack for a developer's machine is only rehearsed. */
export function runsOnRender(facts: readonly Fact[], settings: RuleSettings): boolean {
  const local = settings.localEnvironments ?? LOCAL_ENVIRONMENTS;
  const [environment] = factsOf(facts, "environment");
  return factsOf(facts, "platform").length > 0 && !local.includes(environment?.name ?? "");
}

/** Whether the facts are of a developer's or a test's machine, where a service may be started as one likes. */
export function runsLocally(facts: readonly Fact[], settings: RuleSettings): boolean {
  const [environment] = factsOf(facts, "environment");
  if (environment === undefined) return false;
  if ((settings.localEnvironments ?? LOCAL_ENVIRONMENTS).includes(environment.name)) return true;
  // A stack that is called `test` may be deployed all the same.
  return factsOf(facts, "platform").length === 0 && isLocalEnvironment(environment.name);
}

/** Runtimes whose process is an image's own, or none at all. */
const NOT_NATIVE: readonly string[] = ["docker", "image", "static"];

/** Whether Render builds the service by itself and starts it as a user without privileges. */
export function isNative({ runtime }: PlatformFact): boolean {
  return runtime !== undefined && !NOT_NATIVE.includes(runtime);
}
