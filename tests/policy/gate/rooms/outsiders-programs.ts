// Longer than 200 lines: whole programs, each on its own.
import {
  type BrokenProgram,
  cron,
  envGroup,
  envGroupLink,
  keyValue,
  type ProgramCase,
  privateService,
  type Resource,
  registryCredential,
  site,
  values,
  web,
} from "../eighteenth-form";
import { GUNICORN, image, inner, nodeApp, python, queue, SESSION } from "../twentieth-form";

const NETWORK = "service/private-network|port/peer-mismatch";
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const broken = (
  name: string,
  rules: string,
  why: string,
  at: BrokenProgram["at"],
  resources: BrokenProgram["resources"],
): BrokenProgram => ({
  name,
  why,
  source: "Render's documentation",
  rules: rules === "" ? [] : rules.split("|"),
  at,
  resources,
});
const sound = (name: string, why: string, resources: ProgramCase["resources"]): ProgramCase => ({
  name,
  why,
  source: "Render's documentation",
  resources,
});
const ranking = (more: object = {}): Resource => inner("ranking", UVICORN, { PORT: "9000" }, { ...more });
const store = (more: object = {}): Resource =>
  keyValue({
    name: "orchard-queue",
    plan: "starter",
    region: "frankfurt",
    maxMemoryPolicy: "noeviction",
    ...more,
  });
const app = (more: object = {}): Resource =>
  site({
    name: "orchard-app",
    repoUrl: "https://github.com/orchard-press/app",
    branch: "main",
    buildCommand: "npm ci && npx vite build",
    publishPath: "dist",
    ...more,
  });
const credential = (registry: string): Resource =>
  registryCredential({
    name: "robot",
    registry,
    username: "orchard-robot",
    authToken: "k3JqL9vXq7Rr0mV3cXz9",
  });
const pulled = (imageUrl: string): Resource =>
  web({
    name: "orchard-api",
    plan: "starter",
    region: "frankfurt",
    healthCheckPath: "/health",
    startCommand: UVICORN,
    runtimeSource: { image: { imageUrl, tag: "1.4.2", registryCredentialId: "${robot.id}" } },
    envVars: values({ PORT: "8000" }),
  });

/** What whole programs have that cannot work. Written on 30 November 2026, before it was judged for the first time. */
export const OUTSIDERS_PROGRAMS_BROKEN: readonly BrokenProgram[] = [
  broken("web-service-by-https", NETWORK, "uvicorn reads no TLS", ["shop", "envVars.API_URL"], {
    api: python("api", UVICORN),
    shop: nodeApp("shop", "npx next start -p $PORT", { API_URL: "https://api:8000" }),
  }),
  broken("plain-private-service-by-https", NETWORK, "uvicorn reads no TLS", ["api", "envVars.RANKING_URL"], {
    ranking: ranking(),
    api: python("orchard-api", GUNICORN, { RANKING_URL: "https://ranking:9000/score" }),
  }),
  broken("internal-store-by-tls", NETWORK, "the internal address has no TLS", ["api", "envVars.REDIS_URL"], {
    api: python("orchard-api", GUNICORN, { REDIS_URL: "rediss://red-d0abc1defgh2ij3klmn0:6379" }),
  }),
  broken(
    "internal-store-by-tls-with-a-user",
    NETWORK,
    "the same with a user",
    ["work", "envVars.CELERY_BROKER_URL"],
    {
      work: queue("orchard-worker", "celery -A orchard worker -l info", {
        CELERY_BROKER_URL: "rediss://default:k3JqL9vX@red-d0abc1defgh2ij3klmn0:6379/0?ssl_cert_reqs=none",
      }),
    },
  ),
  broken("peer-without-its-port-and-a-path", NETWORK, "port 80 is not open", ["api", "envVars.RANKING_URL"], {
    ranking: ranking(),
    api: python("orchard-api", GUNICORN, { RANKING_URL: "http://ranking/v1/score" }),
  }),
  broken("peer-without-its-port", NETWORK, "port 80 is not open", ["api", "envVars.RANKING_SERVICE_URL"], {
    ranking: ranking(),
    api: python("orchard-api", GUNICORN, { RANKING_SERVICE_URL: "http://ranking" }),
  }),
  broken(
    "registry-of-another-kind",
    "",
    "a login of Docker Hub is none of GitHub",
    ["api", "runtimeSource"],
    {
      robot: credential("DOCKER"),
      api: pulled("ghcr.io/orchard-press/api"),
    },
  ),
  broken(
    "log-stream-by-https",
    "",
    "the endpoint is a host and a port",
    ["api", "logStreamOverride.endpoint"],
    {
      api: python(
        "orchard-api",
        GUNICORN,
        {},
        {
          logStreamOverride: {
            setting: "send",
            endpoint: "https://in.logs.betterstack.com",
            token: "k3JqL9vXq7Rr0mV3cXz9",
          },
        },
      ),
    },
  ),
  broken(
    "disk-over-the-code",
    "plan/limits|service/start-command",
    "the disk hides the program",
    ["api", "disk"],
    {
      api: python(
        "orchard-api",
        GUNICORN,
        {},
        { disk: { name: "data", mountPath: "/opt/render/project/src", sizeGb: 5 } },
      ),
    },
  ),
  broken("disk-at-a-relative-path", "plan/limits", "a mount path is absolute", ["api", "disk"], {
    api: python("orchard-api", GUNICORN, {}, { disk: { name: "data", mountPath: "uploads", sizeGb: 5 } }),
  }),
  broken("six-fields-of-cron", "service/cron-schedule", "seconds are no field", ["nightly", "schedule"], {
    nightly: cron({
      name: "nightly",
      plan: "starter",
      region: "frankfurt",
      schedule: "0 */5 * * * *",
      startCommand: "python -m jobs.nightly",
      runtimeSource: ranking().properties.runtimeSource,
    }),
  }),
  broken("domain-with-a-path", "", "a domain has no path", ["api", "customDomains[0]"], {
    api: python("orchard-api", GUNICORN, {}, { customDomains: [{ name: "orchard.press/api" }] }),
  }),
  broken("domain-of-an-address", "", "an address is no domain", ["api", "customDomains[0]"], {
    api: python("orchard-api", GUNICORN, {}, { customDomains: [{ name: "216.24.57.1" }] }),
  }),
  broken("domain-of-render", "", "Render gives its own names by itself", ["api", "customDomains[0]"], {
    api: python("orchard-api", GUNICORN, {}, { customDomains: [{ name: "orchard.onrender.com" }] }),
  }),
  broken(
    "health-check-by-url",
    "service/health-check-path",
    "a path and no URL",
    ["api", "healthCheckPath"],
    {
      api: python(
        "orchard-api",
        GUNICORN,
        {},
        { healthCheckPath: "https://orchard-api.onrender.com/health" },
      ),
    },
  ),
  broken(
    "group-with-anon-key",
    "database/key-role",
    "row level security hides every row",
    ["shared", "envVars.SUPABASE_SERVICE_ROLE_KEY"],
    {
      shared: envGroup({
        name: "shared",
        envVars: values({ SUPABASE_SERVICE_ROLE_KEY: "sb_publishable_q7Rr0mV3cXz9TnB2kLw5Yg_hD8sJf1G" }),
      }),
      api: python("orchard-api", GUNICORN),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  ),
  broken(
    "site-on-a-remote-branch",
    "service/source",
    "a remote's name is no part of the branch's",
    ["app", "branch"],
    {
      app: app({ branch: "origin/production" }),
    },
  ),
  broken(
    "site-that-asks-by-http",
    "",
    "a page of HTTPS may load nothing by HTTP",
    ["app", "envVars.VITE_API_URL"],
    {
      api: python("orchard-api", GUNICORN),
      app: app({ envVars: values({ VITE_API_URL: "http://orchard-api.onrender.com" }) }),
    },
  ),
];

/** What looks like it and works. Written on 30 November 2026, before it was judged for the first time. */
export const OUTSIDERS_PROGRAMS_SOUND: readonly ProgramCase[] = [
  sound("private-vault-by-https", "the image decrypts by itself", {
    vault: privateService({
      name: "vault",
      plan: "starter",
      region: "frankfurt",
      ...image("docker.io/hashicorp/vault", "1.18"),
      envVars: values({ VAULT_ADDR: "https://127.0.0.1:8200", SKIP_SETCAP: "true" }),
    }),
    api: python("orchard-api", GUNICORN, {
      VAULT_ADDR: "https://vault:8200",
      VAULT_CACERT: "/etc/ssl/certs/ca-certificates.crt",
    }),
  }),
  sound("uvicorn-with-a-certificate", "uvicorn decrypts by itself", {
    ranking: inner(
      "ranking",
      "uvicorn ranking:app --host 0.0.0.0 --port $PORT --ssl-keyfile /etc/secrets/tls.key --ssl-certfile /etc/secrets/tls.crt",
      { PORT: "9443" },
      { secretFiles: { "tls.key": { content: "${pulumi.key}" }, "tls.crt": { content: "${pulumi.crt}" } } },
    ),
    api: python("orchard-api", GUNICORN, { RANKING_URL: "https://ranking:9443/score" }),
  }),
  sound("node-that-decrypts", "its code may open TLS", {
    pdf: inner(
      "pdf",
      "node dist/server.js",
      { PORT: "8443" },
      { runtimeSource: nodeApp("pdf", "", {}).properties.runtimeSource },
    ),
    api: python("orchard-api", GUNICORN, { PDF_URL: "https://pdf:8443" }),
  }),
  sound("external-store-by-tls", "the external address has TLS, and a user of the store's name", {
    work: queue("orchard-worker", "arq orchard.worker.WorkerSettings", {
      REDIS_URL: "rediss://red-d0abc1defgh2ij3klmn0:k3JqL9vXq7Rr@frankfurt-keyvalue.render.com:6379",
      DATABASE_URL: SESSION,
    }),
  }),
  sound("host-and-port-apart", "the code puts both together", {
    ranking: ranking(),
    api: python("orchard-api", GUNICORN, { RANKING_HOST: "ranking", RANKING_PORT: "9000" }),
  }),
  sound("url-and-port-apart", "the port is in the other variable", {
    ranking: ranking(),
    api: python("orchard-api", GUNICORN, { RANKING_URL: "http://ranking", RANKING_PORT: "9000" }),
  }),
  sound("private-nginx-at-80", "an image may listen at 80", {
    assets: privateService({
      name: "assets",
      plan: "starter",
      region: "frankfurt",
      ...image("docker.io/library/nginx", "1.27"),
    }),
    api: python("orchard-api", GUNICORN, { ASSETS_URL: "http://assets/img" }),
  }),
  sound("private-service-at-80", "the container's user may open 80", {
    ranking: inner(
      "ranking",
      "uvicorn ranking:app --host 0.0.0.0 --port 80",
      { PORT: "80" },
      {
        runtimeSource: { docker: { repoUrl: "https://github.com/orchard-press/ranking", branch: "main" } },
      },
    ),
    api: python("orchard-api", GUNICORN, { RANKING_URL: "http://ranking/score" }),
  }),
  sound("registry-of-its-kind", "the login is the registry's own", {
    robot: credential("GITHUB"),
    api: pulled("ghcr.io/orchard-press/api"),
  }),
  sound("log-stream-by-host", "a host and a port", {
    api: python(
      "orchard-api",
      GUNICORN,
      {},
      {
        logStreamOverride: {
          setting: "send",
          endpoint: "in.logs.betterstack.com:6514",
          token: "k3JqL9vXq7Rr0mV3cXz9",
        },
      },
    ),
  }),
  sound("disk-below-the-code", "a folder of the code", {
    api: python(
      "orchard-api",
      GUNICORN,
      {},
      { disk: { name: "data", mountPath: "/opt/render/project/src/media", sizeGb: 5 } },
    ),
  }),
  sound("domains-of-all-kinds", "a star, a subdomain, and letters of another alphabet", {
    api: python(
      "orchard-api",
      GUNICORN,
      {},
      {
        customDomains: [
          { name: "*.orchard.press" },
          { name: "api.orchard.press" },
          { name: "xn--obstgrten-02a.de" },
        ],
      },
    ),
  }),
  sound("cron-by-words", "names of months and days", {
    nightly: cron({
      name: "nightly",
      plan: "starter",
      region: "frankfurt",
      schedule: "*/15 8-18 * JAN-NOV MON-FRI",
      startCommand: "python -m jobs.nightly",
      runtimeSource: ranking().properties.runtimeSource,
    }),
  }),
  sound("site-with-branches", "a branch with a slash, and an address of HTTPS", {
    api: python("orchard-api", GUNICORN),
    app: app({
      branch: "origin-story/main",
      envVars: values({ VITE_API_URL: "https://orchard-api.onrender.com" }),
    }),
  }),
  sound("store-by-its-output", "the internal address as the store gives it", {
    store: store(),
    work: queue("orchard-worker", "celery -A orchard worker -l info", {
      CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}/0",
    }),
  }),
];
