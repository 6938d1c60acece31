import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers; hosts in their providers' public forms. */
const HARBOR = "wkqzjtrnvbsmhdxyplcf";
const LEDGER = "tnxogvhcjrqyalepdzmu";
const HARBOR_STAGING = "bfyqsliekavtgzjwonrc";
const PARIS = "aws-0-eu-west-3.pooler.supabase.com";
const OREGON = "aws-1-us-west-2.pooler.supabase.com";
const RDS = "harbor.c9akciq32rgk.eu-central-1.rds.amazonaws.com";
const NEON = "ep-quiet-meadow-a2x9k4lp.eu-central-1.aws.neon.tech";
const NEON_POOLED = "ep-quiet-meadow-a2x9k4lp-pooler.eu-central-1.aws.neon.tech";

const node = { runtime: "node", command: "npx next start -H 0.0.0.0 -p $PORT" } as const;
const go = { runtime: "go", command: "./bin/server" } as const;
const GUNICORN = "gunicorn shop.wsgi --bind 0.0.0.0:$PORT";

/**
 * Sound databases of the thirteenth batch. Each looks like something broken and works; the comment says why, and after
 * the dash what decides it (R, S, P and V are entries of docs/facts; "tried" is the driver's own parser, on 29 November
 * 2026).
 */
export const SOUND_DATABASES_OF_THIRTEENTH: readonly SealedCase[] = [
  // --- Poolers ---------------------------------------------------------------------------------------------------------

  // Neon's pooler keeps named statements, and Neon's certificate is a public one. - P20; Neon's page on pooling.
  {
    ...node,
    driver: "postgres-js",
    variables: { DATABASE_URL: `postgresql://harbor:vD2mQx8sKt@${NEON_POOLED}/harbor?sslmode=require` },
  },
  // The setting outside of the URL turns the statements off. - P11.
  {
    variables: {
      DATABASE_URL: `postgresql://harbor_app.${HARBOR}:vD2mQx8sKt@${PARIS}:6543/postgres?sslmode=require`,
    },
    declared: { driverSettings: { statement_cache_size: 0 } },
  },
  // null is Python's None. - P11.
  {
    kind: "worker",
    driver: "psycopg",
    command: "python -m ledger.consumer",
    variables: {
      DATABASE_URL: `postgresql://ledger_jobs.${LEDGER}:vD2mQx8sKt@${OREGON}:6543/postgres?sslmode=require`,
    },
    declared: { driverSettings: { prepare_threshold: null } },
  },
  // pgx reads its own key among libpq's. - P11; pgx' ParseConfig.
  {
    ...go,
    driver: "pgx",
    variables: {
      DATABASE_URL: `host=${OREGON} port=6543 user=ledger_app.${LEDGER} password=vD2mQx8sKt dbname=postgres sslmode=require default_query_exec_mode=exec`,
    },
  },
  // binary_parameters=yes sends statements without a name in one step. - P15; lib/pq 889.
  {
    ...go,
    driver: "lib-pq",
    variables: {
      DATABASE_URL: `postgres://ledger_app.${LEDGER}:vD2mQx8sKt@${OREGON}:6543/postgres?sslmode=require&binary_parameters=yes`,
    },
  },
  // In session mode a client keeps its server connection, and so its statements. - S2; P14.
  {
    runtime: "rust",
    driver: "sqlx",
    command: "./target/release/harbor-api",
    variables: {
      DATABASE_URL: `postgres://harbor_app.${HARBOR}:vD2mQx8sKt@${PARIS}:5432/postgres?sslmode=require`,
    },
  },
  // Prisma's own parameters; migrations by session mode. - P11, P14; Prisma's page on connection URLs.
  {
    ...node,
    driver: "prisma",
    variables: {
      DATABASE_URL: `postgresql://postgres.${HARBOR}:vD2mQx8sKt@${PARIS}:6543/postgres?pgbouncer=true&connection_limit=5&pool_timeout=20&schema=app`,
      DIRECT_URL: `postgresql://postgres.${HARBOR}:vD2mQx8sKt@${PARIS}:5432/postgres?schema=app`,
    },
    properties: { plan: "starter", preDeployCommand: "npx prisma migrate deploy" },
  },
  // psycopg2 names no statements, in libpq's variables either. - P10.
  {
    kind: "worker",
    driver: "psycopg2",
    command: "celery -A shop worker --loglevel=info",
    variables: {
      PGHOST: PARIS,
      PGPORT: "6543",
      PGUSER: `harbor_jobs.${HARBOR}`,
      PGPASSWORD: "vD2mQx8sKt",
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
    },
  },
  // A pool of a container's own: PgBouncer in the background on the loopback address, and psycopg2 in front of it.
  // - PgBouncer's page on usage (-d); P10.
  {
    driver: "psycopg2",
    command:
      "sh -c 'pgbouncer -d /etc/pgbouncer/pgbouncer.ini && exec gunicorn shop.wsgi --bind 0.0.0.0:8000'",
    variables: { DATABASE_URL: "postgresql://harbor:vD2mQx8sKt@127.0.0.1:6432/harbor" },
    properties: DOCKER,
  },

  // --- Passwords -------------------------------------------------------------------------------------------------------

  // A WHATWG parser ends the user's part at the last @. - P1; tried: pg-connection-string, password p@ss.
  {
    ...node,
    driver: "node-postgres",
    variables: { DATABASE_URL: "postgresql://harbor:Kite@Anchor42@db.harbor-freight.io:5432/harbor" },
  },
  // Marks that end nothing. - P1; tried: asyncpg and libpq, the same password.
  {
    variables: { DATABASE_URL: "postgresql://harbor:Kite&4!sail+3=$x*(y)@db.harbor-freight.io:5432/harbor" },
  },
  // A colon within the password: the first one alone divides. - P1; tried: SQLAlchemy, password Kite:Anchor42.
  {
    driver: "sqlalchemy-psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL:
        "postgresql+psycopg2://harbor:Kite:Anchor42@db.harbor-freight.io:5432/harbor?sslmode=require",
    },
  },
  // In keys and values, quotes hold the space, and a backslash the quote. - tried: libpq, password copper lantern's.
  {
    driver: "psycopg",
    variables: {
      DATABASE_URL: `host=${RDS} port=5432 dbname=harbor user=harbor password='copper lantern\\'s' sslmode=require`,
    },
  },
  // Django's settings in parts: a password there is as it is. - P1 speaks of URLs alone.
  {
    runtime: "python",
    driver: "none",
    command: GUNICORN,
    variables: {
      DB_ENGINE: "django.db.backends.postgresql",
      DB_NAME: "postgres",
      DB_USER: `harbor_web.${HARBOR}`,
      DB_PASSWORD: "Kite@Anchor#42/60%?",
      DB_HOST: PARIS,
      DB_PORT: "5432",
      DB_SSLMODE: "require",
      CONN_MAX_AGE: "60",
    },
  },
  // ADO.NET's other names of user and host; quotes hold the semicolon. - Npgsql's page on its parameters.
  {
    driver: "npgsql",
    command: "dotnet Ledger.Api.dll",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__DefaultConnection: `User Id=postgres.${LEDGER};Password="Kite;Anchor=42";Server=${OREGON};Port=5432;Database=postgres;SSL Mode=Require;Trust Server Certificate=true`,
    },
    properties: DOCKER,
  },

  // --- Other providers and forms ---------------------------------------------------------------------------------------

  // node-postgres verifies, and Neon's certificate is of a public authority. - P4; Neon's page on secure connections.
  {
    ...node,
    driver: "node-postgres",
    variables: { DATABASE_URL: `postgresql://harbor:vD2mQx8sKt@${NEON}/harbor?sslmode=require` },
  },
  // libpq tries two servers for the one that writes. - tried: libpq; its page on several hosts.
  {
    driver: "psycopg",
    variables: {
      DATABASE_URL:
        "postgresql://harbor:vD2mQx8sKt@db-1.harbor-freight.io:5432,db-2.harbor-freight.io:5432/harbor?sslmode=require&target_session_attrs=read-write",
    },
  },
  // libpq's options, percent-encoded, and a port of DigitalOcean's. - tried: libpq; DigitalOcean's page on connecting.
  {
    driver: "psycopg2",
    variables: {
      DATABASE_URL:
        "postgresql://doadmin:vD2mQx8sKt@db-postgresql-fra1-40213-do-user-9921744-0.c.db.ondigitalocean.com:25060/defaultdb?sslmode=require&options=-c%20statement_timeout%3D5000",
    },
  },
  // Render's own database by its private name, which has no dot. - R48; Render's page on connecting.
  {
    runtime: "ruby",
    driver: "active-record",
    command: "bundle exec rails server -b 0.0.0.0 -p $PORT -e production",
    variables: {
      DATABASE_URL:
        "postgresql://harbor:vD2mQx8sKt@dpg-cu2k4j3qf0us73fbv7u0-a/harbor?pool=10&connect_timeout=5",
    },
  },
  // The image of PostgreSQL has no certificate, so that lib/pq, which asks for TLS by default, has to be asked for none:
  // both are in one private network. - lib/pq's page (sslmode); the image's page; R45.
  {
    ...go,
    driver: "none",
    variables: { DATABASE_URL: "postgres://ledger:vD2mQx8sKt@ledger-db:5432/ledger?sslmode=disable" },
    others: [
      {
        driver: "none",
        kind: "private",
        command: null,
        variables: {
          PORT: "5432",
          POSTGRES_USER: "ledger",
          POSTGRES_PASSWORD: "vD2mQx8sKt",
          PGDATA: "/var/lib/postgresql/data/pgdata",
        },
        properties: {
          runtimeSource: { image: { imageUrl: "docker.io/library/postgres", tag: "16.4" } },
          name: "ledger-db",
          disk: { name: "ledger", sizeGb: 10, mountPath: "/var/lib/postgresql/data" },
        },
      },
    ],
  },
  // Another kind of database beside: its URL is none of PostgreSQL's. - mysql2's and ClickHouse' own pages.
  {
    runtime: "ruby",
    driver: "active-record",
    command: "bundle exec rails server -b 0.0.0.0 -p $PORT -e production",
    variables: {
      DATABASE_URL: `postgresql://harbor_app.${HARBOR}:vD2mQx8sKt@${PARIS}:5432/postgres?sslmode=require`,
      LEGACY_DATABASE_URL: "mysql2://legacy:vD2mQx8sKt@mysql.harbor-freight.io:3306/legacy",
      CLICKHOUSE_URL: "https://q7x2m9w4kt.eu-central-1.aws.clickhouse.cloud:8443",
    },
  },
  // dotenv takes the quotes off. - R43; python-dotenv's readme (quotes, `dotenv run`).
  {
    driver: "none",
    runtime: "python",
    command: "dotenv -f /etc/secrets/app.env run -- uvicorn app.main:app --host 0.0.0.0 --port $PORT",
    secretFiles: {
      "app.env": `LOG_LEVEL="info"\nDATABASE_URL="postgresql://harbor_app.${HARBOR}:vD2mQx8sKt@${PARIS}:5432/postgres?sslmode=require"\n`,
    },
  },

  // --- Next to another environment -------------------------------------------------------------------------------------

  // The same pooler and the same role as staging's, and another project. - S10; docs/rules.md.
  {
    driver: "pgjdbc",
    command: "java -jar /app/harbor.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${PARIS}:5432/postgres?user=harbor_app.${HARBOR}&password=vD2mQx8sKt&sslmode=require`,
    },
    declared: {
      otherEnvironments: {
        staging: { host: PARIS, port: 5432, user: `harbor_app.${HARBOR_STAGING}`, database: "postgres" },
      },
    },
    properties: DOCKER,
  },
  // The same server and role, and a database of its own. - docs/rules.md (a project, or at least a database, of its own).
  {
    driver: "psycopg",
    variables: {
      DATABASE_URL: `host=${RDS} port=5432 dbname=harbor_production user=harbor password=vD2mQx8sKt sslmode=require`,
    },
    declared: {
      otherEnvironments: {
        staging: { host: RDS, port: 5432, user: "harbor", database: "harbor_staging" },
      },
    },
  },

  // --- Shared by services ----------------------------------------------------------------------------------------------

  // One group for the web service and its nightly job: database and API of one project. - R10; S2, S8.
  {
    runtime: "python",
    driver: "none",
    command: GUNICORN,
    group: {
      DATABASE_URL: `postgresql://harbor_app.${HARBOR}:vD2mQx8sKt@${PARIS}:5432/postgres?sslmode=require`,
      SUPABASE_URL: `https://${HARBOR}.supabase.co`,
      LOG_LEVEL: "info",
    },
    others: [
      {
        runtime: "python",
        driver: "none",
        kind: "cron",
        command: "python manage.py rebuild_totals",
        properties: { name: "harbor-totals", schedule: "15 2 * * *" },
      },
    ],
  },
];
