import { TOOL_FILES } from "./manifest";
import type { Place } from "./place";

/** Whether a place is a value that a program gives to a service or a group, such as a URL in a variable. */
export function isTypedValue(place: Place): boolean {
  return place.source === "resource" && /^(?:envVars|secretFiles)\b/.test(place.property ?? "");
}

/** Whether a place is a stack's configuration, or a resource made of it: there a fix may be a key of the stack's. */
export function isStackPlace(place: Place): boolean {
  if (place.source === "file") return TOOL_FILES.pulumi.test(place.file);
  return place.source === "resource" || place.source === "configuration";
}

/** Whether a place is in a compose file: a network, host names and ports of a developer's machine. */
export function isComposePlace(place: Place): boolean {
  return place.source === "file" && TOOL_FILES.compose.test(place.file);
}
