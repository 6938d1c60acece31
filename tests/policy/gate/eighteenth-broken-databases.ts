import type { SealedCase } from "./sealed";
import { DOCKER, POOL, REF } from "./written";

const go = { runtime: "go", driver: "none", command: "./app" } as const;
const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const java = {
  driver: "pgjdbc",
  properties: DOCKER,
  command: "java -jar /srv/orchard.jar --server.port=8000",
} as const;
const django = {
  runtime: "python",
  driver: "none",
  command: "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT",
} as const;

const session = `postgresql://app.${REF}:m3PearTree@${POOL}:5432/postgres`;
const transaction = `postgresql://app.${REF}:m3PearTree@${POOL}:6543/postgres`;

/**
 * Broken databases of the eighteenth batch: what is wrong, why it cannot work, and after the dash the source. "Also
 * right" names another rule that may reject the case instead.
 */
export const REJECTED_DATABASES_OF_EIGHTEENTH: readonly SealedCase[] = [
  // The direct host has IPv6 alone, in libpq's variables as well, and Render has no IPv6. - Supabase's page on connections.
  {
    ...go,
    rule: "database/ipv6-only-host",
    variables: {
      PGHOST: `db.${REF}.supabase.co`,
      PGPORT: "5432",
      PGUSER: "postgres",
      PGPASSWORD: "m3PearTree",
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
    },
  },
  // The dedicated pooler is at the direct host's port 6543, which has IPv6 alone too. - Supabase's page on connections.
  {
    ...prisma,
    rule: "database/ipv6-only-host",
    variables: {
      DATABASE_URL: `postgresql://postgres:m3PearTree@db.${REF}.supabase.co:6543/postgres?pgbouncer=true`,
      DIRECT_URL: session,
    },
  },
  // The pooler cannot know the project from the user "postgres". - Supabase's page on connections.
  {
    ...django,
    rule: "database/pooler-tenant",
    variables: {
      DB_ENGINE: "django.db.backends.postgresql",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_NAME: "postgres",
      DB_USER: "postgres",
      DB_PASSWORD: "m3PearTree",
    },
  },
  // The reference lost its last letter when it was copied: there is no such tenant. - Supabase's page on connections (20
  // letters). Also right: database/pooler-tenant, database/one-project.
  {
    rule: "database/project-reference",
    variables: { DATABASE_URL: `postgresql://app.${REF.slice(0, 19)}:m3PearTree@${POOL}:5432/postgres` },
  },
  // Prisma's parameter in a URL for libpq, which refuses the whole URL. - libpq's page on connection URIs. Also right:
  // database/url-malformed.
  {
    runtime: "python",
    driver: "psycopg2",
    rule: "database/url-parameters",
    command: "gunicorn 'orchard:create_app()' --bind 0.0.0.0:$PORT",
    variables: { DATABASE_URL: `${session}?schema=public` },
  },
  // A whole command was copied where the URL belongs, so it has no scheme. - asyncpg's page on connect (dsn).
  { rule: "database/url-malformed", variables: { DATABASE_URL: `psql '${session}'` } },
  // The brackets of the dashboard's [YOUR-PASSWORD] were left around the password and are a part of it. - Supabase's page
  // on connections. Also right: database/password-encoding, environment/placeholder.
  {
    rule: "database/url-malformed",
    variables: { DATABASE_URL: `postgresql://app.${REF}:[m3PearTree]@${POOL}:5432/postgres` },
  },
  // The driver takes jdbc:postgresql: alone, so no driver accepts this URL. - pgjdbc's page on connections.
  {
    ...java,
    rule: "database/url-malformed",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgres://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
      SPRING_DATASOURCE_PASSWORD: "m3PearTree",
    },
  },
  // A workflow's notation has been typed into the stack: the password is this text. - GitHub's page on secrets. Also
  // right: environment/placeholder, database/password-encoding, database/url-malformed.
  {
    rule: "database/interpolated-url",
    variables: { DATABASE_URL: `postgresql://app.${REF}:\${{ secrets.DB_PASSWORD }}@${POOL}:5432/postgres` },
  },
  // Migrations have the transaction pooler as their direct address too, where their lock does not hold. - Supabase's page
  // on Prisma. Also right: database/transaction-mode-statements.
  {
    ...prisma,
    rule: "database/direct-for-migrations",
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: `${transaction}?pgbouncer=true`, DIRECT_URL: `${transaction}?pgbouncer=true` },
  },
  // The region has no number, so the name does not exist. - Supabase's page on regions.
  {
    rule: "database/supabase-endpoint",
    variables: {
      DATABASE_URL: `postgresql://app.${REF}:m3PearTree@aws-0-eu-central.pooler.supabase.com:5432/postgres`,
    },
  },
  // Neon refuses a connection without TLS. - Neon's page on secure connections.
  {
    ...prisma,
    rule: "database/tls-off",
    variables: {
      DATABASE_URL:
        "postgresql://orchard:m3PearTree@ep-quiet-pear-a2c4e6g8.eu-central-1.aws.neon.tech/orchard?sslmode=disable",
    },
  },
];
