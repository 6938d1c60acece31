import {
  type ProgramCase,
  privateService,
  type Resource,
  registryCredential,
  values,
  web,
} from "../eighteenth-form";
import { image, nodeApp, python } from "../twentieth-form";
import { CANARY, GUNICORN, pooled, SESSION, UNICORN, vite } from "./posted-programs-form";

const sound = (
  name: string,
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
): ProgramCase => ({ name, why, source, resources });
const api = (of = {}, more = {}) => python("tern-api", UNICORN, { DATABASE_URL: SESSION, ...of }, more);
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

/** Sound programs of plans, disks, images and domains. */
export const POSTED_PROGRAMS_SOUND_PLANS: readonly ProgramCase[] = [
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
