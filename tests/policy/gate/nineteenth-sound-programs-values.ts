import {
  envGroup,
  envGroupLink,
  NPM,
  native,
  PIP,
  type ProgramCase,
  registryCredential,
  SESSION,
  values,
  web,
  worker,
} from "./eighteenth-form";

/** Sound programs with groups, files, images, disks and plans. */
export const SOUND_PROGRAM_VALUES_OF_NINETEENTH: readonly ProgramCase[] = [
  {
    name: "group-for-two-services",
    why: "The group has the database for both; PORT is the web service's own.",
    source: "Render's page on env groups",
    resources: {
      shared: envGroup({
        name: "orchard",
        envVars: {
          ...values({ DATABASE_URL: SESSION, LOG_LEVEL: "info" }),
          SESSION_SECRET: { generateValue: true },
        },
        secretFiles: {
          "google.json": { content: '{"type":"service_account","project_id":"orchard-invented"}' },
        },
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "oregon",
        startCommand: "gunicorn orchard.wsgi:application",
        runtimeSource: native("python", PIP),
        envVars: values({ PORT: "8000", GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google.json" }),
      }),
      work: worker({
        name: "orchard-worker",
        plan: "starter",
        region: "oregon",
        startCommand: "python manage.py rqworker default high",
        runtimeSource: native("python", PIP),
        envVars: values({ GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google.json" }),
      }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${work.id}"] }),
    },
  },
  {
    name: "image-of-a-private-registry",
    why: "The image brings its own command; the credential is another resource's.",
    source: "Render's page on images",
    resources: {
      ghcr: registryCredential({
        name: "ghcr",
        registry: "GITHUB",
        username: "orchard-bot",
        authToken: "ghp_V7kq2LxZr8Tn4WcBm1YdFa6HsJ3uPe9RoXiE",
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "oregon",
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/orchard-press/orchard",
            digest: "sha256:0f4b1c6d8e2a3957b1c6d8e2a39570f4b1c6d8e2a39570f4b1c6d8e2a39570f4",
            registryCredentialId: "${ghcr.id}",
          },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "sqlite-on-a-disk",
    why: "One instance with a disk; the copy of the file goes to a bucket while the service runs.",
    source: "Render's page on disks; Litestream's page on replicate",
    resources: {
      wiki: web({
        name: "wiki",
        plan: "starter",
        region: "frankfurt",
        startCommand:
          "litestream restore -if-db-not-exists -if-replica-exists /var/data/wiki.db && python manage.py migrate --noinput && exec litestream replicate -exec 'gunicorn wiki.wsgi -b 0.0.0.0:8000'",
        runtimeSource: native("python", PIP, "wiki"),
        disk: { name: "data", mountPath: "/var/data", sizeGb: 1 },
        envVars: values({ PORT: "8000", DATABASE_URL: "sqlite:////var/data/wiki.db" }),
      }),
    },
  },
  {
    name: "previews-and-scaling",
    why: "Pull requests get previews by hand, and the service scales without a disk.",
    source: "Render's pages on previews and scaling",
    resources: {
      api: web({
        name: "orchard-api",
        plan: "standard",
        region: "oregon",
        startCommand: "npx next start -p $PORT",
        runtimeSource: native("node", NPM),
        previews: { generation: "manual" },
        autoscaling: { enabled: true, min: 1, max: 4, criteria: { cpu: { enabled: true, percentage: 70 } } },
        maxShutdownDelaySeconds: 60,
        customDomains: [{ name: "orchard.press" }, { name: "www.orchard.press" }],
        envVars: values({ PORT: "8000", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
      }),
    },
  },
  {
    name: "worker-with-a-health-server",
    why: "The worker's health server is for itself; nothing asks it, and it has no port on Render.",
    source: "Temporal's page on the TypeScript SDK",
    resources: {
      flows: worker({
        name: "flows",
        plan: "standard",
        region: "oregon",
        startCommand: "node --enable-source-maps dist/worker.js",
        runtimeSource: native("node", NPM, "flows"),
        envVars: values({
          TEMPORAL_ADDRESS: "orchard.a1b2c.tmprl.cloud:7233",
          TEMPORAL_NAMESPACE: "orchard.a1b2c",
          HEALTH_HOST: "127.0.0.1",
          HEALTH_PORT: "9090",
          DATABASE_URL: SESSION,
        }),
      }),
    },
  },
  {
    name: "free-demo",
    why: "What the free plan has is enough: one instance, no disk, no command before the deploy.",
    source: "Render's page on free instances",
    resources: {
      demo: web({
        name: "demo",
        plan: "free",
        region: "oregon",
        startCommand:
          "streamlit run demo.py --server.port=$PORT --server.address=0.0.0.0 --server.headless=true",
        runtimeSource: native("python", PIP, "demo"),
        envVars: values({ PORT: "8000", PYTHON_VERSION: "3.12.7" }),
      }),
    },
  },
  {
    name: "env-file-that-a-service-sources",
    why: "The secret file has no port, and its database is the session mode of the pooler.",
    source: "Render's page on secret files",
    resources: {
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "oregon",
        startCommand: "set -a && . /etc/secrets/.env && set +a && exec ./bin/start-api",
        runtimeSource: native("ruby", "bundle install"),
        secretFiles: {
          ".env": {
            content: `# shared\nexport RAILS_ENV=production\nDATABASE_URL='${SESSION}'\nRAILS_MAX_THREADS=3\n`,
          },
        },
        envVars: values({ PORT: "8000" }),
      }),
    },
  },
];
