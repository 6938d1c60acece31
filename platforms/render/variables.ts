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

/** What is there without anybody's setting it: by the platform, by its runtimes, by the shell, by CI. */
const GIVEN: readonly RegExp[] = [
  /^(?:PORT|WEB_CONCURRENCY|NODE_ENV|GUNICORN_CMD_ARGS|RAILS_ENV|RACK_ENV|ROCKET_PORT|GO111MODULE)$/,
  /^(?:PATH|HOME|USER|LOGNAME|PWD|SHELL|LANG|LC_\w+|TZ|TERM|TMPDIR|HOSTNAME|EDITOR)$/,
  /^(?:PYTHON\w*|VIRTUAL_ENV|NODE_\w+|npm_\w+)$/i,
  /^(?:CI|GITHUB_\w+|RUNNER_\w+|VERCEL\w*|FLY_\w+|RAILWAY_\w+|DYNO|HEROKU_\w+|KUBERNETES_\w+|AWS_LAMBDA_\w+)$/,
];

/** Whether code may count on a variable that no environment of the repository sets. */
export function isGiven(name: string): boolean {
  return RENDER_VARIABLES.includes(name) || GIVEN.some((form) => form.test(name));
}
