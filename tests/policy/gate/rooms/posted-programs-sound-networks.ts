import {
  cron,
  native,
  PIP,
  type ProgramCase,
  privateService,
  type Resource,
  registryCredential,
  values,
  web,
} from "../eighteenth-form";
import { unsignedKey } from "../supabase-project";
import { image, inner, nodeApp, python } from "../twentieth-form";
import { CANARY, GUNICORN, pages, pooled, REF, SESSION, UNICORN, vite } from "./posted-programs-form";

const ANON = unsignedKey(
  { ref: REF, role: "anon", iat: 1735689600, exp: 2051265600 },
  "dGVybi1yZWVmLWNhbmFyeS1zaWduYXR1cmUtMDAwMDA",
);
const ENGINE = "uvicorn engine.main:app --host 0.0.0.0 --port 9000";
const sound = (
  name: string,
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
): ProgramCase => ({ name, why, source, resources });
const api = (of = {}, more = {}) => python("tern-api", UNICORN, { DATABASE_URL: SESSION, ...of }, more);
const job = (schedule: string, startCommand: string, of = {}) =>
  cron({
    name: "tern-nightly",
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values(of),
  });
const inside = (
  name: string,
  imageUrl: string,
  tag: string,
  of: Readonly<Record<string, string>>,
  mountPath: string,
) =>
  privateService({
    name,
    plan: "standard",
    region: "frankfurt",
    ...image(imageUrl, tag),
    envVars: values(of),
    disk: { name: "data", mountPath, sizeGb: 10 },
  });

/** Sound programs whose services ask each other, of sites, plans, disks and domains. */
export const POSTED_PROGRAMS_SOUND_NETWORKS: readonly ProgramCase[] = [
  sound(
    "tern-sound-engine-at-its-port",
    "The engine listens where it is asked.",
    "Render's page on its private network",
    { engine: inner("tern-engine", ENGINE, {}), api: api({ ENGINE_URL: "http://tern-engine:9000" }) },
  ),
  sound("tern-sound-engine-by-its-slug", "The name comes from the resource.", "Render's provider: slug", {
    engine: inner("tern-engine", ENGINE, {}),
    api: api({ ENGINE_URL: "http://${engine.slug}:9000" }),
  }),
  sound(
    "tern-sound-job-that-asks-inside",
    "A cron job may ask a private service.",
    "Render's page on its private network",
    {
      engine: inner("tern-engine", ENGINE, {}),
      nightly: job("0 2 * * *", "curl -fsS -X POST http://tern-engine:9000/reindex"),
    },
  ),
  sound(
    "tern-sound-job-that-asks-in-public",
    "The public address is reached from everywhere.",
    "Render's page on cron jobs",
    { api: api(), nightly: job("*/15 * * * *", "curl -fsS https://tern-api.onrender.com/tasks/run") },
  ),
  sound("tern-sound-job-on-weekdays", "Five fields, with a range.", "Render's page on cron jobs", {
    nightly: job("0 9 * * 1-5", "python -m jobs.report", { DATABASE_URL: SESSION }),
  }),
  sound("tern-sound-job-on-31-january", "January has the day.", "crontab(5)", {
    nightly: job("0 0 31 1 *", "python -m jobs.yearly", { DATABASE_URL: SESSION }),
  }),
  sound(
    "tern-sound-dump-by-the-pooler",
    "The session pooler is reached by IPv4.",
    "slowfound/supabase-database-backup, issue 4, as it ends",
    {
      nightly: job("30 3 * * *", 'pg_dump "$SUPABASE_DB_URL" -Fc -f /tmp/tern.dump && python upload.py', {
        SUPABASE_DB_URL: SESSION,
      }),
    },
  ),
  sound(
    "tern-sound-pages-and-api",
    "Vite writes the public address.",
    "hybeekraft/File-Manager-and-Image-Viewer-Project, issue 212",
    {
      api: api({ CORS_ORIGINS: "https://tern-pages.onrender.com" }),
      pages: vite(
        {
          VITE_API_URL: "https://tern-api.onrender.com",
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_ANON_KEY: ANON,
          VITE_WS_URL: "wss://tern-api.onrender.com/ws",
        },
        { routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }] },
      ),
    },
  ),
  sound(
    "tern-sound-pages-that-pass-requests-on",
    "The API's route is before the catch-all.",
    "Render's page on redirects and rewrites",
    {
      api: api(),
      pages: vite(
        { VITE_API_URL: "/api" },
        {
          routes: [
            { type: "rewrite", source: "/api/*", destination: "https://tern-api.onrender.com/api/*" },
            { type: "redirect", source: "/old", destination: "/new" },
            { type: "rewrite", source: "/*", destination: "/index.html" },
          ],
        },
      ),
    },
  ),
  sound(
    "tern-sound-next-with-two-addresses",
    "The server asks inside, and the browser in public.",
    "Next's page on environment variables",
    {
      api: api(),
      front: nodeApp("tern-front", "npx next start -p $PORT", {
        API_URL: "http://tern-api:8000",
        NEXT_PUBLIC_API_URL: "https://tern-api.onrender.com",
      }),
    },
  ),
  sound(
    "tern-sound-angular",
    "The folder is that of the application builder.",
    "cloudflare/cloudflare-docs, issue 14187, as it ends",
    { pages: pages("npm ci && npx ng build --configuration production", "dist/tern/browser") },
  ),
  sound("tern-sound-docusaurus", "build is its folder.", "Render's tutorial on static sites", {
    pages: pages("yarn install && yarn docusaurus build", "build"),
  }),
  sound("tern-sound-hugo", "public is its folder.", "Render's tutorial on static sites", {
    pages: pages("hugo --gc --minify", "public", { HUGO_VERSION: "0.147.0" }),
  }),
  sound("tern-sound-next-export", "out is the export's folder.", "Render's tutorial on static sites", {
    pages: pages("npm ci && npx next build", "out"),
  }),
  sound(
    "tern-sound-workspace-site",
    "The folder is read from the repository's root.",
    "Render's page on monorepos",
    { pages: pages("pnpm install --frozen-lockfile && pnpm --filter web build", "apps/web/dist") },
  ),
  sound(
    "tern-sound-site-below-its-root",
    "The folder is read below the root directory.",
    "Render's page on monorepos",
    { pages: pages("npm ci && npx vite build", "dist", {}, { rootDirectory: "frontend" }) },
  ),
  sound(
    "tern-sound-production-with-development-packages",
    "npm installs them all the same.",
    "CaviraOSS/LongMemory, pull request 159, as it ends",
    { pages: pages("npm ci --include=dev && npm run build", "dist", { NODE_ENV: "production" }) },
  ),
  sound(
    "tern-sound-files-on-their-disk",
    "The start command has the disk.",
    "render-examples/strapi-sqlite",
    {
      cms: nodeApp(
        "tern-cms",
        "rsync -a public/ /data/public/ && npx strapi start",
        { DATABASE_FILENAME: "/data/strapi.db" },
        { disk: { name: "data", mountPath: "/data", sizeGb: 2 }, healthCheckPath: "/_health" },
      ),
    },
  ),
  sound("tern-sound-scaling", "Without a disk a service scales.", "Render's page on scaling", {
    api: api(
      {},
      {
        plan: "standard",
        autoscaling: {
          enabled: true,
          min: 1,
          max: 3,
          criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: true, percentage: 80 } },
        },
      },
    ),
  }),
  sound(
    "tern-sound-prisma-with-two-urls",
    "Migrations have a session by DIRECT_URL.",
    "Supabase's page on Prisma",
    {
      api: nodeApp(
        "tern-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"), DIRECT_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  ),
  sound(
    "tern-sound-alembic-in-session-mode",
    "The session pooler holds what migrations hold.",
    "Supabase's page on connecting",
    { api: api({}, { preDeployCommand: "alembic upgrade head" }) },
  ),
  sound(
    "tern-sound-image-with-its-credential",
    "The credential is GitHub's.",
    "Render's page on deploying an image",
    {
      hub: registryCredential({ name: "github", registry: "GITHUB", username: "tern", authToken: CANARY }),
      web: web({
        name: "tern-web",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: {
          image: { imageUrl: "ghcr.io/tern-reef/web", tag: "1.4.0", registryCredentialId: "${hub.id}" },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000" }),
      }),
    },
  ),
  sound("tern-sound-qdrant-inside", "The image listens on 6333.", "Qdrant's page on its configuration", {
    vectors: inside("tern-qdrant", "docker.io/qdrant/qdrant", "v1.15.4", {}, "/qdrant/storage"),
    api: api({ QDRANT_URL: "http://tern-qdrant:6333" }),
  }),
  sound(
    "tern-sound-meilisearch-inside",
    "It listens where it is asked.",
    "Meilisearch's page on its options",
    {
      search: inside(
        "tern-search",
        "docker.io/getmeili/meilisearch",
        "v1.16",
        {
          MEILI_ENV: "production",
          MEILI_MASTER_KEY: "r3efTernKey0fMeili9Qx",
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
        },
        "/meili_data",
      ),
      api: api({ MEILI_HOST: "http://tern-search:7700" }),
    },
  ),
  sound("tern-sound-domains", "Each domain is of one service.", "Render's page on custom domains", {
    api: api({}, { customDomains: [{ name: "api.tern-reef.example" }] }),
    pages: vite({}, { customDomains: [{ name: "www.tern-reef.example" }] }),
  }),
  sound(
    "tern-sound-django-hosts",
    "Hosts are names, and origins have their schemes.",
    "Django's page on settings",
    {
      web: python("tern-web", GUNICORN, {
        ALLOWED_HOSTS: "tern-web.onrender.com,tern-reef.example",
        CSRF_TRUSTED_ORIGINS: "https://tern-web.onrender.com,https://*.tern-reef.example",
        CORS_ALLOWED_ORIGINS: "https://tern-pages.onrender.com",
        DATABASE_URL: SESSION,
      }),
    },
  ),
  sound(
    "tern-sound-mail-from-a-free-service",
    "2525 is let through.",
    "Render's page on free services; Brevo's ports",
    {
      web: python(
        "tern-web",
        GUNICORN,
        { EMAIL_HOST: "smtp-relay.brevo.com", EMAIL_PORT: "2525", EMAIL_USE_TLS: "True" },
        { plan: "free" },
      ),
    },
  ),
];
