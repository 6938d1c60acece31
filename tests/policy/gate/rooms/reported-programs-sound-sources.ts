import {
  docker,
  envGroup,
  envGroupLink,
  native,
  type ProgramCase,
  registryCredential,
  values,
  web,
} from "../eighteenth-form";
import { image, nodeApp, python } from "../twentieth-form";
import { CANARY, GUNICORN, POOL, pages, SESSION, TRANSACTION, USER } from "./reported-programs-form";

/** Sound programs with commands before the deploy, folders, images and domains. */
export const REPORTED_PROGRAMS_SOUND_SOURCES: readonly ProgramCase[] = [
  {
    name: "prisma-s-migrations-by-sessions",
    why: "Migrations take the session pooler by DIRECT_URL, and the client the transactions' port.",
    source: "Supabase's page on Prisma",
    resources: {
      api: nodeApp(
        "ferry-api",
        "node dist/server.js",
        { DATABASE_URL: `${TRANSACTION}?pgbouncer=true`, DIRECT_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "rails-migrates-before-the-deploy",
    why: "db:prepare ends, and the start command serves.",
    source: "Render's page on Rails",
    resources: {
      shop: web({
        name: "ferry-shop",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("ruby", "bundle install && bundle exec rails assets:precompile", "shop"),
        preDeployCommand: "bundle exec rails db:prepare",
        startCommand: "bundle exec puma -b tcp://0.0.0.0:$PORT",
        healthCheckPath: "/up",
        envVars: values({ PORT: "8000", RAILS_ENV: "production", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "folder-that-counts-from-the-root-directory",
    why: "The build runs in frontend, and dist is in it.",
    source: "Render's page on monorepos",
    resources: {
      pages: pages(values({ VITE_API_URL: "https://api.ferry-lines.app" }), {
        rootDirectory: "frontend",
        publishPath: "dist",
      }),
    },
  },
  {
    name: "folder-that-the-build-names",
    why: "--outDir names the folder that is published.",
    source: "Vite's page on its command line",
    resources: {
      pages: pages(values({ VITE_API_URL: "https://api.ferry-lines.app" }), {
        buildCommand: "cd frontend && npm ci && npx vite build --outDir ../build",
        publishPath: "build",
      }),
    },
  },
  {
    name: "metabase-by-its-image",
    why: "The reference is of Docker Hub's registry, and Jetty's port is PORT.",
    source: "Metabase's page on its variables",
    resources: {
      charts: web({
        name: "ferry-charts",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/metabase/metabase", "v0.55.5"),
        healthCheckPath: "/api/health",
        envVars: values({
          PORT: "8000",
          MB_JETTY_PORT: "8000",
          MB_DB_TYPE: "postgres",
          MB_DB_HOST: POOL,
          MB_DB_PORT: "5432",
          MB_DB_DBNAME: "postgres",
          MB_DB_USER: USER,
          MB_DB_PASS: CANARY,
        }),
      }),
    },
  },
  {
    name: "image-of-a-private-registry",
    why: "The credential is of the image's own registry.",
    source: "Render's page on images",
    resources: {
      pull: registryCredential({
        name: "ferry-ghcr",
        registry: "GITHUB",
        username: "ferry-lines",
        authToken: `ghp_${CANARY}${CANARY}0192837465`,
      }),
      api: web({
        name: "ferry-api",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/ferry-lines/api",
            tag: "2026.11.3",
            registryCredentialId: `\${pull.id}`,
          },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "version-of-python-in-full",
    why: "The group that both services have names all three numbers.",
    source: "Render's page on Python's version",
    resources: {
      shared: envGroup({ name: "ferry-shared", envVars: values({ PYTHON_VERSION: "3.12.11" }) }),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      link: envGroupLink({ envGroupId: `\${shared.id}`, serviceIds: [`\${api.id}`] }),
    },
  },
  {
    name: "domains-of-pages-and-api",
    why: "Each domain is of one service, and the names are the domain's parts.",
    source: "Render's page on custom domains",
    resources: {
      pages: pages(values({ VITE_API_URL: "https://api.ferry-lines.app" }), {
        customDomains: [{ name: "ferry-lines.app" }],
      }),
      api: python(
        "ferry-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "api.ferry-lines.app" }] },
      ),
    },
  },
  {
    name: "image-s-build-with-previews",
    why: "The service is built from its Dockerfile, and each pull request gets a preview.",
    source: "Render's pages on Docker and on previews",
    resources: {
      api: web({
        name: "ferry-api",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker("./api/Dockerfile", "./api"),
        healthCheckPath: "/health",
        previews: { generation: "automatic" },
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
];
