import type { PlatformFact } from "../../domain/fact";
import { isNative } from "./manifest";

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

/**
 * What its runtimes set by language, and one may set by oneself (render.com/docs/environment-variables, read in
 * November 2026; what any platform's runtime sets, such as RAILS_ENV, is in the list for all of them).
 */
export const RENDER_GIVEN =
  /^(?:IS_PULL_REQUEST|RELEASE_DISTRIBUTION|FORWARDED_ALLOW_IPS|PIPENV_YES|VENV_ROOT|MALLOC_ARENA_MAX|PASSENGER_\w+|PIDFILE|RAILS_SERVE_STATIC_FILES|RAILS_LOG_TO_STDOUT|ROCKET_ENV|ROCKET_PORT|GO111MODULE)$/;

/** What its native Ruby holds beside them. *Not confirmed*: the page that says so could not be read (2026-11-30). */
export function renderValues(fact: PlatformFact): Readonly<Record<string, string>> | undefined {
  return isNative(fact) && fact.runtime === "ruby" ? { RACK_ENV: "production" } : undefined;
}
