import {
  cron,
  docker,
  keyValue,
  NPM,
  native,
  PIP,
  type ProgramCase,
  privateService,
  registryCredential,
  SESSION,
  values,
  web,
  worker,
} from "./eighteenth-form";

/** Sound programs of several services, or of other services than web services. */
export const SOUND_PROGRAMS_OF_EIGHTEENTH: readonly ProgramCase[] = [
  {
    name: "cron-with-lists-and-steps",
    why: "A cron job opens no port and has no health check; its five fields may have steps, ranges and lists.",
    source: "Render's page on cron jobs",
    resources: {
      digests: cron({
        name: "digests",
        plan: "starter",
        region: "frankfurt",
        schedule: "*/15 6-20 1,15 * 1-5",
        startCommand: "python manage.py send_digests",
        runtimeSource: native("python", PIP),
        envVars: values({ DATABASE_URL: SESSION, DJANGO_SETTINGS_MODULE: "orchard.settings.production" }),
      }),
    },
  },
  {
    name: "cron-of-an-image-that-calls-a-url",
    why: "A command that asks a URL and ends is a whole cron job, and so is an image without a repository.",
    source: "Render's page on cron jobs; its page on images",
    resources: {
      poke: cron({
        name: "poke",
        plan: "starter",
        region: "oregon",
        schedule: "5 * * * *",
        startCommand: "curl -fsS -X POST --max-time 60 https://orchard-api.onrender.com/tasks/expire",
        runtimeSource: { image: { imageUrl: "docker.io/curlimages/curl", tag: "8.11.1" } },
      }),
    },
  },
  {
    name: "sidekiq-beside-puma",
    why: "The worker opens no port; both have the queue's internal address and are in its region.",
    source: "Render's page on Key Value; its page on background workers",
    resources: {
      queue: keyValue({ name: "queue", plan: "starter", region: "virginia", maxMemoryPolicy: "noeviction" }),
      app: web({
        name: "app",
        plan: "standard",
        region: "virginia",
        startCommand: "bundle exec puma -C config/puma.rb",
        healthCheckPath: "/up",
        runtimeSource: native("ruby", "bundle install && bin/rails assets:precompile"),
        envVars: values({
          PORT: "8000",
          RAILS_ENV: "production",
          DATABASE_URL: SESSION,
          REDIS_URL: "${queue.connectionInfo.internalConnectionString}",
        }),
      }),
      jobs: worker({
        name: "jobs",
        plan: "starter",
        region: "virginia",
        startCommand: "bundle exec sidekiq -C config/sidekiq.yml",
        runtimeSource: native("ruby", "bundle install"),
        envVars: values({
          RAILS_ENV: "production",
          DATABASE_URL: SESSION,
          REDIS_URL: "${queue.connectionInfo.internalConnectionString}",
        }),
      }),
    },
  },
  {
    name: "grpc-in-a-private-service",
    why: "A private service may have any protocol and port but four; the other one asks it there, in the same region.",
    source: "Render's page on the private network",
    resources: {
      quotes: privateService({
        name: "quotes",
        plan: "starter",
        region: "ohio",
        startCommand: "./app -grpc 0.0.0.0:50051",
        runtimeSource: native("go", "go build -o app ./cmd/quotes", "quotes"),
      }),
      gateway: web({
        name: "gateway",
        plan: "starter",
        region: "ohio",
        startCommand: "./app -http :8000",
        runtimeSource: native("go", "go build -o app ./cmd/gateway", "gateway"),
        envVars: values({ PORT: "8000", QUOTES_ADDR: "${quotes.slug}:50051" }),
      }),
    },
  },
  {
    name: "search-engine-with-a-disk",
    why: "One instance with a disk is what Render allows, and an engine's own port needs no variable PORT.",
    source: "Render's page on disks; Meilisearch's page on its settings",
    resources: {
      meili: privateService({
        name: "meili",
        plan: "standard",
        region: "frankfurt",
        numInstances: 1,
        runtimeSource: { image: { imageUrl: "docker.io/getmeili/meilisearch", tag: "v1.12.3" } },
        disk: { name: "meili-data", mountPath: "/meili_data", sizeGb: 10 },
        envVars: values({
          MEILI_ENV: "production",
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
          MEILI_MASTER_KEY: "q7mVx2RtLc9ZkW4nB8sHg3Ud",
        }),
      }),
    },
  },
  {
    name: "worker-with-a-disk",
    why: "A paid worker may have a disk, and its file of a queue is written by the worker alone.",
    source: "Render's page on disks",
    resources: {
      crawler: worker({
        name: "crawler",
        plan: "standard",
        region: "oregon",
        startCommand: "./target/release/crawler --state /var/state/frontier.db",
        runtimeSource: native("rust", "cargo build --release", "crawler"),
        disk: { name: "frontier", mountPath: "/var/state", sizeGb: 20 },
      }),
    },
  },
  {
    name: "metrics-of-a-worker-at-loopback",
    why: "Nothing asks a worker over the network, so what it serves at loopback is for itself.",
    source: "Render's page on background workers",
    resources: {
      indexer: worker({
        name: "indexer",
        plan: "starter",
        region: "singapore",
        startCommand: "python -m indexer --metrics-host 127.0.0.1 --metrics-port 9100",
        runtimeSource: native("python", PIP, "indexer"),
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "two-regions-over-https",
    why: "The two are in different regions and talk over the public address, which works from anywhere.",
    source: "Render's page on regions",
    resources: {
      accounts: web({
        name: "orchard-accounts",
        plan: "starter",
        region: "frankfurt",
        startCommand: "npx next start -p 8000",
        runtimeSource: native("node", NPM, "accounts"),
        envVars: values({ PORT: "8000" }),
      }),
      billing: web({
        name: "orchard-billing",
        plan: "starter",
        region: "virginia",
        startCommand: "java -jar /srv/billing.jar --server.port=8000",
        runtimeSource: docker("./billing/Dockerfile", "./billing"),
        envVars: values({ PORT: "8000", ACCOUNTS_URL: "${accounts.url}" }),
      }),
    },
  },
  {
    name: "private-image-with-its-credential",
    why: "The credential is in the source's own field, and the port of the image is the declared one.",
    source: "the Terraform provider's page (registry_credential_id)",
    resources: {
      ghcr: registryCredential({
        name: "ghcr",
        registry: "GITHUB",
        username: "orchard-bot",
        authToken: "invented-token-of-this-case",
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "oregon",
        startCommand: "node dist/main.js",
        healthCheckPath: "/healthz",
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/orchard-press/api",
            tag: "sha-4be19c2",
            registryCredentialId: "${ghcr.id}",
          },
        },
        envVars: values({ PORT: "8000" }),
      }),
    },
  },
];
