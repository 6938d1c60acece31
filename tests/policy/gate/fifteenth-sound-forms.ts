import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up project references, passwords and servers. */
const LANTERN = "qxkvtzbnwfjmhrpdyocl";
const LONDON = "aws-0-eu-west-2.pooler.supabase.com";
const RDS = "lantern-prod.c9x2kq81mzvt.eu-central-1.rds.amazonaws.com";
const NEON_POOLED = "ep-quiet-reef-a2m7k4xd-pooler.eu-central-1.aws.neon.tech";

const node = { runtime: "node", command: "node dist/main.js" } as const;
const go = { runtime: "go", driver: "pgx", command: "./bin/api" } as const;
const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT --workers 2";

/**
 * Sound forms of the fifteenth batch: parameters that the driver has, passwords that are encoded as they have to be. The
 * comment says why each works, and after the dash what decides it ("tried" is the driver's own parser, on 30 November
 * 2026).
 */
export const SOUND_FORMS_OF_FIFTEENTH: readonly SealedCase[] = [
  // An encoded at sign. - tried: asyncpg, the whole password.
  { variables: { DATABASE_URL: `postgresql://lantern:Mango%402026%21@${RDS}:5432/lantern?sslmode=require` } },
  // An encoded number sign. - tried: pg-connection-string.
  {
    ...node,
    driver: "node-postgres",
    variables: { DATABASE_URL: `postgresql://lantern:Mango%232026@${RDS}:5432/lantern?sslmode=no-verify` },
  },
  // An encoded slash. - tried: pgx.
  {
    ...go,
    variables: { DATABASE_URL: `postgres://lantern:Mango%2F2026@${RDS}:5432/lantern?sslmode=require` },
  },
  // Characters that need no code. - tried: libpq, the whole password.
  {
    driver: "psycopg2",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://lantern:Mango-2026_x.y~z@${RDS}:5432/lantern?sslmode=require` },
  },
  // libpq's keywords in place of a URL. - tried: libpq.
  {
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `host=${RDS} port=5432 dbname=lantern user=lantern password=R8nqVw3xKd sslmode=require`,
    },
  },
  // libpq's own settings. - tried: libpq.
  {
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require&connect_timeout=10&application_name=lantern&keepalives_idle=30`,
    },
  },
  // A search path by libpq's options. - tried: libpq.
  {
    driver: "sqlalchemy-psycopg2",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql+psycopg2://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require&options=-csearch_path%3Dshop`,
    },
  },
  // SQLAlchemy's name of psycopg 3. - tried: SQLAlchemy.
  {
    driver: "sqlalchemy-psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql+psycopg://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require`,
    },
  },
  // The short scheme, which asyncpg has too. - tried: asyncpg.
  { variables: { DATABASE_URL: `postgres://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require` } },
  // No port: 5432. - tried: asyncpg.
  {
    variables: {
      DATABASE_URL: `postgresql://lantern_owner:R8nqVw3xKd@${NEON_POOLED}/lantern?sslmode=require`,
    },
  },
  // Prisma's own parameters. - Prisma's page on PostgreSQL's URL.
  {
    ...node,
    driver: "prisma",
    variables: {
      DATABASE_URL: `postgresql://lantern:R8nqVw3xKd@${RDS}:5432/lantern?schema=public&connection_limit=10&pool_timeout=20&sslmode=require`,
    },
  },
  // pgx' pool, in the URL of its pool. - tried: pgxpool.
  {
    ...go,
    variables: {
      DATABASE_URL: `postgres://lantern:R8nqVw3xKd@${RDS}:5432/lantern?sslmode=require&application_name=lantern-api&connect_timeout=5`,
    },
  },
  // lib/pq in its keywords. - tried: lib/pq.
  {
    runtime: "go",
    driver: "lib-pq",
    command: "./bin/api",
    variables: {
      DATABASE_URL: `host=${RDS} port=5432 user=lantern password=R8nqVw3xKd dbname=lantern sslmode=require`,
    },
  },
  // JDBC's URL with its own parameters. - pgJDBC's page.
  {
    driver: "pgjdbc",
    command: "java -jar /app/lantern.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${RDS}:5432/lantern?sslmode=require&ApplicationName=lantern&connectTimeout=10`,
      SPRING_DATASOURCE_USERNAME: "lantern",
      SPRING_DATASOURCE_PASSWORD: "Mango@2026#x",
    },
    properties: DOCKER,
  },
  // Two databases of one service, each by its own variable. - docs/configuration.md.
  {
    driver: "psycopg",
    command: GUNICORN,
    variables: {
      DATABASE_URL: `postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=require`,
      ANALYTICS_DATABASE_URL: `postgresql://reader:Zt4mHc9yLp@${RDS}:5432/analytics?sslmode=require`,
    },
  },
  // Knex' variables in a secret file. - Render's page on secret files; dotenv's readme.
  {
    ...node,
    driver: "node-postgres",
    secretFiles: {
      ".env": `DATABASE_URL=postgresql://lantern_api.${LANTERN}:R8nqVw3xKd@${LONDON}:5432/postgres?sslmode=no-verify\nLOG_LEVEL=info\n`,
    },
  },
];
