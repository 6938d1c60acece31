import { IPV6, LOCAL, LOOPBACK, MALFORMED, MODE, PORT, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, springApp, springBy } from "./posted-connections-form";
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
const json = (of: object, more: Readonly<Record<string, string>> = {}) => ({
  ...springApp,
  variables: { SERVER_PORT: "8000", SPRING_APPLICATION_JSON: JSON.stringify(of), ...more },
});
const jdbc = (host: string, rest = "5432/postgres") => `jdbc:postgresql://${host}:${rest}`;
const jar = (options: string) => `java -jar target/shop.jar --server.port=$PORT ${options}`;

/** Next to forms that were posted: properties of Spring in JSON and in commands, and URLs in a command's words. */
export const NEXT_TO_POSTED_FORMS: readonly ExplainedCase[] = [
  broken(
    TENANT,
    "the user is in JSON too",
    json({ spring: { datasource: { url: jdbc(POOL), username: "postgres" } } }),
  ),
  broken(LOCAL, "properties with dots", json({ "spring.datasource.url": jdbc("localhost") })),
  broken(PORT, "the port is in JSON", {
    ...springApp,
    variables: { SPRING_APPLICATION_JSON: '{"server":{"port":8080}}' },
  }),
  broken(
    MODE,
    "what JSON says takes the variable's place",
    json({ spring: { datasource: { url: jdbc(POOL, "6543/postgres") } } }, springBy()),
  ),
  broken(MODE, "the JVM's variable has the URL", {
    ...springApp,
    variables: {
      SERVER_PORT: "8000",
      JAVA_TOOL_OPTIONS: `-Dspring.datasource.url=${jdbc(POOL, "6543/postgres")} -Dspring.datasource.username=${USER}`,
    },
  }),
  fails(
    TENANT,
    "URL and user are options",
    jar(`--spring.datasource.url=${jdbc(POOL)} --spring.datasource.username=postgres`),
    springApp,
  ),
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
  broken(LOOPBACK, "the address is in JSON", json({ server: { address: "127.0.0.1" } })),
];

export const SOUND_NEXT_TO_POSTED_FORMS: readonly ExplainedCase[] = [
  sound("JSON of another program's", {
    ...nest,
    variables: { APP_CONFIG: '{"spring":{"datasource":{"url":"none"}}}' },
  }),
  sound(
    "JSON's port is the service's",
    json({
      server: { port: 8000, address: "0.0.0.0" },
      spring: { datasource: { url: jdbc(POOL), username: USER, password: CANARY } },
    }),
  ),
  sound(
    "what JSON says takes the variable's place",
    json(
      { spring: { datasource: { url: jdbc(POOL) } } },
      springBy({ SPRING_DATASOURCE_URL: jdbc("localhost") }),
    ),
  ),
  sound("JSON of levels alone", json({ logging: { level: { root: "WARN" } } }, springBy())),
  runs(
    "URL and user are options",
    jar(`--spring.datasource.url=${jdbc(POOL)} --spring.datasource.username=${USER}`),
    springApp,
  ),
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
];
