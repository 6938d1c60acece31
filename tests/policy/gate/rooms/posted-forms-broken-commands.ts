import { IPV6, LOCAL, LOOPBACK, MODE, PORT, STANDARD, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, goApi, springApp } from "./posted-connections-form";
import { broken, CANARY, DIRECT, fails, NEED, POOL, pooled, USER, url } from "./posted-services-form";

const OTHER_PORT = `${PORT}|${STANDARD}`;
const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);

/** Ports, addresses and connections in the forms that shells and wrappers have. */
export const POSTED_COMMAND_FORMS: readonly ExplainedCase[] = [
  fails(
    IPV6,
    "the command sets the URL itself",
    `DATABASE_URL=${DIRECT_URL} uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  fails(
    MODE,
    "the command exports the URL",
    `export DATABASE_URL="${pooled("6543/postgres")}" && uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  fails(
    IPV6,
    "env sets the host",
    `env PGHOST=${DIRECT} PGUSER=postgres PGPASSWORD=${CANARY} gunicorn shop.wsgi -b 0.0.0.0:$PORT`,
    django,
  ),
  fails(
    IPV6,
    "the URL is an option of the program's (Spring Boot's page on its configuration)",
    `java -jar target/shop.jar --server.port=8000 --spring.datasource.url=jdbc:postgresql://${DIRECT}:5432/postgres --spring.datasource.username=postgres`,
    springApp,
  ),
  fails(
    MODE,
    "the URL is a property before the jar",
    `java -Dserver.port=8000 -Dspring.datasource.url=jdbc:postgresql://${POOL}:6543/postgres -Dspring.datasource.username=${USER} -jar target/shop.jar`,
    springApp,
  ),
  broken(
    OTHER_PORT,
    "the JVM reads its options from JAVA_TOOL_OPTIONS (spring-guides/gs-spring-boot-docker, pull request 55)",
    { ...springApp, variables: { JAVA_TOOL_OPTIONS: "-Dserver.port=8080 -Xmx400m" } },
  ),
  broken(OTHER_PORT, "Spring reads its port from JSON (Spring Boot's page on its configuration)", {
    ...springApp,
    variables: { SPRING_APPLICATION_JSON: '{"server":{"port":9000}}' },
  }),
  broken(LOOPBACK, "Spring reads its address from JSON", {
    ...springApp,
    variables: { SERVER_PORT: "8000", SPRING_APPLICATION_JSON: '{"server.address":"127.0.0.1"}' },
  }),
  fails(
    IPV6,
    "the URL is a flag of the program's (go-gorm/gorm's page on PostgreSQL)",
    `./bin/api -addr :8000 -dsn "${DIRECT_URL}"`,
    goApi,
  ),
  fails(
    IPV6,
    "Alembic is given the URL by -x",
    `alembic -x url=${DIRECT_URL} upgrade head && uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  fails(
    IPV6,
    "psql is given the URL",
    `psql "${DIRECT_URL}" -f schema.sql && gunicorn shop.wsgi -b 0.0.0.0:$PORT`,
    django,
  ),
  fails(
    IPV6,
    "the wait's host is the direct one (vishnubob/wait-for-it's README)",
    `./wait-for-it.sh ${DIRECT}:5432 -- uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  fails(
    LOCAL,
    "the wait's host is this machine",
    "until pg_isready -h localhost -p 5432; do sleep 1; done; uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  fails(
    OTHER_PORT,
    "sh -c has the command in quotes (sseshachala/conductai, pull request 19)",
    "sh -c 'uvicorn app.main:app --host 0.0.0.0 --port 8080 --workers 2'",
  ),
  fails(
    LOOPBACK,
    "bash -lc has the command in quotes",
    'bash -lc "source .venv/bin/activate && uvicorn main:app --port $PORT"',
  ),
  fails(
    `${OTHER_PORT}|${START}`,
    "$$ is the shell's own number: Invalid value '1PORT' (benjaminkomen/TibiaWikiApi, issue 473)",
    "java -jar target/shop.jar --server.port=$$PORT",
    { ...springApp, rule: `${OTHER_PORT}|${START}` },
  ),
  fails(
    `${OTHER_PORT}|${START}`,
    "the shell leaves what is in single quotes (todd2982/SuggestArr, issue 114)",
    "bash -c 'exec uvicorn main:app --host 0.0.0.0 --port '\\''${SUGGEST_PORT}'\\'''",
  ),
  fails(
    `${OTHER_PORT}|${START}|${NEED}`,
    "nothing sets APP_PORT (todd2982/SuggestArr, issue 114's kind)",
    "uvicorn main:app --host 0.0.0.0 --port $APP_PORT",
  ),
];
