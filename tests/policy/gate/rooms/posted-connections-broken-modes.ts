import { ENCODING, IPV6, LOCAL, MALFORMED, MODE, PLACEHOLDER, TENANT, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import {
  django,
  goApi,
  MALFORMED_OR_ENCODED,
  nest,
  prismaApi,
  rails,
  secured,
  springApp,
  springBy,
} from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  MIGRATIONS,
  PARAMETERS,
  POOL,
  pooled,
  REFUSED,
  SESSION,
  UNTRUSTED,
  USER,
  url,
} from "./posted-services-form";

const by = (rule: string, why: string, DATABASE_URL: string, more = {}) =>
  broken(rule, why, { ...more, variables: { DATABASE_URL } });

/** Pooler modes, TLS, migrations, passwords, and the URLs of Java. */
export const POSTED_MODES: readonly ExplainedCase[] = [
  by(
    PARAMETERS,
    "a second ? begins no parameter: true?connection_limit=1 is no boolean (prisma/orm, issue 11831's kind)",
    pooled("6543/postgres?pgbouncer=true?connection_limit=1"),
    prismaApi,
  ),
  by(
    PARAMETERS,
    "there is no mode required (sqlalchemy/sqlalchemy, issue 6275)",
    pooled("5432/postgres?sslmode=required"),
    goApi,
  ),
  by(
    PARAMETERS,
    "lib/pq knows no mode prefer (lib/pq's page on its parameters)",
    pooled("5432/postgres?sslmode=prefer"),
    {
      ...goApi,
      driver: "lib-pq",
    },
  ),
  by(
    `${MODE}|${PARAMETERS}`,
    "pgbouncer=true is Prisma's, and postgres.js prepares (garrytan/gbrain, pull request 270)",
    pooled("6543/postgres?pgbouncer=true"),
    {
      ...nest,
      driver: "postgres-js",
    },
  ),
  by(MODE, "postgres.js prepares by itself (fieldjw96/caddie, pull request 43)", pooled("6543/postgres"), {
    ...nest,
    driver: "postgres-js",
  }),
  by(
    UNTRUSTED,
    "node-postgres verifies at sslmode=require, and knows no authority of Supabase's (supabase/agent-skills, issue 167)",
    pooled("5432/postgres?sslmode=require"),
    nest,
  ),
  by(
    UNTRUSTED,
    "node-postgres verifies at ssl=true too (sundi133/wb-red-team, pull request 121's kind)",
    pooled("5432/postgres?ssl=true"),
    nest,
  ),
  by(
    UNTRUSTED,
    "libpq finds no root.crt in the home folder (libpq's page on SSL)",
    pooled("5432/postgres?sslmode=verify-full"),
    django,
  ),
  by(
    `${TLS}|${MODE}`,
    "pgx prepares its statements, and nothing is encrypted (go-gorm/gorm, issue 3373)",
    `host=${POOL} user=${USER} password=${CANARY} dbname=postgres port=6543 sslmode=disable TimeZone=Asia/Shanghai`,
    goApi,
  ),
  by(
    IPV6,
    "the same in libpq's words (go-gorm/gorm's page on PostgreSQL)",
    `host=${DIRECT} user=postgres password=${CANARY} dbname=postgres port=5432 sslmode=require`,
    goApi,
  ),
  by(
    MODE,
    "pgx caches its statements by name (garrytan/gbrain, issue 169's kind)",
    pooled("6543/postgres?sslmode=require"),
    goApi,
  ),
  by(
    MODE,
    "Active Record prepares its statements (getlago/lago-api, pull request 965)",
    pooled("6543/postgres"),
    rails,
  ),
  broken(`${MIGRATIONS}|${MODE}`, "migrations take a lock of the session (prisma/orm's page on PgBouncer)", {
    ...prismaApi,
    variables: { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
    properties: { preDeployCommand: "npx prisma migrate deploy" },
  }),
  broken(
    IPV6,
    "migrations go by DIRECT_URL, and Render has no way out over IPv6 (prisma/orm's page on Supabase)",
    {
      ...prismaApi,
      variables: {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: url("postgres", `${DIRECT}:5432/postgres`),
      },
      properties: { preDeployCommand: "npx prisma migrate deploy" },
    },
  ),
  broken(
    MIGRATIONS,
    "drizzle-kit push reads the catalogue by statements of the session (drizzle-team/drizzle-orm, issue 3766)",
    {
      ...nest,
      driver: "postgres-js",
      command: "npx drizzle-kit push --force && node dist/main.js",
      variables: { DATABASE_URL: pooled("6543/postgres?prepare=false") },
    },
  ),
  by(ENCODING, "the first @ ends the password (supabase/supabase, issue 28646)", secured("Plum@Terrace8")),
  by(ENCODING, "# begins the fragment (supabase/cli, issue 155)", secured("plum#Terrace8")),
  by(
    MALFORMED_OR_ENCODED,
    "a slash ends the authority (supabase/supabase, issue 21690's kind)",
    secured("plum/Terrace8"),
    goApi,
  ),
  by(
    MALFORMED_OR_ENCODED,
    "%Te is no escape (supabase's page on passwords)",
    secured("plum%Terrace8"),
    rails,
  ),
  by(
    `${LOCAL}|${PLACEHOLDER}`,
    "db is a name of the compose file's network (fastapi/full-stack-fastapi-template's .env)",
    "postgresql://postgres:changethis@db:5432/app",
  ),
  broken(MALFORMED, "the driver of Java asks for jdbc: before it (spring-projects/spring-boot's questions)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_URL: SESSION }),
  }),
  broken(MALFORMED, "pgJDBC's URLs begin with jdbc:postgresql: (pgJDBC's page on connecting)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_URL: `jdbc:postgres://${POOL}:5432/postgres` }),
  }),
  broken(
    MALFORMED,
    "pgJDBC takes user and password before the host for its name (pgJDBC's page on connecting)",
    {
      ...springApp,
      variables: springBy({ SPRING_DATASOURCE_URL: `jdbc:${SESSION}` }),
    },
  ),
  broken(MODE, "pgJDBC prepares from the fifth time on (supabase/supabase, pull request 48396's kind)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?sslmode=require` }),
  }),
  broken(TENANT, "the pooler's user names its project (supabase/supabase, pull request 48396)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_USERNAME: "postgres" }),
  }),
  broken(
    `${MALFORMED}|${LOCAL}|${PLACEHOLDER}|${REFUSED}`,
    "host and database are variables that were not set (Snorri1986/MyVehicleServiceApp, issue 9)",
    {
      ...springApp,
      variables: springBy({ SPRING_DATASOURCE_URL: "jdbc:postgresql://nullnull" }),
    },
  ),
];
