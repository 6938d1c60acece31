/**
 * Where images that are run as published answer health checks (langfuse.com/self-hosting: health and readiness check
 * endpoints; docs.directus.io/reference/system/server; go-gitea/gitea, pull request 18465; read 2026-12-01). The rows
 * of n8n, Grafana, Metabase and Hasura are as known from their pages, which were not opened that day.
 */
const HEALTH: readonly (readonly [image: RegExp, path: string])[] = [
  [/(?:^|\/)langfuse\/langfuse$/, "/api/public/health"],
  [/(?:^|\/)n8n(?:io)?(?:-io)?\/n8n$/, "/healthz"],
  [/(?:^|\/)directus\/directus$/, "/server/health"],
  [/(?:^|\/)grafana\/grafana(?:-oss|-enterprise)?$/, "/api/health"],
  [/(?:^|\/)metabase\/metabase(?:-enterprise)?$/, "/api/health"],
  [/(?:^|\/)hasura\/graphql-engine$/, "/healthz"],
  [/(?:^|\/)gitea\/gitea$/, "/api/healthz"],
];

/** A path that is meant to say whether the service is well; of any other one the image may have a page. */
const OF_HEALTH = /health|heartbeat|\/(?:ping|ready|readyz|livez?|status|up)\/?$/i;

/** The path at which an image answers health checks, where another one of that kind is asked. */
export function imageHealth(image: string | undefined, asked: string): string | undefined {
  if (image === undefined || !OF_HEALTH.test(asked)) return undefined;
  const path = HEALTH.find(([name]) => name.test(image))?.[1];
  return path === undefined || asked === path || asked.startsWith(`${path}/`) ? undefined : path;
}
