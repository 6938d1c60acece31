import { IPV6, MALFORMED, PLACEHOLDER, prisma, soundBy, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { ruby } from "../written";
import { CANARY, DIRECT, ENDPOINT, hosted, n8n, POOL, pooled, SESSION, USER, url } from "./twenty-sixth-form";

const direct = (rest: string, scheme = "postgresql") => url("postgres", `${DIRECT}:${rest}`, scheme);
/** Addresses at which the application finds no database, or no tenant. */
export const REJECTED_DATABASES_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    rule: IPV6,
    why: "the direct host has an IPv6 address alone, and Render has none outbound (laoshuikaixue/VoiceHub, issue 14)",
    ...hosted("ghcr.io/umami-software/umami", "postgresql-v2.19.0", {
      DATABASE_URL: direct("5432/postgres"),
      APP_SECRET: CANARY,
    }),
  },
  {
    rule: IPV6,
    why: "the dashboard's URI is the direct host's, in the parts that n8n reads (n8n-io/n8n, issue 12878)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({ DB_POSTGRESDB_HOST: DIRECT, DB_POSTGRESDB_USER: "postgres" }),
    ),
  },
  {
    rule: TENANT,
    why: "the pooler finds no tenant for postgres alone: Tenant or user not found (n8n-io/n8n, issue 12878)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({ DB_POSTGRESDB_PORT: "6543", DB_POSTGRESDB_USER: "postgres" }),
    ),
  },
  {
    rule: `${IPV6}|${ENDPOINT}`,
    why: "port 6543 of the project's own host was the pooler of 2021; today it has no IPv4 address (n8n-io/n8n, issue 2382)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({ DB_POSTGRESDB_HOST: DIRECT, DB_POSTGRESDB_PORT: "6543", DB_POSTGRESDB_USER: "postgres" }),
    ),
  },
  {
    rule: `${IPV6}|${ENDPOINT}`,
    why: "the old pooler's address with pgbouncer=true (prisma/prisma1, issue 5198)",
    ...soundBy({ DATABASE_URL: direct("6543/postgres?pgbouncer=true", "postgres") }, prisma),
  },
  {
    rule: TENANT,
    why: "the pooler's user has no reference (prisma/orm, issue 21740)",
    ...soundBy(
      {
        DATABASE_URL: url("postgres", `${POOL}:6543/postgres?pgbouncer=true`, "postgres"),
        DIRECT_URL: SESSION,
      },
      prisma,
    ),
  },
  {
    rule: `${IPV6}|${MALFORMED}|${ENDPOINT}`,
    why: "DIRECT_URL is the direct host's, with a password in the user's place (prisma/orm, issue 22824)",
    ...soundBy(
      {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: `postgres://${CANARY}@${DIRECT}:5432/postgres`,
      },
      prisma,
    ),
  },
  {
    rule: `${MALFORMED}|${ENDPOINT}|${TENANT}|database/password-encoding`,
    why: "a slash between user and password ends the host's part there (vercel/next-forge, issue 477)",
    ...soundBy(
      { DATABASE_URL: `postgresql://${USER}/${CANARY}@${POOL}:5432/postgres`, DIRECT_URL: SESSION },
      prisma,
    ),
  },
  {
    rule: PLACEHOLDER,
    why: "the dashboard's placeholder is left in the password's place (n4ze3m/dialoqbase, issue 30)",
    ...soundBy({ DATABASE_URL: `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres` }, prisma),
  },
  {
    rule: `${PLACEHOLDER}|${ENDPOINT}|${MALFORMED}`,
    why: "the region of the guide's host is left open (supabase/supabase, pull request 48618)",
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    ...soundBy(
      { DATABASE_URL: `postgres://${USER}:${CANARY}@aws-0-[REGION].pooler.supabase.com:5432/postgres` },
      ruby,
    ),
  },
];
