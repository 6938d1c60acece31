import { type BrokenProgram, cron, registryCredential, values } from "../eighteenth-form";
import { image } from "../twentieth-form";
import {
  app,
  built,
  DIRECT_URL,
  GUNICORN,
  LIMITS,
  NODE,
  PYTHON,
  pooled,
  SESSION,
  UNICORN,
} from "./twenty-seventh-form";

/** Broken programs: images and builds, secret files, and what a plan lets run. */
export const REJECTED_PROGRAM_SOURCES_OF_TWENTY_SEVENTH: readonly BrokenProgram[] = [
  {
    name: "twenty-seventh-dotenv-names-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["web", "secretFiles"],
    why: "The service reads its .env, whose URL is the direct host of IPv6 alone.",
    source: "Render's page on secret files; supabase/supabase, issue 17920",
    resources: {
      web: app(
        "brook-web",
        NODE,
        "node dist/main.js",
        {},
        { secretFiles: { ".env": { content: `DATABASE_URL=${DIRECT_URL}\n` } } },
      ),
    },
  },
  {
    name: "twenty-seventh-no-build-of-nest",
    rules: ["service/unmet-need", "service/missing-file"],
    at: ["web", "startCommand"],
    why: "dist is made by nest build, and the build command installs alone.",
    source: "nestjs/nest, issue 12694: Cannot find module dist/main",
    resources: {
      web: app("brook-web", NODE, "node dist/main.js", { DATABASE_URL: SESSION }, built("node", "npm ci")),
    },
  },
  {
    name: "twenty-seventh-firebase-file-of-another-name",
    rules: ["environment/missing-file", "service/missing-file"],
    at: ["web", "envVars.GOOGLE_APPLICATION_CREDENTIALS"],
    alsoAt: [["web", "secretFiles"]],
    why: "The secret file is service-account.json, and serviceAccountKey.json is opened.",
    source: "Render's page on secret files",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        UNICORN,
        {
          DATABASE_URL: SESSION,
          GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/serviceAccountKey.json",
        },
        { secretFiles: { "service-account.json": { content: '{"type":"service_account"}' } } },
      ),
    },
  },
  {
    name: "twenty-seventh-credential-of-docker-for-ghcr",
    rules: ["service/registry-credential"],
    at: ["web", "runtimeSource"],
    alsoAt: [["credential", "registry"]],
    why: "The image is at ghcr.io, and the credential is Docker Hub's: denied.",
    source: "Render's page on images: credentials",
    resources: {
      credential: registryCredential({
        name: "hub",
        registry: "DOCKER",
        username: "dipperbrook",
        authToken: "dckr_pat_brookCanary0dipper",
      }),
      web: app(
        "brook-web",
        PYTHON,
        "",
        { DATABASE_URL: SESSION },
        {
          startCommand: UNICORN,
          runtimeSource: {
            image: {
              imageUrl: "ghcr.io/dipper-brook/api",
              tag: "2.1.0",
              registryCredentialId: "${credential.id}",
            },
          },
        },
      ),
    },
  },
  {
    name: "twenty-seventh-digest-in-the-address",
    rules: ["service/source"],
    at: ["web", "runtimeSource"],
    why: "The address has a tag already, and another field has it again.",
    source: "Render's provider: image_url",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        UNICORN,
        { DATABASE_URL: SESSION },
        {
          ...image("ghcr.io/dipper-brook/api:2.1.0", "2.1.0"),
        },
      ),
    },
  },
  {
    name: "twenty-seventh-free-service-migrates",
    rules: [LIMITS],
    at: ["web", "preDeployCommand"],
    alsoAt: [["web", "plan"]],
    why: "The pre-deploy command is for paid services.",
    source: "Render's page on deploys",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "free", preDeployCommand: "python manage.py migrate" },
      ),
    },
  },
  {
    name: "twenty-seventh-cron-in-transaction-mode",
    rules: ["database/transaction-mode-statements"],
    at: ["daily", "envVars.DATABASE_URL"],
    why: "Prisma without pgbouncer=true at 6543, while the web service has it.",
    source: "prisma/orm, issue 21740",
    resources: {
      web: app("brook-web", NODE, "npx next start -H 0.0.0.0 -p $PORT", {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"),
        DIRECT_URL: SESSION,
      }),
      daily: cron({
        name: "brook-daily",
        plan: "starter",
        region: "frankfurt",
        schedule: "0 6 * * *",
        startCommand: "npx tsx prisma/cleanup.ts",
        ...built("node", "npm ci && npx prisma generate"),
        envVars: values({ DATABASE_URL: pooled("6543/postgres"), DIRECT_URL: SESSION }),
      }),
    },
  },
];
