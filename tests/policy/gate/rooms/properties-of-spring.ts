import { LOCAL, LOOPBACK, MODE, PORT, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { springApp, springBy } from "./posted-connections-form";
import { broken, CANARY, fails, POOL, runs, sound, USER } from "./posted-services-form";

const json = (of: object, more: Readonly<Record<string, string>> = {}) => ({
  ...springApp,
  variables: { SERVER_PORT: "8000", SPRING_APPLICATION_JSON: JSON.stringify(of), ...more },
});
const jdbc = (host: string, rest = "5432/postgres") => `jdbc:postgresql://${host}:${rest}`;
const jar = (options: string) => `java -jar target/shop.jar --server.port=$PORT ${options}`;

/** Properties of Spring in JSON, in variables of the JVM and in commands. */
export const PROPERTIES_OF_SPRING_BROKEN: readonly ExplainedCase[] = [
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
  broken(LOOPBACK, "the address is in JSON", json({ server: { address: "127.0.0.1" } })),
  broken(LOCAL, "the command hands JAVA_OPTS to the JVM", {
    ...springApp,
    command: "java $JAVA_OPTS -jar target/shop.jar",
    variables: { SERVER_PORT: "8000", JAVA_OPTS: `-Xmx400m -Dspring.datasource.url=${jdbc("localhost")}` },
  }),
  broken(LOCAL, "the option takes the variable's place", {
    ...springApp,
    command: jar(`--spring.datasource.url=${jdbc("localhost")}`),
    variables: springBy(),
  }),
  broken(LOCAL, "JSON in the group", {
    ...springApp,
    group: {
      SPRING_APPLICATION_JSON: JSON.stringify({ spring: { datasource: { url: jdbc("localhost") } } }),
    },
    variables: { SERVER_PORT: "8000" },
  }),
];

export const PROPERTIES_OF_SPRING_SOUND: readonly ExplainedCase[] = [
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
  sound("nothing reads JAVA_OPTS", {
    ...springApp,
    command: jar(""),
    variables: springBy({ JAVA_OPTS: `-Dspring.datasource.url=${jdbc("localhost")}` }),
  }),
  sound("the JVM's variable takes the place of Spring's", {
    ...springApp,
    variables: springBy({
      SPRING_DATASOURCE_URL: jdbc("localhost"),
      JAVA_TOOL_OPTIONS: `-Dspring.datasource.url=${jdbc(POOL)} -Xmx300m`,
    }),
  }),
  sound("the option takes the variable's place", {
    ...springApp,
    command: jar(`--spring.datasource.url=${jdbc(POOL)}`),
    variables: springBy({ SPRING_DATASOURCE_URL: jdbc("localhost") }),
  }),
  sound("the option is the variable's own text", {
    ...springApp,
    command: jar(
      "--spring.datasource.url=$SPRING_DATASOURCE_URL --spring.datasource.password=${SPRING_DATASOURCE_PASSWORD}",
    ),
    variables: springBy(),
  }),
  sound(
    "JSON refers to variables",
    json(
      {
        spring: {
          datasource: {
            url: jdbc("${DB_HOST}", "${DB_PORT:5432}/postgres"),
            username: USER,
            password: "${DB_PASSWORD}",
          },
        },
      },
      { DB_HOST: POOL, DB_PASSWORD: CANARY },
    ),
  ),
  sound(
    "JSON refers to what a program sets",
    json({ spring: { datasource: { url: "${vault.database.url}" } } }),
  ),
  sound(
    "a list of servers in JSON",
    json({ spring: { profiles: { active: ["prod"] }, main: { "banner-mode": "off" } } }, springBy()),
  ),
];
