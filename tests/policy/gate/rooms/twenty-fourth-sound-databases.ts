import type { ExplainedCase } from "../nineteenth-form";
import { CERTIFICATE } from "../twentieth-form";
import {
  BESIDE_PRODUCTION,
  CANARY,
  dotnet,
  flask,
  node,
  POOL,
  pooled,
  prisma,
  REF,
  SESSION,
  spring,
  taken,
  USER,
} from "./twenty-fourth-form";

/** Services that reach their database, by forms that drivers' pages and Supabase's have. */
export const SOUND_DATABASES_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  taken(
    "Prisma prepares nothing with pgbouncer=true, and migrates by DIRECT_URL (Supabase's page on Prisma)",
    {
      command: "npx prisma migrate deploy && node dist/main.js",
      ...prisma,
      variables: {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"),
        DIRECT_URL: SESSION,
      },
    },
  ),
  taken("one URL of session mode serves queries and migrations (Supabase's page on connecting)", {
    command: "npx prisma migrate deploy && node dist/main.js",
    ...prisma,
    variables: { DATABASE_URL: pooled("5432/postgres?schema=public", "postgres") },
  }),
  taken("the # and the ^ of the password are percent-encoded (Supabase's page on passwords)", {
    command: "node server.js",
    ...node,
    variables: { DATABASE_URL: `postgresql://${USER}:Ax%5Es%239kdWq7@${POOL}:5432/postgres` },
  }),
  taken("libpq's drivers encrypt with require and ask for no authority (PostgreSQL's page on SSL)", {
    command: "gunicorn app:app --bind 0.0.0.0:$PORT",
    ...flask,
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2") },
  }),
  taken("asyncpg's own argument is ssl (SQLAlchemy's page on asyncpg)", {
    driver: "sqlalchemy-asyncpg",
    variables: { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
  }),
  taken("no-verify encrypts without an authority (node-postgres' page on SSL)", {
    command: "npx drizzle-kit migrate && node dist/index.js",
    ...node,
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=no-verify") },
  }),
  taken("node trusts the authority of the secret file beside its own (Node's page on its command line)", {
    command: "node dist/index.js",
    ...node,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=require"),
      NODE_EXTRA_CA_CERTS: "/etc/secrets/prod-ca-2021.crt",
    },
    secretFiles: { "prod-ca-2021.crt": CERTIFICATE },
  }),
  taken("JDBC's URL has the user and the password beside it (pgjdbc's page on connecting)", {
    command: "java -jar target/quarry.jar --server.port=8000",
    ...spring,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
      SPRING_PROFILES_ACTIVE: "prod",
    },
    properties: { ...spring.properties, healthCheckPath: "/actuator/health" },
  }),
  taken("staging has a project of its own behind the same pooler (Supabase's page on environments)", {
    command: "node dist/main.js",
    ...prisma,
    declared: BESIDE_PRODUCTION,
    variables: { DATABASE_URL: SESSION, SUPABASE_URL: `https://${REF}.supabase.co` },
  }),
  taken("asyncpg may prepare in session mode (Supabase's page on connecting)", {
    command: "uvicorn app.main:app --host 0.0.0.0 --port $PORT --workers 2",
    driver: "asyncpg",
    variables: { DATABASE_URL: SESSION },
  }),
  taken(
    "node-postgres prepares only what has a name, and transaction mode serves it (Supabase's page on pools)",
    {
      command: "node server.js",
      ...node,
      variables: { DATABASE_URL: pooled("6543/postgres"), PGSSLMODE: "no-verify" },
    },
  ),
  taken("Npgsql's pairs, and no automatic preparation (Npgsql's page on connection strings)", {
    command: "dotnet Quarry.Api.dll",
    ...dotnet,
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__DefaultConnection: `Host=${POOL};Port=5432;Database=postgres;Username=${USER};Password=${CANARY};SSL Mode=Require;Maximum Pool Size=10`,
    },
  }),
  taken("a database in parts is the same as by its URL (Django's page on databases)", {
    command: "gunicorn quarry.wsgi:application --bind 0.0.0.0:$PORT",
    driver: "psycopg2",
    variables: { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: USER, DB_PASSWORD: CANARY },
  }),
];
