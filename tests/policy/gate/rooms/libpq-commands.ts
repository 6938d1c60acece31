import { native, PIP } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, POOL, REF } from "../written";

const at = `app.${REF}:k3JqL9vX@${POOL}:5432/postgres`;
const deployed = (preDeployCommand: string, DATABASE_URL: string): Omit<ExplainedCase, "why"> => ({
  ...bare,
  variables: { DATABASE_URL },
  properties: { runtimeSource: native("python", PIP), preDeployCommand },
});
const backup = (command: string, DATABASE_URL: string): Omit<ExplainedCase, "why"> => ({
  ...bare,
  kind: "cron",
  command,
  variables: { DATABASE_URL },
});

/** What a deploy hands to PostgreSQL's own programs. In the first run 4 of the 6 were undecided, of 2 nothing was said, and all sound ones passed. */
export const LIBPQ_COMMANDS_BROKEN: readonly ExplainedCase[] = [
  {
    rule: "database/url-malformed",
    why: "SQLAlchemy's URL has the driver's name in its scheme",
    ...deployed('psql "$DATABASE_URL" -f schema.sql', `postgresql+asyncpg://${at}`),
  },
  {
    rule: "database/url-parameters",
    why: "Prisma's words are none of libpq's",
    ...backup(
      'pg_dump "$DATABASE_URL" | gzip > /tmp/backup.gz',
      `postgresql://${at}?pgbouncer=true&connection_limit=1`,
    ),
  },
  {
    rule: "database/url-parameters",
    why: "asyncpg's `ssl` with a mode is none of libpq's",
    ...backup("pg_dump --dbname=$DATABASE_URL --file=/tmp/backup.sql", `postgresql://${at}?ssl=require`),
  },
  {
    rule: "database/url-parameters",
    why: "`schema` is Prisma's",
    ...deployed(
      'psql "${DATABASE_URL}" -c "create extension if not exists citext"',
      `postgresql://${at}?schema=public`,
    ),
  },
  {
    rule: "database/url-malformed",
    why: "psycopg's name in the scheme is SQLAlchemy's",
    ...backup("bash -c 'psql $DATABASE_URL -f refresh.sql'", `postgresql+psycopg://${at}`),
  },
  {
    rule: "database/url-parameters",
    why: "`uselibpqcompat` is node-postgres'",
    ...deployed(
      "psql -d $DATABASE_URL -f schema.sql",
      `postgresql://${at}?sslmode=require&uselibpqcompat=true`,
    ),
  },
];

export const LIBPQ_COMMANDS_SOUND: readonly ExplainedCase[] = [
  {
    why: "libpq's own URL",
    ...deployed('psql "$DATABASE_URL" -f schema.sql', `postgresql://${at}?sslmode=require`),
  },
  { why: "the short scheme", ...backup("pg_dump $DATABASE_URL > /tmp/backup.sql", `postgres://${at}`) },
  {
    why: "the parameters are cut off",
    ...backup('pg_dump "${DATABASE_URL%%\\?*}" > /tmp/backup.sql', `postgresql://${at}?pgbouncer=true`),
  },
  {
    why: "the driver's name is taken out",
    ...deployed('psql "${DATABASE_URL/+asyncpg/}" -f schema.sql', `postgresql+asyncpg://${at}`),
  },
  {
    why: "sed takes the driver's name out",
    ...deployed(
      'psql "$(echo $DATABASE_URL | sed s/+asyncpg//)" -f schema.sql',
      `postgresql+asyncpg://${at}`,
    ),
  },
  {
    why: "the line sets it anew",
    ...deployed(`DATABASE_URL=$DIRECT_URL; psql "$DATABASE_URL" -f schema.sql`, `postgresql+asyncpg://${at}`),
  },
  {
    why: "psql is given the parts",
    ...deployed("psql -h db.acme.io -U app -f schema.sql app", `postgresql+asyncpg://${at}`),
  },
];
