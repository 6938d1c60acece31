import type { Place } from "./place";

/** Whether a place is a stack's configuration, or a resource made of it: there a fix may be a key of the stack's. */
export function isStackPlace(place: Place): boolean {
  if (place.source === "file") return /(?:^|\/)Pulumi\.[^/]+\.ya?ml$/.test(place.file);
  return place.source === "resource" || place.source === "configuration";
}
