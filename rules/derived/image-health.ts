/**
 * Where images that are run as published answer health checks, by each one's own pages (langfuse.com: health endpoints;
 * docs.n8n.io: monitoring; docs.directus.io: server health; grafana.com: HTTP API, other; metabase.com: customizing
 * Jetty; docs.strapi.io: health check; hasura.io: health; docs.gitea.com; umami.is; read 2026-12-01).
 */
const HEALTH: readonly (readonly [image: RegExp, path: string])[] = [
  [/(?:^|\/)langfuse\/langfuse$/, "/api/public/health"],
  [/(?:^|\/)n8n(?:io)?(?:-io)?\/n8n$/, "/healthz"],
  [/(?:^|\/)directus\/directus$/, "/server/health"],
  [/(?:^|\/)grafana\/grafana(?:-oss|-enterprise)?$/, "/api/health"],
  [/(?:^|\/)metabase\/metabase(?:-enterprise)?$/, "/api/health"],
  [/(?:^|\/)hasura\/graphql-engine$/, "/healthz"],
  [/(?:^|\/)gitea\/gitea$/, "/api/healthz"],
  [/(?:^|\/)umami(?:-software)?\/umami$/, "/api/heartbeat"],
];

/** A path that is meant to say whether the service is well; of any other one the image may have a page. */
const OF_HEALTH = /health|heartbeat|\/(?:ping|ready|readyz|livez?|status|up)\/?$/i;

/** The path at which an image answers health checks, where another one of that kind is asked. */
export function imageHealth(image: string | undefined, asked: string): string | undefined {
  if (image === undefined || !OF_HEALTH.test(asked)) return undefined;
  const path = HEALTH.find(([name]) => name.test(image))?.[1];
  return path === undefined || asked === path || asked.startsWith(`${path}/`) ? undefined : path;
}
