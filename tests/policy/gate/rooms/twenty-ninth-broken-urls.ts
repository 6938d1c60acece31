import type { ExplainedCase } from "../nineteenth-form";
import {
  CANARY,
  DJANGO,
  ENCODING,
  ENDPOINT,
  given,
  MALFORMED,
  NODE,
  PARAMETERS,
  PLACEHOLDER,
  POOL,
  pooled,
  REF,
  REFUSED,
  SESSION,
  SPRING,
  spring,
  UNTRUSTED,
  USER,
} from "./twenty-ninth-form";

const ALCHEMY = { driver: "sqlalchemy-asyncpg" };

/** URLs that their driver does not read, or whose certificate it does not know. */
export const REJECTED_URLS_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  {
    rule: PARAMETERS,
    ...given(
      "SQLAlchemy passes sslmode to asyncpg, which does not know it (MagicStack/asyncpg, issue 737)",
      { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
      ALCHEMY,
    ),
  },
  {
    rule: PARAMETERS,
    ...given(
      "libpq refuses Prisma's pgbouncer parameter (common)",
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
      DJANGO,
    ),
  },
  {
    rule: PARAMETERS,
    ...given(
      "libpq refuses Prisma's schema parameter (common)",
      { DATABASE_URL: pooled("5432/postgres?schema=public&sslmode=require") },
      { driver: "psycopg2" },
    ),
  },
  {
    rule: MALFORMED,
    ...given("asyncpg takes no dialect in the scheme (common)", {
      DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg"),
    }),
  },
  {
    rule: MALFORMED,
    ...given(
      "SQLAlchemy dropped postgres:// with 1.4 (pallets-eco/flask-sqlalchemy, issue 929)",
      { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "postgres") },
      { driver: "none", command: "gunicorn wsgi:app -b 0.0.0.0:$PORT" },
    ),
  },
  {
    rule: `${MALFORMED}|${REFUSED}`,
    ...given(
      "the JDBC driver takes jdbc: URLs alone (spring-projects/spring-boot, issue 2470)",
      spring({ SPRING_DATASOURCE_URL: `postgresql://${POOL}:5432/postgres` }),
      SPRING,
    ),
  },
  {
    rule: `${MALFORMED}|${ENDPOINT}`,
    ...given(
      "the API's address is where the database's belongs (common)",
      { DATABASE_URL: `https://${REF}.supabase.co` },
      NODE,
    ),
  },
  {
    rule: MALFORMED,
    ...given(
      "the quotes of the env file came along (common)",
      { DATABASE_URL: `"${SESSION}"` },
      { driver: "psycopg2" },
    ),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    ...given(
      "a raw # ends the authority (supabase/supabase, issues 36884 and 21933)",
      { DATABASE_URL: SESSION.replace(CANARY, "Tp5#willow8Creek") },
      NODE,
    ),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    ...given("a raw slash ends the authority (PostgREST/postgrest, issue 1531)", {
      DATABASE_URL: SESSION.replace(CANARY, "Tp5/willow8Creek"),
    }),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    ...given(
      "% is no encoding here, and postgres.js throws (porsager/postgres, issue 735)",
      { DATABASE_URL: SESSION.replace(CANARY, "Tp5%willow8Creek") },
      { ...NODE, driver: "postgres.js" },
    ),
  },
  {
    rule: UNTRUSTED,
    ...given(
      "node-postgres verifies with sslmode=require (supabase/supabase, issue 17971; n8n-io/n8n, issue 13517)",
      { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
      NODE,
    ),
  },
  {
    rule: UNTRUSTED,
    ...given(
      "verify-full without the authority's file (powersync-ja/self-host-demo, issue 38)",
      { DATABASE_URL: pooled("5432/postgres?sslmode=verify-full") },
      DJANGO,
    ),
  },
  {
    rule: `${PLACEHOLDER}|${ENCODING}|${MALFORMED}`,
    ...given(
      "the dashboard's [YOUR-PASSWORD] was left (common)",
      { DATABASE_URL: `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres` },
      NODE,
    ),
  },
  {
    rule: ENDPOINT,
    ...given(
      "the pooler is under supabase.com, not supabase.co (common)",
      { DATABASE_URL: SESSION.replace("supabase.com", "supabase.co") },
      NODE,
    ),
  },
];
