import { IPV6, java, LOCAL, MALFORMED, PLACEHOLDER, prisma, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import {
  bareDocker,
  CANARY,
  DIRECT,
  DIRECT_URL,
  ENDPOINT,
  NETWORK,
  POOL,
  pooled,
  REF,
  SESSION,
  USER,
  url,
  wrong,
} from "./twenty-eighth-form";

const alchemy = { driver: "sqlalchemy-asyncpg" } as const;

/** Databases that are not where the URL looks for them, or that do not know its user. */
export const REJECTED_HOSTS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  wrong(
    IPV6,
    "the direct host has IPv6 alone, and Render has none (laoshuikaixue/VoiceHub, issue 14)",
    { DATABASE_URL: DIRECT_URL },
    prisma,
  ),
  wrong(
    IPV6,
    "the direct host has IPv6 alone (stripe/sync-engine, issue 106)",
    { DATABASE_URL: DIRECT_URL },
    { command: "node dist/server.js", ...node },
  ),
  wrong(
    IPV6,
    "SQLAlchemy looks for the direct host too (supabase/supabase, pull request 20394)",
    { DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`, "postgresql+asyncpg") },
    alchemy,
  ),
  wrong(
    IPV6,
    "DIRECT_URL is what migrate deploy connects to before the start (prisma/orm, issue 24913)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  wrong(
    IPV6,
    "the parts name the direct host (n8n-io/n8n, issue 15239)",
    { PGHOST: DIRECT, PGPORT: "5432", PGUSER: "postgres", PGPASSWORD: CANARY, PGDATABASE: "postgres" },
    { command: "node server.js", runtime: "node", ...bare },
  ),
  wrong(
    IPV6,
    "Django's parts name the direct host (supabase/setup-cli, issue 363)",
    { DB_HOST: DIRECT, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: "postgres", DB_PASSWORD: CANARY },
    { command: "gunicorn fen.wsgi --bind 0.0.0.0:$PORT", ...bare },
  ),
  wrong(
    IPV6,
    "Spring's URL names the direct host (supabase/supabase, pull request 48396)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${DIRECT}:5432/postgres`,
      SPRING_DATASOURCE_USERNAME: "postgres",
      SPRING_DATASOURCE_PASSWORD: CANARY,
      SERVER_PORT: "8000",
    },
    { command: "java -jar app.jar", ...java },
  ),
  wrong(
    IPV6,
    "Rails reads DATABASE_URL, the direct one (dbcodeio/public, issue 386)",
    { DATABASE_URL: DIRECT_URL },
    { command: "bundle exec puma -C config/puma.rb -b tcp://0.0.0.0:$PORT", ...ruby },
  ),
  wrong(
    IPV6,
    "a Go service looks for the direct host (supabase/cli, issue 3318)",
    { DATABASE_URL: DIRECT_URL },
    { command: "./bin/api", ...go },
  ),
  wrong(
    IPV6,
    "Laravel's parts name the direct host (supabase/supabase, issue 17920)",
    {
      APP_KEY: "base64:ZmVuLWN1cmxldy1jYW5hcnktb2YtMzItYnl0ZXMhISE=",
      DB_CONNECTION: "pgsql",
      DB_HOST: DIRECT,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: "postgres",
      DB_PASSWORD: CANARY,
    },
    { command: "php artisan serve --host=0.0.0.0 --port=$PORT", ...bareDocker },
  ),
  wrong(
    TENANT,
    "the pooler knows no user without its project (prisma/orm, issue 21740)",
    { DATABASE_URL: url("postgres", `${POOL}:6543/postgres?pgbouncer=true`) },
    prisma,
  ),
  wrong(
    TENANT,
    "the host was changed to the pooler's, and the user was not (rphlmr/supa-fly-stack, issue 88)",
    { DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) },
  ),
  wrong(
    TENANT,
    "the parts name the pooler with the direct user (supabase/supabase, issue 21850)",
    { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USERNAME: "postgres", DB_PASSWORD: CANARY },
    { command: "node dist/main.js", runtime: "node", ...bare },
  ),
  wrong(
    ENDPOINT,
    "the pooler listens on 5432 and 6543, and 5433 is neither (supabase/supabase, issue 17920)",
    { DATABASE_URL: pooled("5433/postgres") },
  ),
  wrong(
    ENDPOINT,
    "6432 is PgBouncer's own port, and not Supabase's (supabase/supavisor's page on connecting)",
    { DATABASE_URL: pooled("6432/postgres") },
    { command: "node dist/server.js", ...node },
  ),
  wrong(ENDPOINT, "the pooler's domain ends in .com (supabase/supavisor's page on connecting)", {
    DATABASE_URL: url(USER, "aws-0-eu-west-3.pooler.supabase.co:5432/postgres"),
  }),
  wrong(
    `${ENDPOINT}|database/project-reference|${PLACEHOLDER}`,
    "the region stayed a placeholder (supabase/agent-skills, issue 458)",
    { DATABASE_URL: url(USER, "aws-0-[region].pooler.supabase.com:5432/postgres") },
  ),
  wrong(
    PLACEHOLDER,
    "the password stayed the dashboard's placeholder (porsager/postgres, issue 735)",
    { DATABASE_URL: `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres` },
    { command: "node dist/server.js", runtime: "node", driver: "postgres-js" },
  ),
  wrong(
    `${PLACEHOLDER}|database/project-reference|${ENDPOINT}`,
    "the reference stayed a placeholder (riteshbonthalakoti/HELPDESK.AI, pull request 2189)",
    { DATABASE_URL: `postgresql://postgres.your-project-ref:${CANARY}@${POOL}:5432/postgres` },
  ),
  wrong(
    `${PLACEHOLDER}|database/project-reference`,
    "the API's address stayed the example's (riteshbonthalakoti/HELPDESK.AI, pull request 2189)",
    { SUPABASE_URL: "https://your-project.supabase.co", DATABASE_URL: SESSION },
  ),
  wrong(
    LOCAL,
    "the database of a development machine (prisma/orm, issue 10104)",
    { DATABASE_URL: "postgresql://postgres:postgres@localhost:5432/fen" },
    prisma,
  ),
  wrong(LOCAL, "the local stack of the Supabase CLI (supabase/cli, issue 2440)", {
    DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres",
  }),
  wrong(
    `${LOCAL}|${NETWORK}`,
    "db is the name of a compose file's service (nickjj/docker-django-example, issue 12)",
    { DATABASE_URL: "postgresql://fen:fen@db:5432/fen" },
    { command: "gunicorn fen.wsgi --bind 0.0.0.0:$PORT", driver: "psycopg2" },
  ),
  wrong(LOCAL, "host.docker.internal is a name of Docker Desktop's (Docker's page on networking)", {
    DATABASE_URL: `postgresql://postgres:${CANARY}@host.docker.internal:5432/postgres`,
  }),
  wrong(`${MALFORMED}|${ENDPOINT}`, "the API's address is no database URL (supabase/supabase, issue 21850)", {
    DATABASE_URL: `https://${REF}.supabase.co`,
  }),
];
