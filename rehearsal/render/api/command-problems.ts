import type { Specific } from "./schemas/service";

const NATIVE = new Set(["buildCommand", "startCommand"]);

/** What is wrong with the commands of a runtime; `complete` where a native one must have both. */
export function commandProblems(runtime: string, given: Specific | undefined, complete: boolean): string[] {
  // A static site may have no build.
  if (runtime === "static") return [];
  const native = runtime !== "docker" && runtime !== "image";
  const field = (name: string): string => `serviceDetails.envSpecificDetails.${name}`;
  const strange = Object.keys(given ?? {})
    .filter((name) => NATIVE.has(name) !== native)
    .map((name) => `${field(name)}: not a field of runtime ${runtime}`);
  const missing = [...NATIVE]
    .filter((name) => native && complete && !Object.hasOwn(given ?? {}, name))
    .map((name) => `${field(name)}: required for runtime ${runtime}`);
  const credential =
    given?.registryCredentialId === undefined
      ? []
      : [`${field("registryCredentialId")}: there are no registry credentials in the embedded Render`];
  return [...strange, ...missing, ...credential];
}
