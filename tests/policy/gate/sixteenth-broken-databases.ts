import { prisma } from "./batch";
import type { SealedCase } from "./sealed";
import { DOCKER, POOL, REF } from "./written";

const java = { driver: "pgjdbc", properties: DOCKER } as const;
const dotnet = { driver: "npgsql", properties: DOCKER } as const;
const laravel = { driver: "none", properties: DOCKER } as const;

const DIRECT = `db.${REF}.supabase.co`;
const SESSION = `postgresql://app.${REF}:q7TideLine@${POOL}:5432/postgres`;

/**
 * Broken addresses of databases in the sixteenth batch: each has to be rejected by its rule. The comment says what
 * happens, and after the dash what decides it ("tried" is the real program, on 30 November 2026). "Also right" names
 * another rule that may reject the case instead.
 */
export const REJECTED_DATABASES_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Hosts that Render does not reach --------------------------------------------------------------------------------

  // Migrations go to a host that has IPv6 alone: P1001. - Supabase's page on connections; Render has IPv4 alone.
  {
    ...prisma,
    rule: "database/ipv6-only-host",
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: {
      DATABASE_URL: SESSION,
      DIRECT_URL: `postgresql://postgres:q7TideLine@${DIRECT}:5432/postgres`,
    },
  },
  // The direct host in Spring's variable. - Supabase's page on connections.
  {
    ...java,
    rule: "database/ipv6-only-host",
    command: "java -jar /srv/harbor.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${DIRECT}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: "postgres",
      SPRING_DATASOURCE_PASSWORD: "q7TideLine",
    },
  },
  // The direct host in .NET's notation. - Supabase's page on connections.
  {
    ...dotnet,
    rule: "database/ipv6-only-host",
    command: "dotnet Harbor.Web.dll --urls http://0.0.0.0:8000",
    variables: {
      ConnectionStrings__Default: `Host=${DIRECT};Port=5432;Database=postgres;Username=postgres;Password=q7TideLine`,
    },
  },
  // The direct host in Laravel's separate variables. - Supabase's page on connections.
  {
    ...laravel,
    rule: "database/ipv6-only-host",
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: {
      DB_CONNECTION: "pgsql",
      DB_HOST: DIRECT,
      DB_PORT: "5432",
      DB_USERNAME: "postgres",
      DB_PASSWORD: "q7TideLine",
    },
  },
  // The address of Supabase's local stack. - Supabase's page on its command line (port 54322).
  {
    rule: "database/local-host",
    variables: { DATABASE_URL: "postgresql://postgres:postgres@localhost:54322/postgres" },
  },
  // The name of a service in a Compose file. - Docker's page on networks in Compose.
  {
    ...prisma,
    rule: "database/local-host",
    variables: { DATABASE_URL: "postgresql://harbor:q7TideLine@db:5432/harbor?schema=public" },
  },
  // Docker Desktop's name of the laptop. - Docker's page on networking.
  {
    ...dotnet,
    rule: "database/local-host",
    command: "dotnet Harbor.Web.dll --urls http://0.0.0.0:8000",
    variables: {
      ConnectionStrings__Default:
        "Host=host.docker.internal;Port=5432;Database=harbor;Username=harbor;Password=q7TideLine",
    },
  },
  // The default of Laravel's example. - Laravel's page on databases.
  {
    ...laravel,
    rule: "database/local-host",
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: {
      DB_CONNECTION: "pgsql",
      DB_HOST: "127.0.0.1",
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: `app.${REF}`,
      DB_PASSWORD: "q7TideLine",
    },
  },

  // --- Names of users that the pooler does not know --------------------------------------------------------------------

  // The user has no project. - Supavisor's page on errors (no tenant identifier).
  {
    rule: "database/pooler-tenant",
    variables: { DATABASE_URL: `postgresql://postgres:q7TideLine@${POOL}:5432/postgres` },
  },
  // The user is a parameter, and has no project. - Supavisor's page on errors.
  {
    ...java,
    rule: "database/pooler-tenant",
    command: "java -jar /srv/harbor.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=postgres&password=q7TideLine&sslmode=require`,
    },
  },
  // The separator is a hyphen, so there is no tenant. - Supavisor's source (the last dot separates).
  {
    ...dotnet,
    rule: "database/pooler-tenant",
    command: "dotnet Harbor.Web.dll --urls http://0.0.0.0:8000",
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=postgres-${REF};Password=q7TideLine`,
    },
  },
  // User and project are in the wrong order: the tenant is "postgres". - Supavisor's source.
  {
    ...prisma,
    rule: "database/pooler-tenant",
    variables: { DATABASE_URL: `postgresql://${REF}.postgres:q7TideLine@${POOL}:5432/postgres` },
  },
  // Spring's separate user has no project. - Supavisor's page on errors.
  {
    ...java,
    rule: "database/pooler-tenant",
    command: "java -jar /srv/harbor.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: "postgres",
      SPRING_DATASOURCE_PASSWORD: "q7TideLine",
    },
  },

  // --- Projects that do not agree --------------------------------------------------------------------------------------

  // Migrations go to another project than queries. - Prisma's page on directUrl. Also right: database/other-environment.
  {
    ...prisma,
    rule: "database/one-project",
    variables: {
      DATABASE_URL: SESSION,
      DIRECT_URL: `postgresql://app.kqzvtrwmhyxpbndlsgfa:q7TideLine@${POOL}:5432/postgres`,
    },
  },
  // The API is of another project than the database, so tokens and rows do not meet. - Supabase's page on API keys. Also
  // right: database/other-environment.
  {
    rule: "database/one-project",
    variables: { DATABASE_URL: SESSION, SUPABASE_URL: "https://kqzvtrwmhyxpbndlsgfa.supabase.co" },
  },
];
