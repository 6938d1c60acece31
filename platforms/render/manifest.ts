import type { PlatformFact } from "../../domain/fact";
import type { Place } from "../../domain/place";

/** A Blueprint's file: any name may be given to one (render.com/docs/infrastructure-as-code); these say what they are. */
export const BLUEPRINT =
  /(?:^|\/)(?:render|(?:render|blueprint)[._-][\w.-]+|[\w.-]+[._-](?:render|blueprint))\.ya?ml$/;

/** Whether a Blueprint states it, which may be one by its content alone. */
export function isBlueprintPlace(place: Place): boolean {
  return place.source === "file" && (place.manifestOf === "render" || BLUEPRINT.test(place.file));
}

/** Runtimes whose process is an image's own, or none at all. */
const NOT_NATIVE: readonly string[] = ["docker", "image", "static"];

/** Whether Render builds the service by itself and starts it as a user without privileges. */
export function isNative({ runtime }: PlatformFact): boolean {
  return runtime !== undefined && !NOT_NATIVE.includes(runtime);
}
