import type { PublishedImage } from "./published-image";

const READS_PORT = { portVariables: ["PORT"] } as const;
const SETTINGS = /^\/etc\b|conf/i;
const WITH_DATA = /^\/(?:etc|data)\b|conf/i;

/**
 * Applications that are run as they are published. Each by its page of settings, its image's Dockerfile or its code;
 * read 2026-12-01. None whose port moved from one version to the next.
 */
export const IMAGES_OF_APPLICATIONS: readonly PublishedImage[] = [
  // metabase.com/docs: environment variables
  {
    names: ["metabase/metabase", "metabase/metabase-enterprise"],
    port: "3000",
    hostVariables: ["MB_JETTY_HOST"],
    portVariables: ["MB_JETTY_PORT"],
  },
  // grafana.com/docs: configure Grafana, server
  {
    names: ["grafana/grafana", "grafana/grafana-oss", "grafana/grafana-enterprise"],
    port: "3000",
    hostVariables: ["GF_SERVER_HTTP_ADDR"],
    portVariables: ["GF_SERVER_HTTP_PORT"],
    elsewhereVariables: /^GF_(?:SERVER_(?:PROTOCOL|SOCKET)|PATHS_CONFIG)$/,
    settingsBelow: SETTINGS,
  },
  // docs.n8n.io: environment variables, deployment
  {
    names: ["n8nio/n8n", "docker.n8n.io/n8nio/n8n", "ghcr.io/n8n-io/n8n"],
    port: "5678",
    hostVariables: ["N8N_LISTEN_ADDRESS"],
    portVariables: ["N8N_PORT"],
  },
  // hasura.io/docs: GraphQL engine server configuration
  {
    names: ["hasura/graphql-engine"],
    port: "8080",
    hostVariables: ["HASURA_GRAPHQL_SERVER_HOST"],
    portVariables: ["HASURA_GRAPHQL_SERVER_PORT"],
  },
  // BerriAI/litellm: Dockerfile, whose command names the port
  {
    names: ["ghcr.io/berriai/litellm", "ghcr.io/berriai/litellm-database", "litellm/litellm"],
    port: "4000",
    hostVariables: ["HOST"],
  },
  // dani-garcia/vaultwarden: Dockerfile
  {
    names: ["vaultwarden/server", "ghcr.io/dani-garcia/vaultwarden", "quay.io/vaultwarden/server"],
    port: "80",
    hostVariables: ["ROCKET_ADDRESS"],
    portVariables: ["ROCKET_PORT"],
    elsewhereVariables: /^ROCKET_TLS$/,
  },
  // gotify.net/docs/config
  {
    names: ["gotify/server", "ghcr.io/gotify/server"],
    port: "80",
    hostVariables: ["GOTIFY_SERVER_LISTENADDR"],
    portVariables: ["GOTIFY_SERVER_PORT"],
    settingsBelow: SETTINGS,
  },
  // docker-library/ghost: its configuration binds all addresses
  {
    names: ["ghost"],
    port: "2368",
    hostVariables: ["server__host"],
    portVariables: ["server__port"],
    settingsBelow: SETTINGS,
  },
  // requarks/wiki: dev/build/config.yml
  { names: ["requarks/wiki", "ghcr.io/requarks/wiki"], port: "3000", settingsBelow: SETTINGS },
  { names: ["adminer"], port: "8080" },
  // pgadmin.org/docs: container deployment
  {
    names: ["dpage/pgadmin4"],
    port: "80",
    hostVariables: ["PGADMIN_LISTEN_ADDRESS"],
    portVariables: ["PGADMIN_LISTEN_PORT"],
    elsewhereVariables: /^PGADMIN_ENABLE_(?:TLS|SOCK)$/,
  },
  // docs.gitea.com: configuration cheat sheet, server
  {
    names: ["gitea/gitea", "docker.gitea.com/gitea"],
    port: "3000",
    also: ["22"],
    hostVariables: ["GITEA__server__HTTP_ADDR"],
    portVariables: ["GITEA__server__HTTP_PORT"],
    elsewhereVariables: /^(?:HTTP_PORT|PROTOCOL|GITEA__server__PROTOCOL)$/,
    settingsBelow: WITH_DATA,
  },
  // apache/superset: docker/entrypoints/run-server.sh
  {
    names: ["apache/superset", "apachesuperset.docker.scarf.sh/apache/superset"],
    port: "8088",
    hostVariables: ["SUPERSET_BIND_ADDRESS"],
    portVariables: ["SUPERSET_PORT"],
  },
  // docs.imgproxy.net: configuration; PORT counts where IMGPROXY_BIND is not set
  {
    names: ["darthsim/imgproxy", "ghcr.io/imgproxy/imgproxy"],
    port: "8080",
    bindVariables: ["IMGPROXY_BIND"],
    ...READS_PORT,
    elsewhereVariables: /^IMGPROXY_NETWORK$/,
  },
  // docs.postgrest.org: configuration
  {
    names: ["postgrest/postgrest"],
    port: "3000",
    hostVariables: ["PGRST_SERVER_HOST"],
    portVariables: ["PGRST_SERVER_PORT"],
    elsewhereVariables: /^PGRST_SERVER_UNIX_SOCKET$/,
  },
  // Mintplex-Labs/anything-llm: server/index.js
  {
    names: ["mintplexlabs/anythingllm", "ghcr.io/mintplex-labs/anything-llm"],
    port: "3001",
    portVariables: ["SERVER_PORT"],
    elsewhereVariables: /^ENABLE_HTTPS$/,
  },
  // doc.evolution-api.com: environment variables
  {
    names: ["atendai/evolution-api", "evoapicloud/evolution-api"],
    port: "8080",
    portVariables: ["SERVER_PORT"],
    elsewhereVariables: /^(?:SERVER_TYPE|SSL_CONF_.*)$/,
  },
  // louislam/uptime-kuma: server/config.js
  {
    names: ["louislam/uptime-kuma", "ghcr.io/louislam/uptime-kuma"],
    port: "3001",
    hostVariables: ["UPTIME_KUMA_HOST", "HOST"],
    portVariables: ["UPTIME_KUMA_PORT", "PORT"],
  },
  // open-webui/open-webui: backend/start.sh
  {
    names: ["ghcr.io/open-webui/open-webui"],
    port: "8080",
    hostVariables: ["HOST"],
    ...READS_PORT,
    elsewhereVariables: /^SPACE_ID$/,
  },
  // directus.io/docs: configuration, general
  { names: ["directus/directus"], port: "8055", hostVariables: ["HOST"], ...READS_PORT },
  // umami-software/umami: Dockerfile, Next's own server
  {
    names: ["ghcr.io/umami-software/umami", "docker.umami.is/umami-software/umami", "umamisoftware/umami"],
    port: "3000",
    hostVariables: ["HOSTNAME"],
    ...READS_PORT,
  },
  // nodered.org/docs: settings file, uiPort
  { names: ["nodered/node-red"], port: "1880", ...READS_PORT, settingsBelow: WITH_DATA },
  // docs.flowiseai.com: environment variables
  { names: ["flowiseai/flowise"], port: "3000", ...READS_PORT },
  // nocodb.com/docs: environment variables
  { names: ["nocodb/nocodb"], port: "8080", ...READS_PORT },
  // actualbudget.org/docs: configuration
  {
    names: [
      "actualbudget/actual-server",
      "ghcr.io/actualbudget/actual-server",
      "ghcr.io/actualbudget/actual",
    ],
    port: "5006",
    hostVariables: ["ACTUAL_HOSTNAME"],
    portVariables: ["ACTUAL_PORT", "PORT"],
    settingsBelow: WITH_DATA,
  },
  // docs.langflow.org: environment variables; the image sets both
  {
    names: ["langflowai/langflow"],
    port: "7860",
    hostVariables: ["LANGFLOW_HOST"],
    portVariables: ["LANGFLOW_PORT"],
  },
  // verdaccio.org/docs/docker
  {
    names: ["verdaccio/verdaccio"],
    port: "4873",
    portVariables: ["VERDACCIO_PORT"],
    settingsBelow: SETTINGS,
  },
  // docs.usememos.com: runtime options
  {
    names: ["neosmemo/memos", "ghcr.io/usememos/memos"],
    port: "5230",
    hostVariables: ["MEMOS_ADDR"],
    portVariables: ["MEMOS_PORT"],
  },
  // docs.getunleash.io: configuring Unleash
  {
    names: ["unleashorg/unleash-server"],
    port: "4242",
    hostVariables: ["HTTP_HOST"],
    portVariables: ["HTTP_PORT", "PORT"],
  },
];
