/** What Render writes into each instance, beside PORT and what one may set by oneself (render.com/docs/environment-variables). */
export const RENDER_VARIABLES: readonly string[] = [
  "RENDER",
  "RENDER_SERVICE_ID",
  "RENDER_SERVICE_NAME",
  "RENDER_SERVICE_TYPE",
  "RENDER_INSTANCE_ID",
  "RENDER_EXTERNAL_URL",
  "RENDER_EXTERNAL_HOSTNAME",
  "RENDER_DISCOVERY_SERVICE",
  "RENDER_GIT_COMMIT",
  "RENDER_GIT_BRANCH",
  "RENDER_GIT_REPO_SLUG",
  "RENDER_CPU_COUNT",
  "RENDER_WEB_CONCURRENCY",
  "IS_PULL_REQUEST",
];
