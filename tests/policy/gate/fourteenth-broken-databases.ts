import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers; hosts in their providers' public forms. */
const ORCHARD = "mzqwtkfhvbnxjdlrpyoc";
const GRANARY = "hdxkweoqvjtnsrzpmbgl";
const DUBLIN = "aws-0-eu-west-1.pooler.supabase.com";
const SYDNEY = "aws-1-ap-southeast-2.pooler.supabase.com";
const RDS = "orchard.cf3v81mkq2xz.eu-west-1.rds.amazonaws.com";
const RDS_STAGING = "orchard-staging.cf3v81mkq2xz.eu-west-1.rds.amazonaws.com";
const NEON = "ep-lively-pine-b5r8w2qt.eu-west-2.aws.neon.tech";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", command: "npx next start -H 0.0.0.0 -p $PORT" } as const;
const GUNICORN = "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT";

/**
 * Broken databases of the fourteenth batch: each has to be rejected by its rule. The comment says what happens, and after
 * the dash what decides it (R, S, P and V are entries of docs/facts; "tried" is the driver's own parser, on 30 November
 * 2026).
 */
export const REJECTED_DATABASES_OF_FOURTEENTH: readonly SealedCase[] = [
  // --- Transaction mode ------------------------------------------------------------------------------------------------

  // Active Record names its statements, unless the URL or database.yml says otherwise. - P15.
  {
    rule: "database/transaction-mode-statements",
    runtime: "ruby",
    driver: "active-record",
    command: "bundle exec rails server -b 0.0.0.0 -p $PORT -e production",
    variables: {
      DATABASE_URL: `postgresql://orchard_web.${ORCHARD}:K3wpLt9xQz@${DUBLIN}:6543/postgres?sslmode=require&pool=5`,
    },
  },
  // Postgrex names them too; Ecto's scheme. - P15.
  {
    rule: "database/transaction-mode-statements",
    runtime: "elixir",
    driver: "postgrex",
    command: "_build/prod/rel/granary/bin/server",
    variables: {
      DATABASE_URL: `ecto://granary_app.${GRANARY}:K3wpLt9xQz@${SYDNEY}:6543/postgres`,
      PHX_HOST: "granary.onrender.com",
    },
  },
  // SQLAlchemy over asyncpg prepares each statement, and nothing here turns it off. - P10, P11.
  {
    rule: "database/transaction-mode-statements",
    driver: "sqlalchemy-asyncpg",
    variables: {
      DATABASE_URL: `postgresql+asyncpg://orchard_api.${ORCHARD}:K3wpLt9xQz@${DUBLIN}:6543/postgres?ssl=require`,
    },
  },

  // --- Supabase's forms ------------------------------------------------------------------------------------------------

  // Neon's way to name the project; Supavisor knows `reference` alone, and the user has no tenant. - S10.
  {
    rule: "database/pooler-tenant",
    driver: "psycopg",
    variables: {
      DATABASE_URL: `postgresql://postgres:K3wpLt9xQz@${DUBLIN}:5432/postgres?sslmode=require&options=endpoint%3D${ORCHARD}`,
    },
  },
  // A letter of the region is missing: no such host. - S2, S5.
  {
    ...node,
    rule: "database/supabase-endpoint",
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://orchard_web.${ORCHARD}:K3wpLt9xQz@aws-0-eu-centrl-1.pooler.supabase.com:5432/postgres?sslmode=no-verify`,
    },
  },
  // Flyway's own variables, at the direct host: the job that migrates reaches it by IPv6 alone. - S1, R34.
  {
    rule: "database/ipv6-only-host",
    driver: "none",
    command: "java -jar /app/granary.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${SYDNEY}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `granary_app.${GRANARY}`,
      SPRING_DATASOURCE_PASSWORD: "K3wpLt9xQz",
      SPRING_FLYWAY_URL: `jdbc:postgresql://db.${GRANARY}.supabase.co:5432/postgres?sslmode=require`,
      SPRING_FLYWAY_USER: "postgres",
      SPRING_FLYWAY_PASSWORD: "T8mvRc4yWd",
    },
    properties: DOCKER,
  },
  // The address that a look-up of the direct host had given. - R34; tried: asyncpg reads it as an IPv6 address.
  {
    rule: "database/ipv6-only-host",
    variables: {
      DATABASE_URL: "postgresql://postgres:K3wpLt9xQz@[2a05:d014:1c06:5f0c:9d3:7b2:4c1:88aa]:5432/postgres",
    },
  },
  // The dashboard's mark, which an editor has percent-encoded. - V3, S4; DATABASE.md, 2.
  {
    ...python,
    rule: "environment/placeholder",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://postgres.${ORCHARD}:%5BYOUR-PASSWORD%5D@${DUBLIN}:5432/postgres`,
    },
  },

  // --- Another machine, another environment ----------------------------------------------------------------------------

  // Railway's own network. - Railway's page on private networking.
  {
    ...node,
    rule: "database/local-host",
    driver: "prisma",
    variables: { DATABASE_URL: "postgresql://postgres:K3wpLt9xQz@postgres.railway.internal:5432/railway" },
  },
  // Cloud Run's socket, which no machine of Render's has. - tried: asyncpg and libpq, a local socket; P5.
  {
    rule: "database/local-host",
    driver: "psycopg",
    variables: {
      DATABASE_URL:
        "postgresql://orchard:K3wpLt9xQz@/orchard?host=/cloudsql/orchard-417209:europe-west3:main",
    },
  },
  // The reading replica's variable was not changed when staging's file was copied. - docs/configuration.md
  // (otherEnvironments).
  {
    ...node,
    rule: "database/other-environment",
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=no-verify`,
      DATABASE_READ_URL: `postgresql://orchard:T8mvRc4yWd@${RDS_STAGING}:5432/orchard?sslmode=no-verify`,
    },
    declared: {
      otherEnvironments: {
        staging: { host: RDS_STAGING, port: 5432, user: "orchard", database: "orchard" },
      },
    },
  },

  // --- TLS -------------------------------------------------------------------------------------------------------------

  // node-postgres verifies for `require`, and knows no authority of Supabase's. - P4, S7; tried: pg-connection-string,
  // ssl is {}, with which Node verifies.
  {
    ...node,
    rule: "database/tls-untrusted",
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://orchard_web.${ORCHARD}:K3wpLt9xQz@${DUBLIN}:5432/postgres?sslmode=require`,
    },
  },
  // The system's authorities are public ones. - P4, S7.
  {
    rule: "database/tls-untrusted",
    driver: "psycopg",
    variables: {
      DATABASE_URL: `postgresql://orchard_api.${ORCHARD}:K3wpLt9xQz@${DUBLIN}:5432/postgres?sslmode=verify-full&sslrootcert=system`,
    },
  },
  // No file is named, and ~/.postgresql/root.crt is not there. - tried: libpq, root certificate file … does not exist.
  {
    rule: "database/tls-untrusted|environment/missing-file",
    driver: "psycopg2",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=verify-full` },
  },
  // Neon refuses what is not encrypted. - Neon's page on connection errors (connection is insecure); tried: pgx, no TLS.
  {
    rule: "database/tls-off",
    runtime: "go",
    driver: "pgx",
    command: "./bin/server",
    variables: { DATABASE_URL: `postgres://orchard:K3wpLt9xQz@${NEON}/orchard?sslmode=disable` },
  },

  // --- What a template left --------------------------------------------------------------------------------------------

  // Copied from Neon's page while the password was hidden. - V3, V5.
  {
    ...node,
    rule: "environment/placeholder",
    driver: "postgres-js",
    variables: {
      DATABASE_URL: `postgresql://orchard_owner:****************@${NEON}/orchard?sslmode=require`,
    },
  },
];

/** Broken databases for which `undecided` by the right rule is a right answer too. */
export const UNDECIDED_DATABASES: readonly SealedCase[] = [
  // Compose's name of its database; no service of this program has it. Undecided will do: one outside of the program
  // may. - R45; Compose's page on networking.
  {
    ...python,
    rule: "database/local-host",
    command: GUNICORN,
    variables: { DATABASE_URL: "postgresql://orchard:K3wpLt9xQz@db:5432/orchard" },
  },
];
