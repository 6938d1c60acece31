import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers; hosts in their providers' public forms. */
const LANTERN = "qxkvtzbnwfjmhrpdyocl";
const LONDON = "aws-0-eu-west-2.pooler.supabase.com";
const RDS = "lantern-prod.c9x2kq81mzvt.eu-central-1.rds.amazonaws.com";
const NEON = "ep-quiet-reef-a2m7k4xd.eu-central-1.aws.neon.tech";
const NEON_POOLED = "ep-quiet-reef-a2m7k4xd-pooler.eu-central-1.aws.neon.tech";

const node = { runtime: "node", command: "node dist/main.js" } as const;
const go = { runtime: "go", driver: "pgx", command: "./bin/api" } as const;
const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT --workers 2";

/**
 * Broken URLs of the fifteenth batch: what a driver does not understand, and what is no URL of it. Each has to be
 * rejected by its rule. The comment says what happens, and after the dash what decides it ("tried" is the driver's own
 * parser, on 30 November 2026).
 */
export const REJECTED_PARAMETERS_OF_FIFTEENTH: readonly SealedCase[] = [
  // --- Parameters ------------------------------------------------------------------------------------------------------

  // libpq's parameter becomes a keyword of asyncpg's connect. - tried: SQLAlchemy, unexpected keyword argument 'sslmode'.
  {
    rule: "database/url-parameters",
    driver: "sqlalchemy-asyncpg",
    variables: {
      DATABASE_URL: `postgresql+asyncpg://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
    },
  },
  // Prisma's word becomes a setting of the server. - tried: asyncpg, among its server_settings; DATABASE.md 3.
  {
    rule: "database/url-parameters",
    variables: {
      DATABASE_URL: `postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require&pgbouncer=true`,
    },
  },
  // asyncpg's word. - tried: libpq, invalid URI query parameter: "ssl".
  {
    rule: "database/url-parameters",
    driver: "psycopg",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?ssl=require` },
  },
  // Prisma's pool. - tried: libpq, invalid URI query parameter: "connection_limit".
  {
    rule: "database/url-parameters",
    driver: "sqlalchemy-psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql+psycopg2://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require&connection_limit=5`,
    },
  },
  // A letter too many. - tried: libpq, invalid sslmode value: "required".
  {
    rule: "database/url-parameters|database/url-malformed|database/tls-untrusted",
    driver: "psycopg2",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=required` },
  },
  // Prisma's schema becomes a setting of the server, which has none of that name. - tried: pgx, among its RuntimeParams.
  {
    ...go,
    rule: "database/url-parameters",
    variables: {
      DATABASE_URL: `postgres://lantern:R8nqVw3xKd@${NEON}/lantern?sslmode=require&schema=public`,
    },
  },

  // --- No URL of this driver -------------------------------------------------------------------------------------------

  // SQLAlchemy's scheme. - tried: asyncpg, scheme is expected to be either "postgresql" or "postgres".
  {
    rule: "database/url-malformed",
    variables: {
      DATABASE_URL: `postgresql+asyncpg://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres`,
    },
  },
  // The short scheme. - tried: SQLAlchemy, Can't load plugin: sqlalchemy.dialects:postgres.
  {
    rule: "database/url-malformed",
    driver: "sqlalchemy-psycopg",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgres://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require` },
  },
  // A URL of Node's kind where JDBC's belongs. - Spring Boot: Driver claims to not accept jdbcUrl.
  {
    rule: "database/url-malformed",
    driver: "pgjdbc",
    command: "java -jar /app/lantern.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `postgresql://${RDS}:5432/lantern`,
      SPRING_DATASOURCE_USERNAME: "lantern",
      SPRING_DATASOURCE_PASSWORD: "R8nqVw3xKd",
    },
    properties: DOCKER,
  },
  // The whole command of Neon's page. - Prisma: the URL must start with postgresql:// or postgres://.
  {
    ...node,
    rule: "database/url-malformed",
    driver: "prisma",
    variables: {
      DATABASE_URL: `psql 'postgresql://lantern_owner:R8nqVw3xKd@${NEON_POOLED}/lantern?sslmode=require'`,
    },
  },
  // The line of the .env file, name and all. - tried: asyncpg, invalid DSN.
  {
    rule: "database/url-malformed",
    variables: {
      DATABASE_URL: `DATABASE_URL=postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require`,
    },
  },
  // A password that ends at its first at sign: the rest is a host. - tried: asyncpg.
  {
    rule: "database/url-malformed|database/password-encoding",
    variables: { DATABASE_URL: `postgresql://lantern:Mango@2026!@${RDS}:5432/lantern?sslmode=require` },
  },
  // A number sign ends the authority of a URL. - tried: new URL (Node), invalid.
  {
    ...node,
    rule: "database/url-malformed|database/password-encoding",
    driver: "node-postgres",
    variables: { DATABASE_URL: `postgresql://lantern:Mango#2026@${RDS}:5432/lantern` },
  },
  // A slash in the password. - tried: pgx, invalid port.
  {
    ...go,
    rule: "database/url-malformed|database/password-encoding",
    variables: { DATABASE_URL: `postgres://lantern:Mango/2026@${RDS}:5432/lantern?sslmode=require` },
  },
  // A value that was never set. - docs/configuration.md (databaseUrl); Prisma: the URL must start with postgresql://.
  {
    ...node,
    rule: "database/url-malformed|environment/missing-variable|environment/placeholder",
    driver: "prisma",
    variables: { DATABASE_URL: "" },
  },
];
