import { keyValue, native, type ProgramCase, privateService, site, values, worker } from "./eighteenth-form";
import { image, inner, nodeApp, python, queue } from "./twentieth-form";
import { CANARY, GUNICORN, SESSION } from "./twenty-first-form";

const PAGE = "Render's page on the private network";
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const disk = (name: string, mountPath: string) => ({ disk: { name, mountPath, sizeGb: 10 } });
const backing = (name: string, imageUrl: string, tag: string, more: object) =>
  privateService({ name, plan: "standard", region: "frankfurt", ...image(imageUrl, tag), ...more });

/** Sound programs whose services reach each other, though they look as if they did not. */
export const SOUND_PROGRAM_NETWORKS_OF_TWENTY_FIRST: readonly ProgramCase[] = [
  {
    name: "rewrite-to-a-public-address",
    why: "A static site may pass a path on to another public address.",
    source: "Render's page on redirects and rewrites",
    resources: {
      api: python("tide-api", GUNICORN, { DATABASE_URL: SESSION }),
      app: site({
        name: "tide-app",
        repoUrl: "https://github.com/tidewater-coop/app",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        routes: [{ type: "rewrite", source: "/api/*", destination: "${api.url}/*" }],
      }),
    },
  },
  {
    name: "one-address-for-the-server-and-one-for-the-browser",
    why: "The server renders by the internal name, and the pages have the public address.",
    source: `${PAGE}; Next's page on environment variables`,
    resources: {
      api: python("tide-api", GUNICORN, { DATABASE_URL: SESSION }),
      web: nodeApp("tide-web", "npx next start -p $PORT", {
        API_URL: "http://${api.slug}:8000",
        NEXT_PUBLIC_API_URL: "${api.url}",
      }),
    },
  },
  {
    name: "api-and-console-of-minio",
    why: "The API is asked at its own port, and the console has another one.",
    source: "MinIO's page on minio server",
    resources: {
      minio: backing("minio", "quay.io/minio/minio", "RELEASE.2024-11-07T00-52-20Z", {
        startCommand: "minio server /data --address :9000 --console-address :9001",
        ...disk("minio", "/data"),
        envVars: { MINIO_ROOT_USER: { value: "tide" }, MINIO_ROOT_PASSWORD: { generateValue: true } },
      }),
      api: python("tide-api", GUNICORN, { S3_ENDPOINT: "http://${minio.slug}:9000", S3_BUCKET: "uploads" }),
    },
  },
  {
    name: "columns-asked-by-http",
    why: "ClickHouse's image listens on every address, and 8123 is the port of HTTP.",
    source: "ClickHouse's page on network ports",
    resources: {
      columns: backing("columns", "docker.io/clickhouse/clickhouse-server", "24.8", {
        ...disk("columns", "/var/lib/clickhouse"),
        envVars: values({ CLICKHOUSE_USER: "tide", CLICKHOUSE_PASSWORD: CANARY }),
      }),
      api: python("tide-api", GUNICORN, {
        CLICKHOUSE_URL: `http://tide:${CANARY}@\${columns.slug}:8123/default`,
      }),
    },
  },
  {
    name: "database-of-the-teams-own",
    why: "The image listens on every address; PGDATA is below the disk's path, where lost+found is not in its way.",
    source: "the image's page at Docker Hub",
    resources: {
      geo: backing("geo", "docker.io/postgis/postgis", "16-3.4", {
        ...disk("geo", "/var/lib/postgresql/data"),
        envVars: values({
          POSTGRES_USER: "geo",
          POSTGRES_PASSWORD: CANARY,
          POSTGRES_DB: "geo",
          PGDATA: "/var/lib/postgresql/data/pgdata",
        }),
      }),
      api: python("tide-api", GUNICORN, {
        DATABASE_URL: SESSION,
        GEO_DATABASE_URL: `postgresql://geo:${CANARY}@\${geo.slug}:5432/geo`,
      }),
    },
  },
  {
    name: "messages-by-nats",
    why: "NATS listens on 4222 on every address; -m is the port of its monitor.",
    source: "NATS's page on nats-server's options",
    resources: {
      nats: backing("nats", "docker.io/library/nats", "2.10", {
        startCommand: "nats-server -js -sd /data -m 8222",
        ...disk("nats", "/data"),
        envVars: values({ GOMEMLIMIT: "1GiB" }),
      }),
      work: queue("tide-worker", "python -m tide.consumer", { NATS_URL: "nats://${nats.slug}:4222" }),
    },
  },
  {
    name: "traces-to-a-collector",
    why: "The collector's secret file names every address, where its default is localhost.",
    source: "OpenTelemetry's page on the collector's configuration",
    resources: {
      collector: backing("collector", "docker.io/otel/opentelemetry-collector-contrib", "0.115.1", {
        startCommand: "/otelcol-contrib --config=/etc/secrets/otel.yaml",
        envVars: values({ GOMEMLIMIT: "400MiB" }),
        secretFiles: {
          "otel.yaml": {
            content:
              "receivers:\n  otlp:\n    protocols:\n      http:\n        endpoint: 0.0.0.0:4318\nexporters:\n  debug: {}\nservice:\n  pipelines:\n    traces:\n      receivers: [otlp]\n      exporters: [debug]\n",
          },
        },
      }),
      api: python("tide-api", `opentelemetry-instrument ${GUNICORN}`, {
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://${collector.slug}:4318",
        OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
      }),
    },
  },
  {
    name: "jobs-of-rails",
    why: "The store keeps what is queued, and Sidekiq is in its region.",
    source: "Sidekiq's page on Redis; Render's page on Key Value",
    resources: {
      store: keyValue({
        name: "tide-queue",
        plan: "standard",
        region: "oregon",
        maxMemoryPolicy: "noeviction",
      }),
      work: worker({
        name: "tide-sidekiq",
        plan: "starter",
        region: "oregon",
        startCommand: "bundle exec sidekiq -c 5",
        runtimeSource: native("ruby", "bundle install", "shop"),
        envVars: {
          ...values({
            RAILS_ENV: "production",
            REDIS_URL: "${store.connectionInfo.internalConnectionString}",
            DATABASE_URL: SESSION,
          }),
          SECRET_KEY_BASE: { generateValue: true },
        },
      }),
    },
  },
  {
    name: "host-and-port-apart",
    why: "Host, port and protocol are three variables of one client, and Typesense listens on 8108 by itself.",
    source: "Typesense's page on its configuration",
    resources: {
      search: backing("search", "docker.io/typesense/typesense", "27.1", {
        ...disk("search", "/data"),
        envVars: values({ TYPESENSE_DATA_DIR: "/data", TYPESENSE_API_KEY: CANARY.repeat(2) }),
      }),
      suggest: inner("suggest", UVICORN, {
        PORT: "7000",
        TYPESENSE_HOST: "${search.slug}",
        TYPESENSE_PORT: "8108",
        TYPESENSE_PROTOCOL: "http",
      }),
    },
  },
];
