import type { PublishedImage } from "./published-image";

const SETTINGS = /^\/etc\b|conf/i;

/**
 * Stores, searches, brokers and web servers. Each by its page of settings or its image's Dockerfile; read 2026-12-01.
 * A database that a service asks over TCP is among them for what asks it.
 */
export const IMAGES_OF_STORES: readonly PublishedImage[] = [
  // nginx.org: the configuration that the image brings; docs of nginxinc/nginx-unprivileged
  { names: ["nginx"], port: "80", elsewhereVariables: /^NGINX_/, settingsBelow: SETTINGS },
  {
    names: ["nginxinc/nginx-unprivileged"],
    port: "8080",
    elsewhereVariables: /^NGINX_/,
    settingsBelow: SETTINGS,
  },
  // hub.docker.com: excalidraw/excalidraw, wordpress, nextcloud, matomo, drupal, joomla: Apache's or nginx's own port
  {
    names: ["excalidraw/excalidraw", "wordpress", "nextcloud", "matomo", "drupal", "joomla"],
    port: "80",
    settingsBelow: SETTINGS,
  },
  // hub.docker.com/_/httpd
  { names: ["httpd"], port: "80", settingsBelow: SETTINGS },
  // meilisearch.com/docs: instance options; the image sets MEILI_HTTP_ADDR to 0.0.0.0:7700
  {
    names: ["getmeili/meilisearch"],
    port: "7700",
    bindVariables: ["MEILI_HTTP_ADDR"],
    elsewhereVariables: /^MEILI_CONFIG_FILE_PATH$/,
    settingsBelow: SETTINGS,
  },
  // typesense.org/docs: server configuration
  {
    names: ["typesense/typesense"],
    port: "8108",
    also: ["8107"],
    hostVariables: ["TYPESENSE_API_ADDRESS"],
    portVariables: ["TYPESENSE_API_PORT"],
    elsewhereVariables: /^TYPESENSE_(?:CONFIG|PEERING_PORT)$/,
  },
  // qdrant.tech/documentation: configuration, service
  {
    names: ["qdrant/qdrant", "ghcr.io/qdrant/qdrant/qdrant"],
    port: "6333",
    also: ["6334"],
    hostVariables: ["QDRANT__SERVICE__HOST"],
    portVariables: ["QDRANT__SERVICE__HTTP_PORT"],
    elsewhereVariables: /^QDRANT__SERVICE__GRPC_PORT$|^QDRANT__CLUSTER__/,
    settingsBelow: SETTINGS,
  },
  // rabbitmq.com/docs: networking; 15672 is the management plugin's, 15692 Prometheus'
  {
    names: ["rabbitmq"],
    port: "5672",
    also: ["15672", "15692", "25672", "4369"],
    elsewhereVariables: /^RABBITMQ_NODE_PORT$/,
    settingsBelow: SETTINGS,
  },
  // distribution.github.io/distribution: configuration
  {
    names: ["registry"],
    port: "5000",
    bindVariables: ["REGISTRY_HTTP_ADDR"],
    elsewhereVariables: /^REGISTRY_HTTP_(?:TLS|DEBUG)_/,
    settingsBelow: SETTINGS,
  },
  // docs.ollama.com/faq; the image sets OLLAMA_HOST to 0.0.0.0:11434
  { names: ["ollama/ollama"], port: "11434", bindVariables: ["OLLAMA_HOST"] },
  // Each image's page at Docker Hub, or the maker's own on ports.
  { names: ["redis", "valkey/valkey", "redis/redis-stack-server"], port: "6379", settingsBelow: SETTINGS },
  { names: ["memcached"], port: "11211" },
  { names: ["mongo"], port: "27017", settingsBelow: SETTINGS },
  { names: ["nats"], port: "4222", also: ["8222", "6222"], settingsBelow: SETTINGS },
  {
    names: ["clickhouse/clickhouse-server"],
    port: "8123",
    also: ["9000", "9004", "9005", "9009"],
    settingsBelow: SETTINGS,
  },
];
