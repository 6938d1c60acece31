import { LOOPBACK, PORT } from "../batch";
import { type BrokenProgram, type ProgramCase, privateService, values } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { image, python } from "../twentieth-form";
import { broken, product, sound } from "./reported-services-form";

type Variables = Readonly<Record<string, string>>;

const opens = (path: string, tag: string, port: string, of: Variables = {}): ExplainedCase =>
  broken(PORT, `the image opens ${port}, and PORT names 8000`, product(path, tag, of));
const follows = (path: string, tag: string, of: Variables): ExplainedCase =>
  sound("the variable that the image reads names the port too", product(path, tag, of));
const without = (one: SealedCase, ...names: readonly string[]): SealedCase => ({
  ...one,
  variables: { ...one.variables, ...Object.fromEntries(names.map((name) => [name, null])) },
});

/** Products' own images in a web service of which PORT says 8000; each opens what its page of settings says. */
export const PUBLISHED_IMAGES_BROKEN: readonly ExplainedCase[] = [
  opens("docker.io/metabase/metabase", "v0.52.4", "3000"),
  opens("metabase/metabase", "v0.53.1", "3001", { MB_JETTY_PORT: "3001" }),
  opens("docker.io/grafana/grafana", "11.4.0", "3000", { GF_SECURITY_ADMIN_USER: "admin" }),
  opens("grafana/grafana-oss", "11.6.0", "3000"),
  opens("docker.io/n8nio/n8n", "1.115.3", "5678"),
  opens("docker.n8n.io/n8nio/n8n", "1.115.3", "10000", { N8N_PORT: "10000" }),
  opens("docker.io/hasura/graphql-engine", "v2.44.0", "8080"),
  opens("docker.io/vaultwarden/server", "1.33.2", "80"),
  opens("vaultwarden/server", "1.33.2", "3012", { ROCKET_PORT: "3012" }),
  opens("gotify/server", "2.6.1", "80"),
  opens("docker.io/getmeili/meilisearch", "v1.12", "7700"),
  opens("getmeili/meilisearch", "v1.12", "7700", { MEILI_HTTP_ADDR: "0.0.0.0:7700" }),
  opens("typesense/typesense", "27.1", "8108"),
  opens("qdrant/qdrant", "v1.12.4", "6333"),
  opens("docker.io/library/ghost", "5.104", "2368"),
  opens("dpage/pgadmin4", "8.14", "80"),
  opens("docker.io/gitea/gitea", "1.23", "3000"),
  opens("docker.io/apache/superset", "4.1.1", "8088"),
  opens("darthsim/imgproxy", "v3.27", "8080", { IMGPROXY_BIND: ":8080" }),
  opens("docker.io/postgrest/postgrest", "v12.2.3", "3000"),
  opens("mintplexlabs/anythingllm", "1.8", "3001"),
  opens("atendai/evolution-api", "v2.2.0", "8080"),
  opens("docker.io/library/registry", "2", "5000"),
  opens("ollama/ollama", "0.5.7", "11434"),
  opens("docker.io/n8nio/n8n", "latest", "5678", { N8N_HOST: "flows.example.org" }),
  broken(
    LOOPBACK,
    "n8n binds N8N_LISTEN_ADDRESS",
    product("docker.io/n8nio/n8n", "1.115.3", { N8N_PORT: "8000", N8N_LISTEN_ADDRESS: "127.0.0.1" }),
  ),
  broken(
    LOOPBACK,
    "Rocket binds ROCKET_ADDRESS",
    product("vaultwarden/server", "1.33.2", { ROCKET_PORT: "8000", ROCKET_ADDRESS: "127.0.0.1" }),
  ),
  broken(
    LOOPBACK,
    "Grafana binds GF_SERVER_HTTP_ADDR",
    product("grafana/grafana", "11.4.0", { GF_SERVER_HTTP_PORT: "8000", GF_SERVER_HTTP_ADDR: "localhost" }),
  ),
  broken(
    LOOPBACK,
    "Metabase binds MB_JETTY_HOST",
    product("metabase/metabase", "v0.52.4", { MB_JETTY_PORT: "8000", MB_JETTY_HOST: "localhost" }),
  ),
  broken(
    LOOPBACK,
    "Meilisearch binds MEILI_HTTP_ADDR",
    product("getmeili/meilisearch", "v1.12", { MEILI_HTTP_ADDR: "localhost:8000" }),
  ),
  broken(
    LOOPBACK,
    "Open WebUI binds HOST",
    product("ghcr.io/open-webui/open-webui", "main", { HOST: "127.0.0.1" }),
  ),
  broken(
    LOOPBACK,
    "Uptime Kuma binds UPTIME_KUMA_HOST",
    product("louislam/uptime-kuma", "1", { UPTIME_KUMA_HOST: "127.0.0.1" }),
  ),
];

/** The same of images in which a file alone says the port: the image's owner may have written one. */
export const PUBLISHED_IMAGES_UNDECIDED: readonly ExplainedCase[] = [
  opens("docker.io/library/nginx", "1.27", "80"),
  opens("nginx", "1.27-alpine", "80"),
  opens("nginxinc/nginx-unprivileged", "1.27", "8080"),
  opens("httpd", "2.4", "80"),
  opens("docker.io/library/wordpress", "6.7", "80"),
  opens("docker.io/library/rabbitmq", "4-management", "5672"),
  opens("ghcr.io/berriai/litellm", "main-v1.61.0", "4000"),
  opens("requarks/wiki", "2", "3000"),
  opens("docker.io/library/adminer", "4.8.1", "8080"),
];

export const PUBLISHED_IMAGES_SOUND: readonly ExplainedCase[] = [
  follows("docker.io/metabase/metabase", "v0.52.4", { MB_JETTY_PORT: "8000" }),
  follows("metabase/metabase", "v0.52.4", { MB_JETTY_PORT: "8000", MB_JETTY_HOST: "0.0.0.0" }),
  follows("grafana/grafana", "11.4.0", { GF_SERVER_HTTP_PORT: "8000" }),
  follows("docker.io/n8nio/n8n", "1.115.3", { N8N_PORT: "8000" }),
  follows("docker.io/n8nio/n8n", "1.115.3", { N8N_PORT: "8000", N8N_LISTEN_ADDRESS: "::" }),
  follows("hasura/graphql-engine", "v2.44.0", { HASURA_GRAPHQL_SERVER_PORT: "8000" }),
  follows("vaultwarden/server", "1.33.2", { ROCKET_PORT: "8000", ROCKET_ADDRESS: "0.0.0.0" }),
  follows("gotify/server", "2.6.1", { GOTIFY_SERVER_PORT: "8000" }),
  follows("getmeili/meilisearch", "v1.12", { MEILI_HTTP_ADDR: "0.0.0.0:8000" }),
  follows("typesense/typesense", "27.1", { TYPESENSE_API_PORT: "8000" }),
  follows("qdrant/qdrant", "v1.12.4", { QDRANT__SERVICE__HTTP_PORT: "8000" }),
  follows("ghost", "5.104", { server__port: "8000" }),
  follows("dpage/pgadmin4", "8.14", {
    PGADMIN_LISTEN_PORT: "8000",
    PGADMIN_DEFAULT_EMAIL: "ops@harborlamp.io",
    PGADMIN_DEFAULT_PASSWORD: "p9WrenBarley3kT",
  }),
  follows("gitea/gitea", "1.23", { GITEA__server__HTTP_PORT: "8000" }),
  follows("darthsim/imgproxy", "v3.27", { IMGPROXY_BIND: ":8000" }),
  follows("postgrest/postgrest", "v12.2.3", { PGRST_SERVER_PORT: "8000" }),
  follows("mintplexlabs/anythingllm", "1.8", { SERVER_PORT: "8000" }),
  follows("registry", "2", { REGISTRY_HTTP_ADDR: ":8000" }),
  follows("ollama/ollama", "0.5.7", { OLLAMA_HOST: "0.0.0.0:8000" }),
  follows("ollama/ollama", "0.5.7", { OLLAMA_HOST: "http://0.0.0.0:8000" }),
  ...(
    [
      ["louislam/uptime-kuma", "1"],
      ["ghcr.io/open-webui/open-webui", "main"],
      ["directus/directus", "11.8.0"],
      ["ghcr.io/umami-software/umami", "postgresql-latest"],
      ["darthsim/imgproxy", "v3.27"],
      ["nodered/node-red", "4.0"],
      ["nocodb/nocodb", "0.260"],
      ["flowiseai/flowise", "2.2.4"],
      ["miniflux/miniflux", "2.2.5"],
    ] as const
  ).map(([path, tag]) => sound("the image reads PORT", product(path, tag, {}))),
  sound(
    "nothing says that Render asks another port than the one that it finds",
    without(product("n8nio/n8n", "1.115.3", {}), "PORT"),
  ),
  sound("a private service has the port of its image", {
    ...without(product("getmeili/meilisearch", "v1.12", {}), "PORT"),
    kind: "private",
  }),
  sound(
    "a disk may bring a file of settings that names another port",
    product("nginx", "1.27", {}, { disk: { name: "conf", mountPath: "/etc/nginx/conf.d", sizeGb: 1 } }),
  ),
  sound("the command takes the place of what the image starts", {
    ...product("nginx", "1.27", {}),
    command: "sh -c 'sed -i s/80/$PORT/ /etc/nginx/conf.d/default.conf && nginx -g \"daemon off;\"'",
  }),
  sound("a registry of one's own may have an image of that name", product("ghcr.io/acme/nginx", "1.27", {})),
  sound("another owner's image", product("docker.io/acme/metabase", "v0.52.4", {})),
  sound(
    "the variable holds what nothing here knows",
    product("n8nio/n8n", "1.115.3", { N8N_PORT: "${PORT}" }),
  ),
  { ...sound("a group brings the port", product("n8nio/n8n", "1.115.3", {})), group: { N8N_PORT: "8000" } },
  {
    ...sound("a group brings the address", product("getmeili/meilisearch", "v1.12", {})),
    group: { MEILI_HTTP_ADDR: "0.0.0.0:8000" },
  },
];

const search = (path: string, tag: string, of: Variables = {}) =>
  privateService({
    name: "harbor-search",
    plan: "standard",
    region: "frankfurt",
    ...image(path, tag),
    envVars: values(of),
  });
const asks = (of: Variables) => python("harbor-api", "gunicorn app:app --bind 0.0.0.0:$PORT", of);
const program = (
  name: string,
  why: string,
  path: string,
  tag: string,
  of: Variables,
  own: Variables = {},
) => ({
  name,
  why,
  source: "the image's page of settings; Render's page on the private network",
  resources: { search: search(path, tag, own), api: asks(of) },
});
const asked = (...all: Parameters<typeof program>): BrokenProgram => ({
  rules: ["port/peer-mismatch"],
  at: ["api", `envVars.${Object.keys(all[4])[0]}`],
  ...program(...all),
});

/** One service asks a product's image at another port than that image opens. */
export const PUBLISHED_PROGRAMS_BROKEN: readonly BrokenProgram[] = [
  asked("index-at-the-standard-port", "Meilisearch opens 7700", "getmeili/meilisearch", "v1.12", {
    HARBOR_SEARCH_URL: "http://harbor-search:8000",
  }),
  asked("vectors-at-grpc-s-neighbour", "Qdrant opens 6333 and 6334", "qdrant/qdrant", "v1.12.4", {
    HARBOR_SEARCH_URL: "http://harbor-search:6335",
  }),
  asked("typesense-at-443", "Typesense opens 8108", "typesense/typesense", "27.1", {
    HARBOR_SEARCH_URL: "http://harbor-search:443",
  }),
  asked("redis-at-another-port", "Redis opens 6379", "docker.io/library/redis", "7.4", {
    HARBOR_SEARCH_URL: "redis://harbor-search:6380",
  }),
  asked(
    "columns-at-postgres-port",
    "ClickHouse opens 8123 and 9000",
    "clickhouse/clickhouse-server",
    "24.8",
    {
      HARBOR_SEARCH_URL: "http://harbor-search:5432",
    },
  ),
  asked(
    "flows-at-their-own-port",
    "n8n opens N8N_PORT",
    "n8nio/n8n",
    "1.115.3",
    {
      HARBOR_SEARCH_URL: "http://harbor-search:5678",
    },
    { N8N_PORT: "8000" },
  ),
];

export const PUBLISHED_PROGRAMS_SOUND: readonly ProgramCase[] = [
  program("index-at-its-port", "7700 is open", "getmeili/meilisearch", "v1.12", {
    HARBOR_SEARCH_URL: "http://harbor-search:7700",
  }),
  program("vectors-by-grpc", "6334 is open too", "qdrant/qdrant", "v1.12.4", {
    HARBOR_SEARCH_URL: "http://harbor-search:6334",
  }),
  program("console-of-rabbitmq", "15672 is open too", "docker.io/library/rabbitmq", "4-management", {
    HARBOR_SEARCH_URL: "http://harbor-search:15672",
  }),
  program("columns-by-the-native-protocol", "9000 is open too", "clickhouse/clickhouse-server", "24.8", {
    HARBOR_SEARCH_URL: "clickhouse://harbor-search:9000",
  }),
  program(
    "index-at-a-port-that-was-moved",
    "7800 is open",
    "getmeili/meilisearch",
    "v1.12",
    {
      HARBOR_SEARCH_URL: "http://harbor-search:7800",
    },
    { MEILI_HTTP_ADDR: "0.0.0.0:7800" },
  ),
  program("an-image-that-no-table-has", "nothing says what it opens", "acme/search", "1.0", {
    HARBOR_SEARCH_URL: "http://harbor-search:9876",
  }),
];
