import { type BrokenProgram, keyValue, native, values } from "../eighteenth-form";
import { queue } from "../twentieth-form";
import { hostedWeb, hostedWorker, n8n, SESSION } from "./twenty-sixth-form";

/** Broken programs of workers, queues, schedules and disks. */
export const REJECTED_PROGRAM_JOBS_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-two-keys-of-one-n8n",
    rules: [],
    at: ["worker", "envVars.N8N_ENCRYPTION_KEY"],
    alsoAt: [["main", "envVars.N8N_ENCRYPTION_KEY"]],
    why: "Each service gets a generated key of its own, and the worker cannot decrypt the main one's credentials.",
    source: "n8n's page on queue mode; baptisteArno/typebot.io, issue 612",
    resources: {
      main: hostedWeb(
        "marsh-n8n",
        "docker.io/n8nio/n8n",
        "1.107.3",
        {},
        {
          healthCheckPath: "/healthz",
          envVars: {
            ...values({ PORT: "8000", ...n8n(), EXECUTIONS_MODE: "queue" }),
            N8N_ENCRYPTION_KEY: { generateValue: true },
          },
        },
      ),
      worker: hostedWorker(
        "marsh-n8n-worker",
        "docker.io/n8nio/n8n",
        "1.107.3",
        "n8n worker",
        {},
        {
          envVars: {
            ...values({ ...n8n(), EXECUTIONS_MODE: "queue" }),
            N8N_ENCRYPTION_KEY: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "twenty-sixth-typebot-with-a-generated-secret",
    rules: ["environment/refused-value"],
    at: ["builder", "envVars.ENCRYPTION_SECRET"],
    why: "A generated value has 44 characters, and the builder asks for 32.",
    source: "baptisteArno/typebot.io, issue 516; Render's page on Blueprints",
    resources: {
      builder: hostedWeb(
        "marsh-builder",
        "docker.io/baptistearno/typebot-builder",
        "2.28.2",
        {},
        {
          healthCheckPath: "/signin",
          envVars: {
            ...values({
              PORT: "8000",
              DATABASE_URL: SESSION,
              NEXTAUTH_URL: "https://builder.marsh.example.org",
              NEXT_PUBLIC_VIEWER_URL: "https://bot.marsh.example.org",
            }),
            ENCRYPTION_SECRET: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "twenty-sixth-queue-that-loses-its-jobs",
    rules: ["service/queue-store"],
    at: ["jobs", "maxMemoryPolicy"],
    why: "A full store takes Sidekiq's jobs away.",
    source: "a Blueprint of chatwoot/chatwoot's forks; Sidekiq's page on Redis",
    resources: {
      jobs: keyValue({
        name: "marsh-jobs",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "allkeys_lru",
      }),
      worker: queue(
        "marsh-worker",
        "bundle exec sidekiq -C config/sidekiq.yml",
        { REDIS_URL: "${jobs.connectionInfo.internalConnectionString}", RAILS_ENV: "production" },
        { runtimeSource: native("ruby", "./bin/render-build.sh", "support") },
      ),
    },
  },
];
