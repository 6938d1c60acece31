import {
  type BrokenProgram,
  docker,
  envGroup,
  envGroupLink,
  native,
  PIP,
  values,
  web,
} from "../eighteenth-form";
import { image, nodeApp, python } from "../twentieth-form";
import { CANARY, GUNICORN, POOL, pages, SESSION, TRANSACTION, USER } from "./reported-programs-form";

/** Broken programs whose fault is a command before the deploy, a folder, a source or a domain. */
export const REPORTED_PROGRAMS_BROKEN_SOURCES: readonly BrokenProgram[] = [
  {
    name: "prisma-s-migrations-through-transactions",
    rules: ["database/direct-for-migrations", "database/transaction-mode-statements"],
    at: ["api", "preDeployCommand"],
    alsoAt: [["api", "envVars.DATABASE_URL"]],
    why: 'Prisma\'s schema engine prepares statements: prepared statement "s0" does not exist at port 6543.',
    source: "github.com/prisma/orm/issues/22831",
    resources: {
      api: nodeApp(
        "ferry-api",
        "node dist/server.js",
        { DATABASE_URL: `${TRANSACTION}?pgbouncer=true`, DIRECT_URL: `${TRANSACTION}?pgbouncer=true` },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "server-before-the-deploy",
    rules: ["service/start-command"],
    at: ["shop", "preDeployCommand"],
    why: "rails server never ends, and the deploy waits for it until it is ended.",
    source: "Render's page on deploys",
    resources: {
      shop: web({
        name: "ferry-shop",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("ruby", "bundle install", "shop"),
        preDeployCommand: "bundle exec rails db:migrate && bundle exec rails server",
        startCommand: "bundle exec puma -b tcp://0.0.0.0:$PORT",
        healthCheckPath: "/up",
        envVars: values({ PORT: "8000", RAILS_ENV: "production", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "folder-of-the-pages-named-twice",
    rules: ["service/publish-path"],
    at: ["pages", "publishPath"],
    why: "The path counts from the root directory: frontend/frontend/dist is not there.",
    source: "Render's pages on monorepos and on static sites",
    resources: {
      pages: pages(values({ VITE_API_URL: "https://api.ferry-lines.app" }), {
        rootDirectory: "frontend",
        publishPath: "frontend/dist",
      }),
    },
  },
  {
    name: "folder-of-another-build-tool",
    rules: ["service/publish-path"],
    at: ["pages", "publishPath"],
    why: "Vite writes dist, and build is not there: Publish directory build does not exist.",
    source: "Vite's page on static deploys; Render's page on static sites",
    resources: {
      pages: pages(values({ VITE_API_URL: "https://api.ferry-lines.app" }), { publishPath: "build" }),
    },
  },
  {
    name: "page-of-the-hub-for-an-image",
    rules: ["service/source"],
    at: ["charts", "runtimeSource"],
    alsoAt: [["charts", "runtimeSource.image.imageUrl"]],
    why: "The address is a page of Docker Hub's, and no reference of an image.",
    source: "Render's page on images; Docker's grammar of references",
    resources: {
      charts: web({
        name: "ferry-charts",
        plan: "standard",
        region: "frankfurt",
        ...image("https://hub.docker.com/r/metabase/metabase", "v0.55.5"),
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
    name: "two-sources-of-one-service",
    rules: ["service/source", "plan/limits", "service/unmet-need"],
    at: ["api", "runtimeSource"],
    why: "A service has one source: the provider refuses a native runtime and an image's build at once.",
    source: "The provider's page on web services",
    resources: {
      api: python(
        "ferry-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { runtimeSource: { ...native("python", PIP, "ferry"), ...docker() } },
      ),
    },
  },
  {
    name: "version-of-python-in-short",
    rules: ["service/python-version"],
    at: ["shared", "envVars.PYTHON_VERSION"],
    alsoAt: [["api", "envVars.PYTHON_VERSION"]],
    why: "Render asks for all three numbers and finds no 3.12.",
    source: "Render's page on Python's version",
    resources: {
      shared: envGroup({ name: "ferry-shared", envVars: values({ PYTHON_VERSION: "3.12" }) }),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      link: envGroupLink({ envGroupId: `\${shared.id}`, serviceIds: [`\${api.id}`] }),
    },
  },
  {
    name: "one-domain-for-pages-and-api",
    rules: ["service/custom-domain"],
    at: ["api", "customDomains"],
    alsoAt: [["pages", "customDomains"]],
    why: "A domain is of one service: the second one is refused.",
    source: "Render's page on custom domains",
    resources: {
      pages: pages(values({ VITE_API_URL: "https://www.ferry-lines.app/api" }), {
        customDomains: [{ name: "www.ferry-lines.app" }],
      }),
      api: python(
        "ferry-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "www.ferry-lines.app" }] },
      ),
    },
  },
];
