import type { Place } from "./place";

/** Files that are committed to tell a platform or a tool what to run, by whoever reads them. */
export const MANIFEST_FILES = {
  render: /(?:^|\/)render\.ya?ml$/,
  pulumi: /(?:^|\/)Pulumi\.[^/]+\.ya?ml$/,
  fly: /(?:^|\/)fly(?:[.-][\w-]+)*\.toml$/,
  railway: /(?:^|\/)railway\.(?:json|toml)$/,
  heroku: /(?:^|\/)(?:app\.json|heroku\.ya?ml)$/,
  procfile: /(?:^|\/)Procfile$/,
  compose: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
  workflow: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/,
} as const;

const { render, pulumi, fly, railway, heroku, procfile } = MANIFEST_FILES;

/** What says of a deployment that it is not Render's. */
const OF_OTHER_PLATFORMS = [procfile, fly, railway, heroku];

/** A Procfile sets no variables, and a workflow's are the workflow's own. */
const OF_PLATFORMS = [render, pulumi, fly, railway, heroku];

/**
 * Whether a platform reads the place by itself: its own manifest, or what is no file at all. An env file only tells
 * what somebody has set, or means to set.
 */
export function isManifest(place: Place): boolean {
  return place.source !== "file" || OF_PLATFORMS.some((form) => form.test(place.file));
}

export function isOfOtherPlatform(file: string): boolean {
  return OF_OTHER_PLATFORMS.some((form) => form.test(file));
}
