import { prisma } from "./batch";
import type { SealedCase } from "./sealed";
import { dotnet, java, session, spring, transaction } from "./sixteenth-written";
import { DOCKER, POOL, REF } from "./written";

const node = { runtime: "node", driver: "none", command: "node dist/main.js" } as const;
const laravel = {
  driver: "none",
  properties: DOCKER,
  command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000",
} as const;

const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIDinventedForThisCase\n-----END CERTIFICATE-----\n";
const WITH_CERTIFICATE = { ...DOCKER, secretFiles: { "supabase-ca.crt": { content: CERTIFICATE } } };

/**
 * Sound addresses of databases in the sixteenth batch. Each looks unusual and works; the comment says why, and after the
 * dash what decides it.
 */
export const SOUND_DATABASES_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Users and passwords ---------------------------------------------------------------------------------------------

  // Every reserved character is encoded. - RFC 3986.
  { variables: { DATABASE_URL: `postgresql://app.${REF}:Tide%23Line%2F7%40%3A%3F@${POOL}:5432/postgres` } },
  // These four characters need no encoding. - RFC 3986 (unreserved).
  { variables: { DATABASE_URL: `postgresql://app.${REF}:q7-Tide_Line.~7@${POOL}:5432/postgres` } },
  // The last dot separates the project, so the role may have one. - Supavisor's source.
  { variables: { DATABASE_URL: `postgresql://harbor.reader.${REF}:q7TideLine@${POOL}:5432/postgres` } },
  // Prisma takes the short scheme as well. - Prisma's page on PostgreSQL.
  { ...prisma, variables: { DATABASE_URL: `postgres://app.${REF}:q7TideLine@${POOL}:5432/postgres` } },
  // The project is in the parameter options in place of the user. - Supavisor's page on connections.
  {
    ...prisma,
    variables: {
      DATABASE_URL: `postgresql://app:q7TideLine@${POOL}:5432/postgres?options=reference%3D${REF}`,
    },
  },

  // --- Prisma ----------------------------------------------------------------------------------------------------------

  // Queries are in transaction mode without named statements, and migrations are in session mode. - Supabase's page.
  {
    ...prisma,
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: transaction("?pgbouncer=true&connection_limit=5"), DIRECT_URL: session() },
  },
  // Prisma's pool has its own parameters. - Prisma's page on PostgreSQL.
  {
    ...prisma,
    variables: {
      DATABASE_URL: session("?connection_limit=5&pool_timeout=20&connect_timeout=15&sslmode=require"),
    },
  },
  // Tables are in a schema of their own. - Prisma's page on PostgreSQL.
  { ...prisma, variables: { DATABASE_URL: session("?schema=harbor&application_name=harbor-api") } },
  // One session address does for both. - Supabase's page on Prisma.
  {
    ...prisma,
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: session("?connection_limit=3"), DIRECT_URL: session() },
  },

  // --- Java ------------------------------------------------------------------------------------------------------------

  // With 0, pgjdbc names no statement. - pgjdbc's page on prepareThreshold.
  {
    ...java,
    variables: spring(`jdbc:postgresql://${POOL}:6543/postgres?sslmode=require&prepareThreshold=0`),
  },
  // pgjdbc's own parameters. - pgjdbc's page on connection parameters.
  {
    ...java,
    variables: spring(
      `jdbc:postgresql://${POOL}:5432/postgres?ApplicationName=harbor&currentSchema=app&reWriteBatchedInserts=true`,
    ),
  },
  // Without a port, it is 5432. - pgjdbc's page on connections.
  { ...java, variables: spring(`jdbc:postgresql://${POOL}/postgres?tcpKeepAlive=true`) },
  // User and password are parameters, and the password is encoded. - pgjdbc's page on connections.
  {
    ...java,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=app.${REF}&password=Tide%26Line7`,
    },
  },
  // The certificate is in a secret file of the service. - pgjdbc's page on TLS; Render's page on secret files.
  {
    ...java,
    properties: WITH_CERTIFICATE,
    variables: spring(
      `jdbc:postgresql://${POOL}:5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/supabase-ca.crt`,
    ),
  },

  // --- .NET ------------------------------------------------------------------------------------------------------------

  // Npgsql names no statement by itself. - Npgsql's page on prepared statements.
  {
    ...dotnet,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=6543;Database=postgres;Username=app.${REF};Password=q7TideLine;No Reset On Close=true;Max Auto Prepare=0`,
    },
  },
  // The quotes keep the semicolon in the password. - Microsoft's page on connection strings.
  {
    ...dotnet,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Database=postgres;Username=app.${REF};Password="Tide;Line7";SSL Mode=Require`,
    },
  },
  // These are other names of the same keywords. - Npgsql's page on connection strings.
  {
    ...dotnet,
    variables: {
      ConnectionStrings__Default: `Server=${POOL};Port=5432;Database=postgres;User Id=app.${REF};Password=q7TideLine;SslMode=Require;Keepalive=30`,
    },
  },
  // The certificate is in a secret file of the service. - Npgsql's page on security (Root Certificate).
  {
    ...dotnet,
    properties: WITH_CERTIFICATE,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Database=postgres;Username=app.${REF};Password=q7TideLine;SSL Mode=VerifyFull;Root Certificate=/etc/secrets/supabase-ca.crt`,
    },
  },

  // --- Separate variables ----------------------------------------------------------------------------------------------

  // node-postgres reads libpq's variables. - node-postgres' page on connections.
  {
    ...node,
    variables: {
      PGHOST: POOL,
      PGPORT: "5432",
      PGUSER: `app.${REF}`,
      PGPASSWORD: "Tide#Line/7",
      PGDATABASE: "postgres",
    },
  },
  // Laravel's separate variables need no encoding. - Laravel's page on databases.
  {
    ...laravel,
    variables: {
      DB_CONNECTION: "pgsql",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: `app.${REF}`,
      DB_PASSWORD: "Tide@Line#7",
    },
  },
];
