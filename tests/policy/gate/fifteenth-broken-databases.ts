import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers; hosts in their providers' public forms. */
const LANTERN = "qxkvtzbnwfjmhrpdyocl";
const MARINA = "wbtzhqkxnvfdrjpmsyga";
const LONDON = "aws-0-eu-west-2.pooler.supabase.com";
const MUMBAI = "aws-1-ap-south-1.pooler.supabase.com";
const RDS = "lantern-prod.c9x2kq81mzvt.eu-central-1.rds.amazonaws.com";
const RDS_STAGING = "lantern-staging.c9x2kq81mzvt.eu-central-1.rds.amazonaws.com";

const node = { runtime: "node", command: "node dist/main.js" } as const;
const go = { runtime: "go", driver: "pgx", command: "./bin/api" } as const;
const python = { runtime: "python", driver: "none" } as const;
const rails = {
  runtime: "ruby",
  driver: "active-record",
  command: "bundle exec puma -e production -b tcp://0.0.0.0:$PORT",
} as const;
const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT --workers 2";

/**
 * Broken databases of the fifteenth batch: each has to be rejected by its rule. The comment says what happens, and after
 * the dash what decides it.
 */
export const REJECTED_DATABASES_OF_FIFTEENTH: readonly SealedCase[] = [
  // --- Supabase's direct host: IPv6 alone, and Render has none -----------------------------------------------------------

  // The first string of the dashboard. - Supabase's page on connecting; DATABASE.md 2.
  {
    rule: "database/ipv6-only-host",
    driver: "sqlalchemy-psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://postgres:R8nqVw3xKd@db.${LANTERN}.supabase.co:5432/postgres`,
    },
  },
  // The service's own way is right, and the migration before it is not. - Supabase's page on Prisma.
  {
    ...node,
    rule: "database/ipv6-only-host",
    driver: "prisma",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?pgbouncer=true&connection_limit=1`,
      DIRECT_URL: `postgresql://postgres:Zt4mHc9yLp@db.${LANTERN}.supabase.co:5432/postgres`,
    },
    properties: { preDeployCommand: "npx prisma migrate deploy" },
  },
  // libpq's variables in place of a URL. - DATABASE.md 2.
  {
    ...python,
    rule: "database/ipv6-only-host",
    command: GUNICORN,
    variables: {
      PGHOST: `db.${MARINA}.supabase.co`,
      PGPORT: "5432",
      PGUSER: "postgres",
      PGPASSWORD: "R8nqVw3xKd",
      PGDATABASE: "postgres",
    },
  },
  // Laravel's variables. - Laravel's config/database.php; DATABASE.md 2.
  {
    rule: "database/ipv6-only-host",
    driver: "none",
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: {
      DB_CONNECTION: "pgsql",
      DB_HOST: `db.${MARINA}.supabase.co`,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: "postgres",
      DB_PASSWORD: "R8nqVw3xKd",
    },
    properties: DOCKER,
  },
  // Npgsql's words. - DATABASE.md 2.
  {
    rule: "database/ipv6-only-host",
    driver: "npgsql",
    command: "dotnet Lantern.Api.dll",
    variables: {
      ASPNETCORE_URLS: "http://0.0.0.0:8000",
      ConnectionStrings__Default: `Host=db.${LANTERN}.supabase.co;Port=5432;Database=postgres;Username=postgres;Password=R8nqVw3xKd;SSL Mode=Require`,
    },
    properties: DOCKER,
  },
  // The worker of two services. - DATABASE.md 2.
  {
    ...rails,
    rule: "database/ipv6-only-host",
    variables: {
      DATABASE_URL: `postgresql://lantern_web.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres`,
    },
    others: [
      {
        runtime: "ruby",
        driver: "active-record",
        kind: "worker",
        command: "bundle exec sidekiq -C config/sidekiq.yml",
        variables: {
          DATABASE_URL: `postgresql://postgres:R8nqVw3xKd@db.${LANTERN}.supabase.co:5432/postgres`,
        },
      },
    ],
  },

  // --- Transaction mode, and named statements ----------------------------------------------------------------------------

  // Prisma without its word for it. - Supabase's and Prisma's pages on the pooler (pgbouncer=true).
  {
    ...node,
    rule: "database/transaction-mode-statements",
    driver: "prisma",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?connection_limit=5`,
    },
  },
  // pgx names and caches by default. - pgx' page on QueryExecMode; DATABASE.md 4.
  {
    ...go,
    rule: "database/transaction-mode-statements",
    variables: {
      DATABASE_URL: `postgres://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?sslmode=require`,
    },
  },
  // asyncpg caches 100 statements by default. - asyncpg's page of questions; DATABASE.md 4.
  {
    rule: "database/transaction-mode-statements",
    variables: {
      DATABASE_URL: `postgresql://marina_api.${MARINA}:R8nqVw3xKd@${MUMBAI}:6543/postgres?sslmode=require`,
    },
  },
  // postgres.js, with Drizzle on it. - its readme (prepare); Supabase's page on Drizzle.
  {
    ...node,
    rule: "database/transaction-mode-statements",
    driver: "postgres-js",
    variables: {
      DATABASE_URL: `postgresql://marina_api.${MARINA}:R8nqVw3xKd@${MUMBAI}:6543/postgres`,
    },
    declared: { driverSettings: { prepare: true, max: 10 } },
  },
  // sqlx caches 100. - sqlx' page on PgConnectOptions (statement-cache-capacity).
  {
    rule: "database/transaction-mode-statements",
    runtime: "rust",
    driver: "sqlx",
    command: "./target/release/lantern-api",
    variables: {
      DATABASE_URL: `postgres://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?sslmode=require`,
    },
  },
  // pgJDBC names a statement the fifth time that it is run. - pgJDBC's page (prepareThreshold).
  {
    rule: "database/transaction-mode-statements",
    driver: "pgjdbc",
    command: "java -jar /app/lantern.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${MUMBAI}:6543/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `marina_api.${MARINA}`,
      SPRING_DATASOURCE_PASSWORD: "R8nqVw3xKd",
    },
    properties: DOCKER,
  },

  // --- Who asks, and where -----------------------------------------------------------------------------------------------

  // The direct host's user at the pooler, the commonest one. - Supavisor: ENOIDENTIFIER; DATABASE.md 1.
  {
    rule: "database/pooler-tenant",
    driver: "psycopg",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://postgres:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require` },
  },
  // An underscore where the dot belongs. - Supavisor splits at the last dot; DATABASE.md 1.
  {
    ...node,
    rule: "database/pooler-tenant",
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://postgres_${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres`,
    },
  },
  // TypeORM's parts, with a user that names no project. - DATABASE.md 1, 2.
  {
    ...python,
    runtime: "node",
    rule: "database/pooler-tenant",
    command: "node dist/main.js",
    variables: {
      DB_HOST: MUMBAI,
      DB_PORT: "5432",
      DB_USERNAME: "postgres",
      DB_PASSWORD: "R8nqVw3xKd",
      DB_NAME: "postgres",
    },
  },
  // A reference that lost a letter. - DATABASE.md 2: 20 lowercase letters.
  {
    ...go,
    rule: "database/project-reference|database/pooler-tenant|database/supabase-endpoint",
    variables: {
      DATABASE_URL: `postgres://postgres.${LANTERN.slice(0, 19)}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
  },
  // The API's host, where no PostgreSQL listens. - Supabase's page on connecting.
  {
    rule: "database/supabase-endpoint",
    driver: "psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://postgres:R8nqVw3xKd@${MARINA}.supabase.co:5432/postgres`,
    },
  },
  // A region that neither Supabase nor AWS has. - Supabase's page on regions; DATABASE.md 2b.
  {
    ...node,
    rule: "database/supabase-endpoint",
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@aws-0-us-east-3.pooler.supabase.com:5432/postgres`,
    },
  },
  // MySQL's port. - Supabase's page on connecting: 5432 and 6543.
  {
    ...rails,
    rule: "database/supabase-endpoint",
    variables: {
      DATABASE_URL: `postgresql://lantern_web.${LANTERN}:R8nqVw3xKd@${LONDON}:3306/postgres`,
    },
  },
  // The dashboard's string with its mark. - Supabase's page on connecting ([YOUR-PASSWORD]).
  {
    rule: "environment/placeholder|database/password-encoding|database/url-malformed",
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://postgres.${LANTERN}:[YOUR-PASSWORD]@${LONDON}:5432/postgres`,
    },
  },
  // The host with the docs' mark in it. - Supabase's page on connecting.
  {
    ...node,
    rule: "environment/placeholder|database/supabase-endpoint|database/url-malformed",
    driver: "postgres-js",
    variables: {
      DATABASE_URL: `postgresql://postgres.${MARINA}:R8nqVw3xKd@aws-0-your-region.pooler.supabase.com:5432/postgres`,
    },
  },
  // The developer's own server. - no server listens in the service's container.
  {
    rule: "database/local-host",
    driver: "psycopg2",
    command: GUNICORN,
    variables: { DATABASE_URL: "postgresql://lantern:lantern@localhost:5432/lantern" },
  },
  // Supabase's local stack. - Supabase's page on local development (54322).
  {
    ...node,
    rule: "database/local-host",
    driver: "prisma",
    variables: { DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres" },
  },

  // --- Another environment's database ----------------------------------------------------------------------------------

  // Production with staging's server. - docs/configuration.md (otherEnvironments).
  {
    ...go,
    rule: "database/other-environment",
    variables: { DATABASE_URL: `postgres://lantern:R8nqVw3xKd@${RDS_STAGING}:5432/lantern?sslmode=require` },
    declared: {
      otherEnvironments: {
        staging: { host: RDS_STAGING, port: 5432, user: "lantern", database: "lantern" },
      },
    },
  },
  // Staging's project of Supabase, by the same pooler. - docs/configuration.md (otherEnvironments).
  {
    rule: "database/other-environment",
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${MARINA}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
    declared: {
      otherEnvironments: {
        staging: { host: LONDON, port: 5432, user: `lantern_api.${MARINA}`, database: "postgres" },
      },
    },
  },

  // --- TLS -----------------------------------------------------------------------------------------------------------

  // node-postgres verifies by `require`, and Supabase's authority is its own. - DATABASE.md 2d, 5.
  {
    ...node,
    rule: "database/tls-untrusted",
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
  },
  // libpq finds no file of authorities. - libpq's page on SSL: root certificate file does not exist.
  {
    rule: "database/tls-untrusted|environment/missing-file",
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=verify-full&sslrootcert=/etc/secrets/rds-ca.pem`,
    },
    secretFiles: {
      "eu-central-1-bundle.pem": "-----BEGIN CERTIFICATE-----\nMIIBkzCCATmg\n-----END CERTIFICATE-----\n",
    },
  },
];
