import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers; hosts in their providers' public forms. */
const LANTERN = "qxkvtzbnwfjmhrpdyocl";
const MARINA = "wbtzhqkxnvfdrjpmsyga";
const LONDON = "aws-0-eu-west-2.pooler.supabase.com";
const MUMBAI = "aws-1-ap-south-1.pooler.supabase.com";
const RDS = "lantern-prod.c9x2kq81mzvt.eu-central-1.rds.amazonaws.com";
const RDS_STAGING = "lantern-staging.c9x2kq81mzvt.eu-central-1.rds.amazonaws.com";
const NEON = "ep-quiet-reef-a2m7k4xd.eu-central-1.aws.neon.tech";
const NEON_POOLED = "ep-quiet-reef-a2m7k4xd-pooler.eu-central-1.aws.neon.tech";

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
 * Sound databases of the fifteenth batch, by mode, driver and provider; most are close neighbours of broken ones. The
 * comment says why each works, and after the dash what decides it.
 */
export const SOUND_DATABASES_OF_FIFTEENTH: readonly SealedCase[] = [
  // --- Supabase in session mode ------------------------------------------------------------------------------------------

  // The ordinary ones: the pooler's host, the user with the project, a driver that keeps its statements. - Supabase's page
  // on connecting; DATABASE.md 2.
  {
    driver: "sqlalchemy-psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://postgres.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres`,
    },
  },
  {
    variables: {
      DATABASE_URL: `postgresql://marina_api.${MARINA}:R8nqVw3xKd@${MUMBAI}:5432/postgres?sslmode=require`,
    },
  },
  {
    driver: "sqlalchemy-asyncpg",
    variables: {
      DATABASE_URL: `postgresql+asyncpg://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?ssl=require`,
    },
  },
  {
    ...go,
    variables: {
      DATABASE_URL: `postgres://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
  },
  {
    ...rails,
    variables: {
      DATABASE_URL: `postgresql://lantern_web.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require&pool=5`,
    },
  },
  {
    runtime: "rust",
    driver: "sqlx",
    command: "./target/release/lantern-api",
    variables: {
      DATABASE_URL: `postgres://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
  },
  // libpq's variables with the pooler's host and user. - libpq's page on environment variables.
  {
    ...python,
    command: GUNICORN,
    variables: {
      PGHOST: MUMBAI,
      PGPORT: "5432",
      PGUSER: `postgres.${MARINA}`,
      PGPASSWORD: "R8nqVw3xKd",
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
    },
  },
  // Laravel's variables. - Laravel's config/database.php.
  {
    driver: "none",
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: {
      DB_CONNECTION: "pgsql",
      DB_HOST: MUMBAI,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: `postgres.${MARINA}`,
      DB_PASSWORD: "R8nqVw3xKd",
      DB_SSLMODE: "require",
    },
    properties: DOCKER,
  },
  // Npgsql's words; its SSL Mode is Prefer. - Npgsql's page on its parameters.
  {
    driver: "npgsql",
    command: "dotnet Lantern.Api.dll",
    variables: {
      ASPNETCORE_URLS: "http://0.0.0.0:8000",
      ConnectionStrings__Default: `Host=${LONDON};Port=5432;Database=postgres;Username=lantern_api.${LANTERN};Password=R8nqVw3xKd;Maximum Pool Size=10`,
    },
    properties: DOCKER,
  },
  // Spring's three. - Spring Boot's common properties.
  {
    driver: "pgjdbc",
    command: "java -jar /app/lantern.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${MUMBAI}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `marina_api.${MARINA}`,
      SPRING_DATASOURCE_PASSWORD: "R8nqVw3xKd",
    },
    properties: DOCKER,
  },
  // postgres.js does not verify by `require`. - postgres.js' source (ssl: require).
  {
    ...node,
    driver: "postgres-js",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
  },
  // node-postgres by its own word for no verification. - pg-connection-string's readme (no-verify).
  {
    ...node,
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=no-verify`,
    },
  },
  // node-postgres with libpq's meaning of `require`. - pg-connection-string's readme (uselibpqcompat).
  {
    ...node,
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://marina_api.${MARINA}:R8nqVw3xKd@${MUMBAI}:5432/postgres?uselibpqcompat=true&sslmode=require`,
    },
  },

  // --- Supabase in transaction mode --------------------------------------------------------------------------------------

  // Prisma with its word for it, and its migrations in session mode. - Supabase's page on Prisma.
  {
    ...node,
    driver: "prisma",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?pgbouncer=true&connection_limit=5`,
      DIRECT_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres`,
    },
    properties: { preDeployCommand: "npx prisma migrate deploy" },
  },
  // pgx without names. - pgx' page on QueryExecMode (exec).
  {
    ...go,
    variables: {
      DATABASE_URL: `postgres://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?sslmode=require&default_query_exec_mode=exec`,
    },
  },
  // pgx by the simple protocol. - pgx' page on QueryExecMode (simple_protocol).
  {
    ...go,
    variables: {
      DATABASE_URL: `postgres://marina_api.${MARINA}:R8nqVw3xKd@${MUMBAI}:6543/postgres?sslmode=require&default_query_exec_mode=simple_protocol`,
    },
  },
  // asyncpg with its cache off. - asyncpg's page of questions.
  {
    variables: {
      DATABASE_URL: `postgresql://marina_api.${MARINA}:R8nqVw3xKd@${MUMBAI}:6543/postgres?sslmode=require`,
    },
    declared: { driverSettings: { statement_cache_size: 0 } },
  },
  // postgres.js without prepared statements. - its readme (prepare).
  {
    ...node,
    driver: "postgres-js",
    variables: {
      DATABASE_URL: `postgresql://marina_api.${MARINA}:R8nqVw3xKd@${MUMBAI}:6543/postgres`,
    },
    declared: { driverSettings: { prepare: false } },
  },
  // psycopg without its threshold. - psycopg's page on prepared statements (None).
  {
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?sslmode=require`,
    },
    declared: { driverSettings: { prepare_threshold: null } },
  },
  // pgJDBC that never names one. - pgJDBC's page (prepareThreshold=0).
  {
    driver: "pgjdbc",
    command: "java -jar /app/lantern.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${MUMBAI}:6543/postgres?sslmode=require&prepareThreshold=0`,
      SPRING_DATASOURCE_USERNAME: `marina_api.${MARINA}`,
      SPRING_DATASOURCE_PASSWORD: "R8nqVw3xKd",
    },
    properties: DOCKER,
  },
  // psycopg2 has no statements of the protocol. - DATABASE.md 4.
  {
    driver: "psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?sslmode=require`,
    },
  },
  // node-postgres names none unless the code does. - DATABASE.md 4.
  {
    ...node,
    driver: "node-postgres",
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?sslmode=no-verify`,
    },
  },
  // Active Record without them. - Rails' guide on configuring a database (prepared_statements).
  {
    ...rails,
    variables: {
      DATABASE_URL: `postgresql://lantern_web.${LANTERN}:R8nqVw3xKd@${LONDON}:6543/postgres?sslmode=require&prepared_statements=false`,
    },
  },

  // --- Other servers -----------------------------------------------------------------------------------------------------

  // Amazon's, by TLS. - the ordinary form.
  {
    driver: "psycopg",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require` },
  },
  // Neon's, by its own server name and by its pooler. - Neon's page on connecting.
  {
    ...go,
    variables: { DATABASE_URL: `postgres://lantern_owner:R8nqVw3xKd@${NEON}/lantern?sslmode=require` },
  },
  {
    driver: "psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern_owner:R8nqVw3xKd@${NEON_POOLED}/lantern?sslmode=require`,
    },
  },
  // Render's own, by the address that the public has. - Render's page on connecting to its PostgreSQL.
  {
    ...rails,
    variables: {
      DATABASE_URL:
        "postgresql://lantern_user:R8nqVw3xKdT5mZc1@dpg-d1a2b3c4d5e6f7g8h9i0-a.frankfurt-postgres.render.com/lantern_k4xd?sslmode=require",
    },
  },
  // DigitalOcean's, at its own port. - DigitalOcean's page on managed PostgreSQL (25060).
  {
    driver: "sqlalchemy-psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL:
        "postgresql+psycopg2://doadmin:R8nqVw3xKd@lantern-db-do-user-4182736-0.c.db.ondigitalocean.com:25060/defaultdb?sslmode=require",
    },
  },

  // --- Another environment's, beside ---------------------------------------------------------------------------------

  // Staging has a server of its own. - docs/configuration.md (otherEnvironments).
  {
    ...go,
    variables: { DATABASE_URL: `postgres://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require` },
    declared: {
      otherEnvironments: {
        staging: { host: RDS_STAGING, port: 5432, user: "lantern", database: "lantern" },
      },
    },
  },
  // The same pooler's host, and another project. - DATABASE.md 2: the user names the project.
  {
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
    declared: {
      otherEnvironments: {
        staging: { host: LONDON, port: 5432, user: `lantern_api.${MARINA}`, database: "postgres" },
      },
    },
  },
];
