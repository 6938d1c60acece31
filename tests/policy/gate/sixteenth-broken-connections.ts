import { prisma } from "./batch";
import type { SealedCase } from "./sealed";
import { dotnet, java, session, spring, transaction } from "./sixteenth-written";
import { POOL, REF } from "./written";

const npgsql = (port: number, rest: string) => ({
  ConnectionStrings__Default: `Host=${POOL};Port=${port};Database=postgres;Username=app.${REF};${rest}`,
});

/**
 * Broken connections of the sixteenth batch: the host is the right one, and the rest is not. Each has to be rejected by
 * its rule. The comment says what happens, and after the dash what decides it ("tried" is the real program, on
 * 30 November 2026). "Also right" names another rule that may reject the case instead.
 */
export const REJECTED_CONNECTIONS_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Prepared statements in transaction mode -------------------------------------------------------------------------

  // The driver's cache names its statements. - asyncpg's questions and answers (pgbouncer).
  { rule: "database/transaction-mode-statements", variables: { DATABASE_URL: transaction() } },
  // Prisma names its statements without pgbouncer=true. - Supabase's page on Prisma.
  {
    ...prisma,
    rule: "database/transaction-mode-statements",
    variables: { DATABASE_URL: transaction("?connection_limit=5"), DIRECT_URL: session() },
  },
  // pgjdbc names a statement from its fifth use on. - pgjdbc's page on prepareThreshold.
  {
    ...java,
    rule: "database/transaction-mode-statements",
    variables: spring(`jdbc:postgresql://${POOL}:6543/postgres?sslmode=require`),
  },
  // Npgsql names statements with this keyword. - Npgsql's page on prepared statements.
  {
    ...dotnet,
    rule: "database/transaction-mode-statements",
    variables: npgsql(6543, "Password=q7TideLine;Max Auto Prepare=20"),
  },
  // Migrations hang in transaction mode, and there is no second address. - Supabase's page on Prisma. Also right:
  // database/transaction-mode-statements.
  {
    ...prisma,
    rule: "database/direct-for-migrations",
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: transaction("?pgbouncer=true&connection_limit=1") },
  },

  // --- Encryption ------------------------------------------------------------------------------------------------------

  // The password goes over the network in the open. - Npgsql's page on its security.
  { ...dotnet, rule: "database/tls-off", variables: npgsql(5432, "Password=q7TideLine;SSL Mode=Disable") },
  // The drivers read libpq's variable. - libpq's page on its environment variables.
  { rule: "database/tls-off", variables: { DATABASE_URL: session(), PGSSLMODE: "disable" } },
  // There is no root certificate to verify with. - tried: asyncpg. Also right: database/url-parameters.
  { rule: "database/tls-untrusted", variables: { DATABASE_URL: session("?sslmode=verify-full") } },

  // --- Texts that the driver does not read -----------------------------------------------------------------------------

  // Spring wants an address that begins with jdbc. - Spring Boot's page on SQL databases.
  { ...java, rule: "database/url-malformed", variables: spring(session()) },
  // pgjdbc takes the user before the @ as a part of the host. - pgjdbc's page on connections.
  {
    ...java,
    rule: "database/url-malformed",
    variables: { SPRING_DATASOURCE_URL: `jdbc:${session("?sslmode=require")}` },
  },
  // Npgsql reads keywords, no URI. - Npgsql's page on connection strings.
  { ...dotnet, rule: "database/url-malformed", variables: { ConnectionStrings__Default: session() } },
  // The quotes of a file .env are a part of the value. - tried: asyncpg (invalid DSN).
  { rule: "database/url-malformed", variables: { DATABASE_URL: `"${session()}"` } },
  // The name is in the value as well: the protocol is wrong. - Prisma's page on errors (P1012).
  { ...prisma, rule: "database/url-malformed", variables: { DATABASE_URL: `DATABASE_URL=${session()}` } },

  // --- Parameters ------------------------------------------------------------------------------------------------------

  // Prisma's parameters, in Python. - tried: psycopg (invalid URI query parameter); asyncpg sends them to the server.
  {
    rule: "database/url-parameters",
    variables: { DATABASE_URL: session("?pgbouncer=true&connection_limit=1") },
  },
  // There is no such mode. - pgjdbc's page on sslmode. Also right: database/url-malformed.
  {
    ...java,
    rule: "database/url-parameters",
    variables: spring(`jdbc:postgresql://${POOL}:5432/postgres?sslmode=required`),
  },

  // --- Passwords -------------------------------------------------------------------------------------------------------

  // The # ends the address: P1013. - Prisma's page on special characters. Also right: database/url-malformed.
  {
    ...prisma,
    rule: "database/password-encoding",
    variables: { DATABASE_URL: `postgresql://app.${REF}:Tide#Line7@${POOL}:5432/postgres` },
  },
  // The / ends the host. - Python's urllib. Also right: database/url-malformed.
  {
    rule: "database/password-encoding",
    variables: { DATABASE_URL: `postgresql://app.${REF}:Tide/Line7@${POOL}:5432/postgres` },
  },
  // The semicolon ends the password. - Microsoft's page on connection strings. Also right: database/url-malformed.
  {
    ...dotnet,
    rule: "database/password-encoding",
    variables: npgsql(5432, "Password=Tide;Line7;SSL Mode=Require"),
  },

  // --- Endpoints that Supabase does not have ---------------------------------------------------------------------------

  // The pooler's domain is supabase.com. - Supabase's page on connections.
  {
    rule: "database/supabase-endpoint",
    variables: {
      DATABASE_URL: `postgresql://app.${REF}:q7TideLine@aws-0-eu-central-1.pooler.supabase.co:5432/postgres`,
    },
  },
  // This host serves the API, no database. - Supabase's page on connections.
  {
    ...prisma,
    rule: "database/supabase-endpoint",
    variables: { DATABASE_URL: `postgresql://postgres:q7TideLine@${REF}.supabase.co:5432/postgres` },
  },
  // The address of the dashboard is no API. - Supabase's page on API keys.
  {
    ...prisma,
    rule: "database/supabase-endpoint",
    variables: { DATABASE_URL: session(), SUPABASE_URL: `https://supabase.com/dashboard/project/${REF}` },
  },
];
