/** Committed files that say to a tool what to run, and that no platform reads by itself. */
export const TOOL_FILES = {
  pulumi: /(?:^|\/)Pulumi\.[^/]+\.ya?ml$/,
  compose: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
  image: /(?:^|\/)(?:(?:[^/]+\.)?Dockerfile(?:\.[^/]+)?|Containerfile)$/i,
  workflow: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/,
} as const;
