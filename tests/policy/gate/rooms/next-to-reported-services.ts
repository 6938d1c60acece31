import { PORT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import {
  broken,
  CANARY,
  container,
  DEBUG,
  fails,
  HEALTH,
  HEX,
  HOSTS,
  product,
  REFUSED,
  sound,
  starts,
} from "./reported-services-form";

const checked = (healthCheckPath: string, more: object = {}) => ({
  properties: { ...container.properties, ...more, healthCheckPath },
});
const JAR = "java -jar target/heron.jar";
const java = (healthCheckPath: string, variables: Readonly<Record<string, string>>) => ({
  ...container,
  variables: { SERVER_PORT: "8000", ...variables },
  ...checked(healthCheckPath),
});
const LOGIN = {
  KC_HTTP_PORT: "8000",
  KC_HTTP_ENABLED: "true",
  KC_HEALTH_ENABLED: "true",
  KC_HOSTNAME: "https://login.tidal.coop",
  KC_DB: "postgres",
  KC_DB_URL: "jdbc:postgresql://pg.tidal.coop:5432/login",
  KC_DB_USERNAME: "login",
  KC_DB_PASSWORD: CANARY,
};
const keycloak = (tag: string, healthCheckPath: string, variables: Readonly<Record<string, string>> = {}) =>
  product("quay.io/keycloak/keycloak", tag, { ...LOGIN, ...variables }, { healthCheckPath });
const laravel = (key: string) => ({ ...container, variables: { APP_ENV: "production", APP_KEY: key } });
const ARTISAN = "php artisan serve --host=0.0.0.0 --port=8000";

/** Siblings of the services that the first run of the reported ones missed, written before their kinds were known. */
export const NEXT_TO_REPORTED_SERVICES: readonly ExplainedCase[] = [
  fails(
    HEALTH,
    "Actuator's base path is on the management port too",
    JAR,
    java("/manage/health", { MANAGEMENT_SERVER_PORT: "8081", MANAGEMENT_ENDPOINTS_WEB_BASE_PATH: "/manage" }),
  ),
  fails(
    HEALTH,
    "the option moves Actuator as the variable does",
    "java -Dmanagement.server.port=9090 -jar target/heron.jar --server.port=8000",
    { ...container, ...checked("/actuator/health/readiness") },
  ),
  fails(
    HEALTH,
    "the option's context path is before each path",
    "java -jar target/heron.jar --server.port=8000 --server.servlet.context-path=/api",
    { ...container, ...checked("/actuator/health") },
  ),
  broken(HEALTH, "the live check is on the management port too", keycloak("25.0.6", "/health/live")),
  broken(
    HEALTH,
    "metrics are on the management port",
    keycloak("26.1.0", "/metrics", { KC_METRICS_ENABLED: "true" }),
  ),
  broken(
    HEALTH,
    "the relative path of the management interface is another one, and its port too",
    keycloak("26.0.7", "/auth/health/ready", { KC_HTTP_RELATIVE_PATH: "/auth" }),
  ),
  fails(
    `${DEBUG}|${HOSTS}`,
    "--environment is the long form of -e",
    "bin/rails server -b 0.0.0.0 -p $PORT --environment=development",
    ruby,
  ),
  fails(
    `${DEBUG}|${HOSTS}`,
    "s is short for server",
    "bundle exec rails s -e development -b 0.0.0.0 -p $PORT",
    ruby,
  ),
  fails(
    `${HOSTS}|${DEBUG}`,
    "rackup starts Sinatra in development by -E",
    "bundle exec rackup -o 0.0.0.0 -p $PORT -E development",
    { ...ruby, ...bare },
  ),
  fails(
    `${HOSTS}|${DEBUG}`,
    "APP_ENV goes before RACK_ENV in Sinatra",
    "bundle exec ruby server.rb -o 0.0.0.0 -p $PORT",
    { ...ruby, ...bare, variables: { RACK_ENV: "production", APP_ENV: "development" } },
  ),
  fails(
    `${PORT}|${REFUSED}`,
    "the option has a text that no shell fills in: in single quotes",
    "java -jar target/heron.jar '--server.port=$PORT'",
    container,
  ),
  fails(`${PORT}|${REFUSED}`, "JAVA_TOOL_OPTIONS is no shell's: $PORT stays", JAR, {
    ...container,
    variables: { JAVA_TOOL_OPTIONS: "-Dserver.port=$PORT -Xmx384m" },
  }),
  fails(
    REFUSED,
    "PHP drops the characters of base64 for URLs, and the key is too short",
    ARTISAN,
    laravel("base64:qV7nn0ahJww2s1X9Kk_CbiFaWtKqKPRMri2d0rAuki-="),
  ),
  fails(
    REFUSED,
    "two keys in one value",
    ARTISAN,
    laravel(
      "base64:qV7nn0ahJww2s1X9Kk/CbiFaWtKqKPRMri2d0rAukiA=,base64:qV7nn0ahJww2s1X9Kk/CbiFaWtKqKPRMri2d0rAukiA=",
    ),
  ),
];

export const SOUND_NEXT_TO_REPORTED_SERVICES: readonly ExplainedCase[] = [
  starts("Rails adds the hosts of the variable", "bin/rails server -b 0.0.0.0 -p $PORT -e development", {
    ...ruby,
    variables: { RAILS_DEVELOPMENT_HOSTS: "api-web.onrender.com" },
  }),
  starts("both ports are one", JAR, java("/actuator/health", { MANAGEMENT_SERVER_PORT: "8000" })),
  starts(
    "the management port is of metrics, and the check asks the application",
    JAR,
    java("/livez", {
      MANAGEMENT_SERVER_PORT: "9001",
      MANAGEMENT_ENDPOINT_HEALTH_GROUP_LIVENESS_ADDITIONAL_PATH: "server:/livez",
    }),
  ),
  starts(
    "the path of the servlets is the root",
    JAR,
    java("/actuator/health", { SERVER_SERVLET_CONTEXT_PATH: "/" }),
  ),
  starts(
    "the check has the context path and its own query",
    JAR,
    java("/heron/actuator/health?probe=render", { SERVER_SERVLET_CONTEXT_PATH: "/heron" }),
  ),
  sound("before version 25 the checks are on the port of HTTP", keycloak("24.0.5", "/health/ready")),
  sound(
    "the variable leaves the checks on the port of HTTP (Keycloak's page on its management interface)",
    keycloak("26.3.1", "/health/ready", { KC_HTTP_MANAGEMENT_HEALTH_ENABLED: "false" }),
  ),
  sound("the realm's page is on the port of HTTP", keycloak("26.0.7", "/realms/master")),
  sound(
    "the old interface is on the port of HTTP",
    keycloak("25.0.6", "/health/ready", { KC_LEGACY_OBSERVABILITY_INTERFACE: "true" }),
  ),
  starts("an environment of the team's own", "bundle exec rails server -b 0.0.0.0 -p $PORT -e staging", {
    ...ruby,
    variables: { SECRET_KEY_BASE: `${HEX}${HEX}` },
  }),
  starts(
    "-e is an option of another program: ruby runs its text",
    "bundle exec ruby -e 'load \"app.rb\"' -o 0.0.0.0 -p $PORT",
    {
      ...ruby,
      ...bare,
      variables: { RACK_ENV: "production" },
    },
  ),
  starts("rackup in production", "bundle exec rackup -o 0.0.0.0 -p $PORT -E production", {
    ...ruby,
    variables: { RAILS_ENV: "production", SECRET_KEY_BASE: `${HEX}${HEX}` },
  }),
  starts(
    "Boot fills in a placeholder of an option",
    "java -jar target/heron.jar '--server.port=${PORT}'",
    container,
  ),
  starts("Boot fills in a placeholder of a system property, with what is else", JAR, {
    ...container,
    variables: { JAVA_TOOL_OPTIONS: "-Dserver.port=${PORT:8080} -Xmx384m" },
  }),
  starts(
    "PHP takes a key without its padding",
    ARTISAN,
    laravel("base64:qV7nn0ahJww2s1X9Kk/CbiFaWtKqKPRMri2d0rAukiA"),
  ),
  starts("development of a front is no Rack", "npx next start -p $PORT", {
    ...node,
    variables: { APP_ENV: "staging" },
  }),
];
