import type { Place } from "./place";

/** `.env`, `.env.production` and `production.env`. */
const NAME = /(?:^|\/)(?:\.env(?:\.[^/]+)?|[^/]+\.env)$/;

/** Whether a place is in a file of variables. */
export function isEnvFile(place: Place): boolean {
  return place.source === "file" && NAME.test(place.file);
}
