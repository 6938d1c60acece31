import type { PlatformFact } from "../../domain/fact";
import type { DefaultWorkers, HandedFlags } from "../../domain/platform";
import { isNative } from "./manifest";
import { RENDER_DEFAULT_PORT } from "./ports";

/**
 * What Render sets for Python beside PORT (render.com/docs/environment-variables, a copy of 2026-03-18). The page has
 * the port as a number; whether it follows a PORT of the service's own was not tried.
 */
export const GUNICORN_FLAGS: HandedFlags = {
  variable: "GUNICORN_CMD_ARGS",
  runtime: "python",
  flags: `--bind=0.0.0.0:${RENDER_DEFAULT_PORT}`,
  why: `Render hands gunicorn \`--bind=0.0.0.0:${RENDER_DEFAULT_PORT}\` by GUNICORN_CMD_ARGS, and whether that follows PORT is not known: write \`--bind 0.0.0.0:$PORT\``,
};

/** CPUs by the names that plans had before August 2026 (render.com/pricing, 2026-11-28); later names say them. */
const CPUS: Readonly<Record<string, number>> = {
  standard: 1,
  pro: 2,
  "pro plus": 4,
  "pro max": 4,
  "pro ultra": 8,
};

/** WEB_CONCURRENCY of services that were made after 2025-12-08 (render.com/docs/environment-variables). */
export function defaultWorkers(fact: PlatformFact): DefaultWorkers | undefined {
  if (!isNative(fact) || fact.plan === undefined) return undefined;
  const plan = fact.plan.toLowerCase().replaceAll(/[-_](?=[a-z])/g, " ");
  const cpus = Number(/^(\d+)c\b/.exec(plan)?.[1] ?? CPUS[plan] ?? 1);
  if (cpus < 2) return undefined;
  return {
    count: cpus,
    because: `Render sets WEB_CONCURRENCY to the ${cpus} CPUs of \`${fact.plan}\` for services made after 8 December 2025`,
  };
}
