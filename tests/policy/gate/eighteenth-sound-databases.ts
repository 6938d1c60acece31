import type { SealedCase } from "./sealed";
import { DOCKER, POOL, REF } from "./written";

const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const node = { runtime: "node", driver: "none", command: "node dist/main.js" } as const;
const flask = {
  runtime: "python",
  driver: "psycopg2",
  command: "gunicorn 'orchard:create_app()' -b 0.0.0.0:$PORT",
} as const;
const psycopg = {
  runtime: "python",
  driver: "psycopg",
  command: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
} as const;

const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIDinventedForThisCase\n-----END CERTIFICATE-----\n";
const session = `postgresql://app.${REF}:m3PearTree@${POOL}:5432/postgres`;

/** An invented token in the form of Supabase's older keys; its signature is of one letter. */
const part = (of: object) => Buffer.from(JSON.stringify(of)).toString("base64url");
const CLAIMS = { iss: "supabase", ref: REF, role: "anon", iat: 1764500000, exp: 2080076000 };
const KEY = `${part({ alg: "HS256", typ: "JWT" })}.${part(CLAIMS)}.${"A".repeat(43)}`;

/**
 * Sound databases and values of the eighteenth batch. Each looks like a fault and works: the comment says why, and after
 * the dash what decides it.
 */
export const SOUND_DATABASES_OF_EIGHTEENTH: readonly SealedCase[] = [
  // --- Supabase --------------------------------------------------------------------------------------------------------

  // Newer projects have aws-1. - Supabase's page on connections.
  {
    variables: {
      DATABASE_URL: `postgresql://app.${REF}:m3PearTree@aws-1-us-east-2.pooler.supabase.com:5432/postgres`,
    },
  },
  // psycopg2 prepares nothing on the server, so transaction mode is right. - psycopg's page on prepared statements.
  { ...flask, variables: { DATABASE_URL: session.replace(":5432/", ":6543/") } },
  // Queries go through Prisma's own proxy, and migrations to the session pooler. - Prisma's page on Accelerate.
  {
    ...prisma,
    variables: {
      DATABASE_URL: "prisma://accelerate.prisma-data.net/?api_key=inventedKeyOfThisCase7Qm2",
      DIRECT_URL: session,
    },
  },
  // The key of the role anon is made for browsers. - Supabase's page on API keys.
  {
    ...node,
    variables: {
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_ANON_KEY: KEY,
    },
  },
  // Logins are at Supabase and the tables are at Neon: two services that need not agree. - Neon's page on connections.
  {
    ...prisma,
    variables: {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      DATABASE_URL:
        "postgresql://orchard:m3PearTree@ep-quiet-pear-a2c4e6g8.us-east-2.aws.neon.tech/orchard?sslmode=require",
    },
  },

  // --- Other providers -------------------------------------------------------------------------------------------------

  // A name without a dot and no port: the internal address of Render's own PostgreSQL. - Render's page on connecting.
  { variables: { DATABASE_URL: "postgresql://orchard:m3PearTree@dpg-cu4k2t5ds78s73b1a6vg-a/orchard_x7q2" } },
  // Its external address works as well, with TLS. - Render's page on connecting.
  {
    ...flask,
    variables: {
      DATABASE_URL:
        "postgresql://orchard:m3PearTree@dpg-cu4k2t5ds78s73b1a6vg-a.oregon-postgres.render.com/orchard_x7q2?sslmode=require",
    },
  },
  // The root certificate is a secret file, so the host's name can be verified. - libpq's page on TLS.
  {
    ...psycopg,
    properties: { secretFiles: { "rds-ca.pem": { content: CERTIFICATE } } },
    variables: {
      DATABASE_URL:
        "postgresql://orchard:m3PearTree@orchard.c9x2k4m6q8rs.us-west-2.rds.amazonaws.com:5432/orchard?sslmode=verify-full&sslrootcert=/etc/secrets/rds-ca.pem",
    },
  },
  // libpq takes JDBC's ssl=true for sslmode=require. - libpq's source (conninfo_uri_parse_params).
  {
    ...flask,
    variables: { DATABASE_URL: "postgresql://orchard:m3PearTree@pg.orchard-press.net:5432/orchard?ssl=true" },
  },
  // libpq tries several hosts, and an option of the session is encoded. - libpq's page on connection URIs.
  {
    ...psycopg,
    variables: {
      DATABASE_URL:
        "postgresql://orchard:m3PearTree@pg1.orchard-press.net:5432,pg2.orchard-press.net:5432/orchard?target_session_attrs=read-write&options=-c%20statement_timeout%3D5000",
    },
  },
  // Laravel's DB_URL wins over DB_HOST, which the example left behind. - Laravel's page on databases (URLs).
  {
    driver: "none",
    properties: DOCKER,
    command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000",
    variables: { DB_CONNECTION: "pgsql", DB_HOST: "127.0.0.1", DB_URL: session },
  },
];
