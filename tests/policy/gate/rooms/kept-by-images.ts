import type { ExplainedCase } from "../nineteenth-form";
import { bare } from "../written";
import { by, DATA, having, parts, SITE, server } from "./orchard";

const kept = "environment/missing-file";
const value = "environment/refused-value";
const local = "environment/debug-in-production";
const ofNet = { command: "dotnet Orchard.dll", runtime: "docker", ...bare } as const;
type Variables = Readonly<Record<string, string>>;

const published = (why: string, imageUrl: string, of: Variables, more: object = {}): ExplainedCase =>
  having(
    why,
    { startCommand: undefined, runtimeSource: { image: { imageUrl, tag: "2" } }, ...more },
    { variables: of },
  );
const at = (mountPath: string) => ({ disk: { ...DATA, mountPath } });
const pages = (why: string, properties: object): ExplainedCase => having(why, properties, SITE);
const route = (source: string, destination: string, type = "redirect") => ({ source, destination, type });

/**
 * Where published images keep their data, how they are addressed, values that nothing fills in, and what a site or a job
 * cannot have, as of 1 December 2026. Before the change 1 of 27 broken ones was rejected, 9 were undecided by the rule that
 * is named, 11 by other rules alone, and of 6 nothing was said; none of 20 sound ones was rejected.
 */
export const KEPT_BY_IMAGES_BROKEN: readonly ExplainedCase[] = [
  {
    rule: kept,
    ...published("it keeps it in /app/backend/data", "ghcr.io/open-webui/open-webui", {}, at("/data")),
  },
  {
    rule: kept,
    ...published(
      "it keeps it in /home/node/.n8n",
      "docker.n8n.io/n8nio/n8n",
      { N8N_PORT: "8000" },
      at("/data"),
    ),
  },
  {
    rule: kept,
    ...published("it keeps it in /app/data", "louislam/uptime-kuma", {}, at("/var/lib/kuma")),
  },
  {
    rule: kept,
    ...published(
      "it keeps it in /data",
      "gitea/gitea",
      { GITEA__server__HTTP_PORT: "8000" },
      at("/var/lib/gitea"),
    ),
  },
  {
    rule: kept,
    ...published("it keeps it in /data", "vaultwarden/server", { ROCKET_PORT: "8000" }, at("/vw-data")),
  },
  {
    rule: kept,
    ...published(
      "it keeps it in /var/lib/grafana",
      "grafana/grafana",
      { GF_SERVER_HTTP_PORT: "8000" },
      at("/data"),
    ),
  },
  { rule: kept, ...published("it keeps it in /root/.flowise", "flowiseai/flowise", {}, at("/data")) },
  { rule: kept, ...published("it keeps it in /pb_data", "ghcr.io/muchobien/pocketbase", {}, at("/pb/data")) },
  {
    rule: kept,
    ...published("it keeps it in /var/lib/ghost/content", "ghost", { server__port: "8000" }, at("/ghost")),
  },
  // A program is reached by its public address, and names itself by it.
  {
    rule: local,
    ...published("itself", "docker.io/langfuse/langfuse", { NEXTAUTH_URL: "http://localhost:3000" }),
  },
  { rule: local, ...published("itself", "ghcr.io/twentyhq/twenty", { SERVER_URL: "http://localhost:3000" }) },
  { rule: local, ...published("itself", "docmost/docmost", { APP_URL: "http://localhost:3000" }) },
  { rule: local, ...published("itself", "directus/directus", { PUBLIC_URL: "http://localhost:8055" }) },
  {
    rule: local,
    ...published("itself", "grafana/grafana", {
      GF_SERVER_HTTP_PORT: "8000",
      GF_SERVER_ROOT_URL: "http://localhost:3000",
    }),
  },
  {
    rule: local,
    ...published("hooks", "n8nio/n8n", { N8N_PORT: "8000", WEBHOOK_URL: "http://localhost:5678/" }),
  },
  // Another database's address at the own machine.
  {
    rule: "database/local-host",
    ...by("ClickHouse", { CLICKHOUSE_DATABASE_URL: "http://localhost:8123/orchard" }, server),
  },
  {
    rule: "database/local-host",
    ...by("ClickHouse", { CLICKHOUSE_URL: "http://127.0.0.1:8123" }, server),
  },
  // Render fills in no value.
  { rule: value, ...by("the text itself", { PORT: "8000", ASPNETCORE_URLS: "http://+:$PORT" }, ofNet) },
  { rule: value, ...by("the text itself", { ASPNETCORE_HTTP_PORTS: "${PORT}" }, ofNet) },
  {
    rule: value,
    ...by(
      "the text itself",
      { SERVER_PORT: "$PORT" },
      { command: "./target/release/orchard", runtime: "rust", ...bare },
    ),
  },
  {
    rule: value,
    ...by(
      "Spring fills in ${PORT}, and no $PORT",
      { SERVER_PORT: "$PORT" },
      { command: "java -jar build/orchard.jar", runtime: "docker", ...bare },
    ),
  },
  // Routes, headers and folders of a site.
  {
    rule: "service/route-order",
    ...pages("it leads to itself", { routes: [route("/old", "/old")] }),
  },
  {
    rule: "service/route-order",
    ...pages("each leads to the other", { routes: [route("/a", "/b"), route("/b", "/a")] }),
  },
  {
    rule: "plan/limits",
    ...pages("no path", { headers: [{ path: "assets/*", name: "Cache-Control", value: "max-age=60" }] }),
  },
  { rule: "service/publish-path", ...pages("above the repository", { publishPath: "../dist" }) },
  // A job has no disk.
  {
    rule: "plan/limits",
    ...having("a cron job has no disk", { disk: DATA }, { kind: "cron", command: "python backup.py" }),
  },
  {
    rule: "plan/limits",
    ...having("a site has no disk", { disk: DATA, publishPath: "dist" }, SITE),
  },
];

export const KEPT_BY_IMAGES_SOUND: readonly ExplainedCase[] = [
  published("there", "ghcr.io/open-webui/open-webui", {}, at("/app/backend/data")),
  published("moved", "ghcr.io/open-webui/open-webui", { DATA_DIR: "/data" }, at("/data")),
  published("there", "n8nio/n8n", { N8N_PORT: "8000" }, at("/home/node/.n8n")),
  published("above", "n8nio/n8n", { N8N_PORT: "8000" }, at("/home/node")),
  published("moved", "n8nio/n8n", { N8N_PORT: "8000", N8N_USER_FOLDER: "/data" }, at("/data")),
  published("below", "gitea/gitea", { GITEA__server__HTTP_PORT: "8000" }, at("/data/git")),
  published("without one", "grafana/grafana", { GF_SERVER_HTTP_PORT: "8000" }),
  published("its public address", "langfuse/langfuse", { NEXTAUTH_URL: "https://trace.orchard.io" }),
  published("itself", "directus/directus", { PUBLIC_URL: "https://cms.orchard.io" }),
  by("another host", { CLICKHOUSE_URL: "https://x7f3.eu-west-1.aws.clickhouse.cloud:8443" }, server),
  by("a port", { ASPNETCORE_URLS: "http://+:8000" }, ofNet),
  by("its shell fills it in", {}, { ...ofNet, command: "ASPNETCORE_URLS=http://+:$PORT dotnet Orchard.dll" }),
  by(
    "Spring fills it in",
    { SERVER_PORT: "${PORT}" },
    { command: "java -jar build/orchard.jar", runtime: "docker", ...bare },
  ),
  by("a name", { ...parts, PORT_NAME: "$PORT" }, server),
  pages("elsewhere", { routes: [route("/old", "/new"), route("/*", "/index.html", "rewrite")] }),
  pages("a page of its own", { routes: [route("/a", "/b"), route("/b", "/c")] }),
  pages("its pages", { routes: [route("/app", "/app", "rewrite")] }),
  pages("a path", { headers: [{ path: "/assets/*", name: "Cache-Control", value: "max-age=60" }] }),
  pages("all", { headers: [{ path: "/*", name: "X-Frame-Options", value: "DENY" }], publishPath: "./dist" }),
  pages("beside its root folder", { rootDirectory: "apps/web", publishPath: "../../dist" }),
];

/** What Render may take in some form all the same. */
export const KEPT_BY_IMAGES_ADVISED: readonly ExplainedCase[] = KEPT_BY_IMAGES_BROKEN.filter(
  ({ why }) => why === "no path",
);
