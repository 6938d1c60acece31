import {
  cron,
  docker,
  keyValue,
  NPM,
  native,
  PIP,
  PROJECT,
  type ProgramCase,
  privateService,
  SESSION,
  site,
  values,
  web,
  worker,
} from "./eighteenth-form";

const UVICORN = "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT";

/** Sound programs whose services ask each other. */
export const SOUND_PROGRAMS_OF_NINETEENTH: readonly ProgramCase[] = [
  {
    name: "queue-with-worker-and-scheduler",
    why: "Worker and scheduler open no port; all are in the store's region.",
    source: "Render's page on background workers",
    resources: {
      queue: keyValue({ name: "queue", plan: "starter", region: "frankfurt", maxMemoryPolicy: "noeviction" }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "frankfurt",
        preDeployCommand: "alembic upgrade head",
        startCommand: UVICORN,
        healthCheckPath: "/health",
        runtimeSource: native("python", PIP),
        envVars: values({
          PORT: "8000",
          DATABASE_URL: SESSION,
          REDIS_URL: "${queue.connectionInfo.internalConnectionString}",
        }),
      }),
      work: worker({
        name: "orchard-worker",
        plan: "starter",
        region: "frankfurt",
        startCommand: "celery -A orchard worker -B --loglevel=INFO --concurrency=2",
        runtimeSource: native("python", PIP),
        envVars: values({
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: "${queue.connectionInfo.internalConnectionString}/0",
        }),
      }),
    },
  },
  {
    name: "model-behind-its-own-port",
    why: "A private service listens on the port that its peer asks, which need not be the standard one.",
    source: "Render's page on the private network",
    resources: {
      model: privateService({
        name: "model",
        plan: "pro",
        region: "oregon",
        startCommand: "uvicorn model.serve:app --host 0.0.0.0 --port 9000",
        runtimeSource: native("python", PIP, "model"),
        envVars: values({ PORT: "9000" }),
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "oregon",
        startCommand: UVICORN,
        runtimeSource: native("python", PIP),
        envVars: values({ PORT: "8000", MODEL_HOST: "${model.slug}", MODEL_PORT: "9000" }),
      }),
    },
  },
  {
    name: "cron-job-asks-the-service",
    why: "The public address of the service is asked each quarter of an hour; a cron job listens on nothing.",
    source: "Render's page on cron jobs",
    resources: {
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "virginia",
        startCommand: "node dist/main.js",
        runtimeSource: native("node", NPM),
        healthCheckPath: "/healthz",
        envVars: values({ PORT: "8000", CRON_SECRET: "Wn4tq8ZrLb2xVc6m" }),
      }),
      tick: cron({
        name: "tick",
        plan: "starter",
        region: "virginia",
        schedule: "*/15 * * * *",
        startCommand: 'curl -fsS -H "Authorization: Bearer $CRON_SECRET" "$API_URL/internal/tick"',
        runtimeSource: docker("./ops/Dockerfile"),
        envVars: values({ API_URL: "${api.url}", CRON_SECRET: "Wn4tq8ZrLb2xVc6m" }),
      }),
    },
  },
  {
    name: "pages-with-a-rewrite-to-the-api",
    why: "The pages ask their own address, and the site rewrites to the public one of the service.",
    source: "Render's page on redirects and rewrites",
    resources: {
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "ohio",
        startCommand: "./bin/api -listen :8000",
        runtimeSource: native("go", "go build -o bin/api ./cmd/api"),
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
      app: site({
        name: "orchard-app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: "pnpm install --frozen-lockfile && pnpm build",
        publishPath: "apps/web/dist",
        routes: [
          { type: "rewrite", source: "/api/*", destination: "${api.url}/*" },
          { type: "rewrite", source: "/*", destination: "/index.html" },
        ],
        headers: [{ path: "/assets/*", name: "Cache-Control", value: "public, max-age=31536000, immutable" }],
        envVars: values({
          VITE_SUPABASE_URL: `https://${PROJECT}.supabase.co`,
          VITE_SUPABASE_KEY: "sb_publishable_Qm7vT2pXc9LrZk4WnB8sHg_u3YdFa1E",
          VITE_POSTHOG_KEY: "phc_Qm7vT2pXc9LrZk4WnB8sHgu3YdFa1E5oJtRiVbNeWy",
        }),
      }),
    },
  },
  {
    name: "grpc-of-a-private-service",
    why: "gRPC within the private network goes without TLS, by name and port.",
    source: "Render's page on the private network",
    resources: {
      ledger: privateService({
        name: "ledger",
        plan: "starter",
        region: "singapore",
        startCommand: "./bin/ledger --listen-addr=:50051",
        runtimeSource: native("go", "go build -o bin/ledger ./cmd/ledger", "ledger"),
        envVars: values({ DATABASE_URL: SESSION, GRPC_GO_LOG_SEVERITY_LEVEL: "warning" }),
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "singapore",
        startCommand: "./bin/api --http-addr=:$PORT --metrics-addr=127.0.0.1:9464",
        runtimeSource: native("go", "go build -o bin/api ./cmd/api"),
        envVars: values({ PORT: "8000", LEDGER_ADDR: "${ledger.slug}:50051" }),
      }),
    },
  },
  {
    name: "backup-by-a-cron-job",
    why: "pg_dump goes through the session mode, which it can; the pipe ends.",
    source: "Supabase's page on backups",
    resources: {
      backup: cron({
        name: "backup",
        plan: "standard",
        region: "frankfurt",
        schedule: "0 3 * * 1-6",
        startCommand:
          'bash -o pipefail -c \'pg_dump --no-owner "$DATABASE_URL" | gzip | aws s3 cp - "s3://$BUCKET/$(date +%F).sql.gz"\'',
        runtimeSource: docker("./ops/backup.Dockerfile"),
        envVars: values({ DATABASE_URL: SESSION, BUCKET: "orchard-backups", AWS_REGION: "eu-central-1" }),
      }),
      heartbeat: cron({
        name: "nightly",
        plan: "starter",
        region: "frankfurt",
        schedule: "30 1 * * SUN",
        startCommand:
          "python -m jobs.nightly && curl -fsS https://hc-ping.com/6c1f0b8e-1a53-4c40-9f1e-5b0d2f6b7a10",
        runtimeSource: native("python", PIP),
      }),
    },
  },
  {
    name: "two-applications-of-one-repository",
    why: "Each has a folder, a filter and the standard port; they share no network name.",
    source: "Render's page on monorepos",
    resources: {
      shop: web({
        name: "shop",
        plan: "starter",
        region: "virginia",
        rootDirectory: "apps/shop",
        startCommand: "node .next/standalone/server.js",
        runtimeSource: native("node", "cd ../.. && npm ci && npm run build -w shop"),
        envVars: values({ PORT: "8000", HOSTNAME: "0.0.0.0", NEXT_PUBLIC_ADMIN_URL: "${admin.url}" }),
      }),
      admin: web({
        name: "admin",
        plan: "starter",
        region: "virginia",
        rootDirectory: "apps/admin",
        startCommand: "npm run start --workspace=admin",
        runtimeSource: native("node", "cd ../.. && npm ci && npm run build -w admin"),
        envVars: values({ PORT: "8000", NODE_ENV: "production" }),
      }),
    },
  },
];
