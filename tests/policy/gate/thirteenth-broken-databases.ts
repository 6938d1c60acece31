import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers; hosts in their providers' public forms. */
const HARBOR = "wkqzjtrnvbsmhdxyplcf";
const LEDGER = "tnxogvhcjrqyalepdzmu";
const LEDGER_STAGING = "bfyqsliekavtgzjwonrc";
const PARIS = "aws-0-eu-west-3.pooler.supabase.com";
const OREGON = "aws-1-us-west-2.pooler.supabase.com";
const RDS = "harbor.c9akciq32rgk.eu-central-1.rds.amazonaws.com";
const RDS_STAGING = "harbor-staging.c9akciq32rgk.eu-central-1.rds.amazonaws.com";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", command: "node dist/main.js" } as const;
const GUNICORN = "gunicorn shop.wsgi --bind 0.0.0.0:$PORT";

/**
 * Broken databases and values of the thirteenth batch: each has to be rejected by its rule. The comment says what
 * happens, and after the dash what decides it (R, S, P and V are entries of docs/facts; "tried" is the driver's own
 * parser, on 29 November 2026).
 */
export const REJECTED_DATABASES: readonly SealedCase[] = [
  // --- Transaction mode ------------------------------------------------------------------------------------------------

  // pgbouncer=true is missing; connection_limit alone changes nothing. - P11; Supavisor's page on Prisma.
  {
    ...node,
    rule: "database/transaction-mode-statements",
    driver: "prisma",
    variables: {
      DATABASE_URL: `postgresql://postgres.${HARBOR}:vD2mQx8sKt@${PARIS}:6543/postgres?connection_limit=1`,
      DIRECT_URL: `postgresql://postgres.${HARBOR}:vD2mQx8sKt@${PARIS}:5432/postgres`,
    },
  },
  // Drizzle over postgres.js, whose prepare is true by default. - P10, P11.
  {
    ...node,
    rule: "database/transaction-mode-statements",
    driver: "postgres-js",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: {
      DATABASE_URL: `postgresql://postgres.${LEDGER}:vD2mQx8sKt@${OREGON}:6543/postgres?sslmode=require`,
    },
  },
  // sqlx names its statements. - P15; sqlx 2473.
  {
    rule: "database/transaction-mode-statements",
    runtime: "rust",
    driver: "sqlx",
    command: "./target/release/harbor-api",
    variables: {
      DATABASE_URL: `postgres://harbor_app.${HARBOR}:vD2mQx8sKt@${PARIS}:6543/postgres?sslmode=require`,
    },
  },
  // pgx reads keys and values too, and names its statements by default. - P10; pgx 1561.
  {
    rule: "database/transaction-mode-statements",
    runtime: "go",
    driver: "pgx",
    command: "./bin/server",
    variables: {
      DATABASE_URL: `host=${OREGON} port=6543 user=ledger_app.${LEDGER} password=vD2mQx8sKt dbname=postgres sslmode=require`,
    },
  },

  // --- What the driver does not understand -----------------------------------------------------------------------------

  // Prisma's parameter in the URL of psycopg2. - P3; tried: libpq, invalid URI query parameter: "pgbouncer".
  {
    rule: "database/url-parameters",
    driver: "psycopg2",
    variables: {
      DATABASE_URL: `postgresql://postgres.${HARBOR}:vD2mQx8sKt@${PARIS}:6543/postgres?pgbouncer=true`,
    },
  },
  // Prisma's parameter becomes a setting of the server, which has none of that name. - P3; asyncpg 516.
  {
    rule: "database/url-parameters",
    variables: {
      DATABASE_URL: `postgresql://harbor:vD2mQx8sKt@${RDS}:5432/harbor?sslmode=require&connection_limit=5`,
    },
  },
  // One letter too many. - tried: asyncpg, `sslmode` parameter must be one of: disable, allow, prefer, require, …
  {
    rule: "database/url-parameters|database/url-malformed",
    variables: { DATABASE_URL: `postgresql://harbor:vD2mQx8sKt@${RDS}:5432/harbor?sslmode=required` },
  },
  // Npgsql reads keys and values alone. - npgsql/efcore.pg 559, bagetter 193: Format of the initialization string …
  {
    rule: "database/url-malformed",
    driver: "npgsql",
    command: "dotnet Harbor.Api.dll",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__DefaultConnection: `postgresql://harbor:vD2mQx8sKt@${RDS}:5432/harbor`,
    },
    properties: DOCKER,
  },
  // SQLAlchemy's scheme, read by psycopg itself. - tried: libpq, missing "=" after "postgresql+psycopg:…".
  {
    rule: "database/url-malformed",
    driver: "psycopg",
    variables: { DATABASE_URL: `postgresql+psycopg://harbor:vD2mQx8sKt@${RDS}:5432/harbor?sslmode=require` },
  },
  // The password has a space and no quotes. - tried: libpq, missing "=" after "lantern" in connection info string.
  {
    rule: "database/url-malformed|database/password-encoding",
    driver: "psycopg",
    variables: {
      DATABASE_URL: `host=${RDS} port=5432 dbname=harbor user=harbor password=copper lantern sslmode=require`,
    },
  },
  // Render fills in nothing: the host is looked for as it is written. - Render's page on environment variables (values are
  // literal text); the form is compose's.
  {
    rule: "environment/placeholder|database/url-malformed",
    variables: {
      POSTGRES_USER: "harbor",
      POSTGRES_PASSWORD: "vD2mQx8sKt",
      POSTGRES_HOST: RDS,
      DATABASE_URL: "postgresql://${POSTGRES_USER}:${POSTGRES_PASSWORD}@${POSTGRES_HOST}:5432/harbor",
    },
  },

  // --- Passwords -------------------------------------------------------------------------------------------------------

  // A raw # ends the authority. - P1; tried: pg-connection-string, Invalid URL.
  {
    ...node,
    rule: "database/password-encoding",
    driver: "node-postgres",
    variables: { DATABASE_URL: "postgresql://harbor:Kite#Anchor42@db.harbor-freight.io:5432/harbor" },
  },
  // A raw ? ends the authority. - P1; tried: Go's net/url, invalid port ":Kite" after host.
  {
    rule: "database/password-encoding",
    runtime: "go",
    driver: "pgx",
    command: "./bin/server",
    variables: { DATABASE_URL: "postgres://harbor:Kite?Anchor42@db.harbor-freight.io:5432/harbor" },
  },
  // A raw % begins an escape that is none. - tried: libpq, invalid percent-encoded token.
  {
    rule: "database/password-encoding",
    driver: "psycopg",
    variables: { DATABASE_URL: "postgresql://harbor:60%golden@db.harbor-freight.io:5432/harbor" },
  },

  // --- Supabase's forms ------------------------------------------------------------------------------------------------

  // Django's settings in parts: the direct host has an IPv6 address only. - S1, R34.
  {
    ...python,
    rule: "database/ipv6-only-host",
    command: GUNICORN,
    variables: {
      DB_ENGINE: "django.db.backends.postgresql",
      DB_NAME: "postgres",
      DB_USER: "postgres",
      DB_PASSWORD: "vD2mQx8sKt",
      DB_HOST: `db.${HARBOR}.supabase.co`,
      DB_PORT: "5432",
    },
  },
  // The dashboard's JDBC string of the direct connection. - S1, R34.
  {
    rule: "database/ipv6-only-host",
    driver: "pgjdbc",
    command: "java -jar /app/ledger.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://db.${LEDGER}.supabase.co:5432/postgres?user=postgres&password=vD2mQx8sKt&sslmode=require`,
    },
    properties: DOCKER,
  },
  // The host of the project's API, at which no PostgreSQL answers: the db. in front is missing. - S1, S2.
  {
    rule: "database/supabase-endpoint|database/ipv6-only-host",
    variables: { DATABASE_URL: `postgresql://postgres:vD2mQx8sKt@${HARBOR}.supabase.co:5432/postgres` },
  },
  // The pooler answers on 5432 and 6543. - S2.
  {
    rule: "database/supabase-endpoint",
    variables: { DATABASE_URL: `postgresql://postgres.${HARBOR}:vD2mQx8sKt@${PARIS}:5433/postgres` },
  },
  // Spring's three settings: the pooler's host with the direct connection's user. - S2, S10.
  {
    rule: "database/pooler-tenant",
    driver: "pgjdbc",
    command: "java -jar /app/ledger.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${OREGON}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: "postgres",
      SPRING_DATASOURCE_PASSWORD: "vD2mQx8sKt",
    },
    properties: DOCKER,
  },
  // libpq's variables in the group of all services; the worker has no other. - S2, S10, R10.
  {
    ...python,
    rule: "database/pooler-tenant",
    kind: "worker",
    command: "python -m shop.worker",
    group: {
      PGHOST: PARIS,
      PGPORT: "5432",
      PGUSER: "postgres",
      PGPASSWORD: "vD2mQx8sKt",
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
    },
  },

  // --- Another machine, another environment ----------------------------------------------------------------------------

  // A Kubernetes cluster's own name, which nothing outside of it knows. - Kubernetes' page on DNS; docs/rules.md
  // (another platform's network).
  {
    rule: "database/local-host",
    runtime: "elixir",
    driver: "postgrex",
    command: "_build/prod/rel/harbor/bin/server",
    variables: {
      DATABASE_URL: "ecto://harbor:vD2mQx8sKt@postgres.default.svc.cluster.local/harbor_prod",
      PHX_HOST: "harbor.onrender.com",
    },
  },
  // The developer's file went up as a secret file, which the command reads. - R43; Node's command line (--env-file).
  {
    ...node,
    rule: "database/local-host",
    driver: "none",
    command: "node --env-file=/etc/secrets/app.env dist/server.js",
    secretFiles: {
      "app.env": "LOG_LEVEL=info\nDATABASE_URL=postgresql://harbor:vD2mQx8sKt@127.0.0.1:5432/harbor\n",
    },
  },
  // Staging's project in JDBC's form. - docs/rules.md; docs/configuration.md (otherEnvironments).
  {
    rule: "database/other-environment",
    driver: "pgjdbc",
    command: "java -jar /app/ledger.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${OREGON}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `ledger_app.${LEDGER_STAGING}`,
      SPRING_DATASOURCE_PASSWORD: "vD2mQx8sKt",
    },
    declared: {
      otherEnvironments: {
        staging: {
          host: OREGON,
          port: 5432,
          user: `ledger_app.${LEDGER_STAGING}`,
          database: "postgres",
        },
      },
    },
    properties: DOCKER,
  },
  // Staging's server in keys and values. - docs/rules.md; docs/configuration.md (otherEnvironments).
  {
    rule: "database/other-environment",
    driver: "psycopg",
    variables: {
      DATABASE_URL: `host=${RDS_STAGING} port=5432 dbname=harbor user=harbor password=vD2mQx8sKt sslmode=require`,
    },
    declared: {
      otherEnvironments: {
        staging: { host: RDS_STAGING, port: 5432, user: "harbor", database: "harbor" },
      },
    },
  },

  // --- TLS -------------------------------------------------------------------------------------------------------------

  // pgJDBC's own value, which turns encryption off. - pgJDBC's page on SSL; docs/rules.md.
  {
    rule: "database/tls-off",
    driver: "pgjdbc",
    command: "java -jar /app/ledger.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${OREGON}:5432/postgres?user=ledger_app.${LEDGER}&password=vD2mQx8sKt&sslmode=disable`,
    },
    properties: DOCKER,
  },
  // postgres.js verifies, and knows no authority of Supabase's. - P4, S7.
  {
    ...node,
    rule: "database/tls-untrusted",
    driver: "postgres-js",
    variables: {
      DATABASE_URL: `postgresql://ledger_app.${LEDGER}:vD2mQx8sKt@${OREGON}:5432/postgres?sslmode=verify-full`,
    },
  },

  // --- What a template left --------------------------------------------------------------------------------------------

  // Auth0's own form with the sample's word in it. - V6; Auth0's quickstarts (YOUR_TENANT).
  {
    ...node,
    rule: "environment/placeholder",
    driver: "none",
    variables: {
      AUTH0_ISSUER_BASE_URL: "https://YOUR_TENANT.eu.auth0.com",
      AUTH0_BASE_URL: "https://harbor.onrender.com",
    },
  },
  // The documentation's URL: not even the port is a number. - V6; libpq's page on connection strings.
  {
    rule: "environment/placeholder|database/url-malformed",
    kind: "worker",
    driver: "psycopg",
    command: "python -m shop.worker",
    variables: { DATABASE_URL: "postgresql://user:password@host:port/dbname" },
  },
  // The group of the web service and its worker. - V3.
  {
    ...python,
    rule: "environment/placeholder",
    command: GUNICORN,
    group: {
      SMTP_HOST: "smtp-relay.brevo.com",
      SMTP_USER: "9c41d7001@smtp-brevo.com",
      SMTP_PASSWORD: "<your-brevo-smtp-key>",
    },
    others: [
      {
        ...python,
        kind: "worker",
        command: "celery -A shop worker --loglevel=info",
        properties: { name: "shop-worker" },
      },
    ],
  },
];
