import { IPV6, LOCAL, MALFORMED, MODE } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  fails,
  MIGRATIONS,
  POOL,
  pooled,
  runs,
  SESSION,
  sound,
  UNTRUSTED,
  USER,
  url,
} from "./posted-services-form";

const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
/** Next to forms that were posted: URLs in a command's words, and URLs that were copied wrongly. */
export const NEXT_TO_POSTED_FORMS: readonly ExplainedCase[] = [
  fails(
    IPV6,
    "the option has the URL behind =",
    `./bin/api --listen=:8000 --database-url=${DIRECT_URL}`,
    goApi,
  ),
  fails(
    LOCAL,
    "the option has this machine's database",
    "./bin/api -addr :8000 -db postgres://app:app@localhost:5432/app",
    goApi,
  ),
  fails(
    MODE,
    "the option has transaction mode",
    `./bin/api -addr :8000 -dsn ${pooled("6543/postgres")}`,
    goApi,
  ),
  fails(
    IPV6,
    "pg_isready waits for the direct host",
    `pg_isready -d ${DIRECT_URL} && uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  fails(
    UNTRUSTED,
    "psql verifies without an authority",
    `psql "${pooled("5432/postgres?sslmode=verify-full")}" -f schema.sql && gunicorn shop.wsgi -b 0.0.0.0:$PORT`,
    django,
  ),
  fails(
    MIGRATIONS,
    "golang-migrate takes a lock of the session",
    `migrate -source file://migrations -database "${pooled("6543/postgres")}" up && ./bin/api`,
    goApi,
  ),
  broken(IPV6, "the pre-deploy command has the URL", {
    ...asyncApi,
    properties: { preDeployCommand: `alembic -x url=${DIRECT_URL} upgrade head` },
  }),
  broken(MALFORMED, "one slash alone", { ...django, variables: { DB_URL: SESSION.replace("://", ":/") } }),
  broken(MALFORMED, "no slash at all", {
    ...nest,
    variables: { PRIMARY_CONNECTION: SESSION.replace("://", ":") },
  }),
  broken(MALFORMED, "Markdown's link was copied along", {
    ...django,
    variables: { DATABASE_URL: `postgresql://${USER}:${CANARY}@[${POOL}](http://${POOL}):5432/postgres` },
  }),
  broken(IPV6, "the shell fills in the password", {
    ...goApi,
    command: `./bin/api -addr :8000 -dsn "postgres://postgres:$DB_PW@${DIRECT}:5432/postgres"`,
    variables: { DB_PW: CANARY },
  }),
];

export const SOUND_NEXT_TO_POSTED_FORMS: readonly ExplainedCase[] = [
  sound("JSON of another program's", {
    ...nest,
    variables: { APP_CONFIG: '{"spring":{"datasource":{"url":"none"}}}' },
  }),
  runs("an option has a URL of the pooler", `./bin/api -addr :8000 -db ${pooled("5432/postgres")}`, goApi),
  runs(
    "psql in transaction mode",
    `psql "${pooled("6543/postgres")}" -f schema.sql && gunicorn shop.wsgi -b 0.0.0.0:$PORT`,
    django,
  ),
  runs(
    "a text names a URL",
    `echo "use postgresql://localhost:5432/app" && gunicorn shop.wsgi -b 0.0.0.0:$PORT`,
    django,
  ),
  runs(
    "golang-migrate by session mode",
    `migrate -source file://migrations -database "${pooled("5432/postgres")}" up && ./bin/api`,
    goApi,
  ),
  runs("a script that is called migrate", "npm run migrate && node dist/main.js", nest),
  sound("the pre-deploy command has the pooler", {
    ...asyncApi,
    properties: {
      preDeployCommand: `alembic -x url=${pooled("5432/postgres", "postgresql+asyncpg")} upgrade head`,
    },
  }),
  sound("the shell fills in the user's parts", {
    ...goApi,
    command: `./bin/api -addr :8000 -dsn "postgres://$DB_USER:$DB_PW@${POOL}:5432/postgres"`,
    variables: { DB_USER: USER, DB_PW: CANARY },
  }),
  runs(
    "the shell fills in what the group has",
    `./bin/api -addr :8000 -dsn "postgres://$DB_USER:$DB_PW@$DB_HOST:5432/postgres"`,
    goApi,
  ),
  runs(
    "curl sends a URL to another program",
    `curl -s --data 'url=postgres://localhost:5432/app' https://hooks.example.org/deploy; ./bin/api -addr :8000`,
    goApi,
  ),
];
