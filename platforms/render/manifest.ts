import type { PlatformFact } from "../../domain/fact";

/** A Blueprint's file. */
export const BLUEPRINT = /(?:^|\/)render\.ya?ml$/;

/** Runtimes whose process is an image's own, or none at all. */
const NOT_NATIVE: readonly string[] = ["docker", "image", "static"];

/** Whether Render builds the service by itself and starts it as a user without privileges. */
export function isNative({ runtime }: PlatformFact): boolean {
  return runtime !== undefined && !NOT_NATIVE.includes(runtime);
}
