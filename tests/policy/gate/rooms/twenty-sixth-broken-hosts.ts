import { docker, dotnet, IPV6, java, LOCAL, MALFORMED, prisma, soundBy, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node } from "../written";
import {
  CANARY,
  DIRECT,
  ENDPOINT,
  hosted,
  laravel,
  NETWORK,
  POOL,
  REF,
  REFUSED,
  SESSION,
  strapi,
  USER,
  url,
} from "./twenty-sixth-form";

const spring = (address: string) => ({
  SPRING_DATASOURCE_URL: address,
  SPRING_DATASOURCE_USERNAME: USER,
  SPRING_DATASOURCE_PASSWORD: CANARY,
  SERVER_PORT: "8000",
});

/** Hosts of another machine's network, and addresses that the application's driver cannot read. */
export const REJECTED_HOSTS_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    rule: LOCAL,
    why: "the starter's address is a developer's machine (payloadcms/payload-3.0-demo, issue 89)",
    command: "npx next start -p $PORT",
    ...soundBy({ DATABASE_URI: "postgres://127.0.0.1:5432/payload", PAYLOAD_SECRET: CANARY }, node),
  },
  {
    rule: LOCAL,
    why: "Strapi's default host is 127.0.0.1: connect ECONNREFUSED (railwayapp-templates/strapi, issue 6)",
    command: "npm run start",
    ...soundBy(strapi({ DATABASE_HOST: "127.0.0.1" }), node),
  },
  {
    rule: LOCAL,
    why: "the default of Medusa's starter is a database on its own machine (medusajs/medusa, issue 4824)",
    command: "npx medusa start --host 0.0.0.0 --port $PORT",
    ...soundBy({ DATABASE_URL: "postgres://localhost/medusa-store", JWT_SECRET: CANARY }, node),
  },
  {
    rule: MALFORMED,
    why: "the scheme is missing: the URL must start with postgresql:// (baptisteArno/typebot.io, issue 434)",
    ...soundBy({ DATABASE_URL: `${USER}:${CANARY}@${POOL}:5432/postgres` }, prisma),
  },
  {
    rule: IPV6,
    why: "NocoDB's own form of an address names the direct host (nocodb/nocodb, issue 8554)",
    ...hosted("docker.io/nocodb/nocodb", "0.258.11", {
      NC_DB: `pg://${DIRECT}:5432?u=postgres&p=${CANARY}&d=postgres`,
      NC_AUTH_JWT_SECRET: "heron2Sedge7jwt",
    }),
  },
  {
    rule: TENANT,
    why: "the user of NocoDB's form has no reference, and the host is a pooler's (nocodb/nocodb, issue 1174)",
    ...hosted("docker.io/nocodb/nocodb", "0.258.11", {
      NC_DB: `pg://${POOL}:5432?u=postgres&p=${CANARY}&d=postgres`,
      NC_AUTH_JWT_SECRET: "heron2Sedge7jwt",
    }),
  },
  {
    rule: IPV6,
    why: "the JDBC address has user and password as parameters, and the direct host (Metabase's page on its application database)",
    ...hosted("docker.io/metabase/metabase", "v0.50.20", {
      MB_JETTY_PORT: "8000",
      MB_DB_CONNECTION_URI: `jdbc:postgresql://${DIRECT}:5432/postgres?user=postgres&password=${CANARY}`,
    }),
  },
  {
    rule: MALFORMED,
    why: "KC_DB_URL is a JDBC address, and PostgreSQL's driver refuses another (Keycloak's page on databases)",
    ...soundBy(
      { KC_DB: "postgres", KC_DB_URL: SESSION, KC_HTTP_PORT: "8000", KC_HTTP_ENABLED: "true" },
      { ...docker, ...bare, command: null },
    ),
  },
  {
    rule: MALFORMED,
    why: "one slash, so the driver says that it does not accept the address (railwayapp-templates/postgres-ssl, issue 8)",
    command: "java -jar app.jar",
    ...soundBy(spring(`jdbc:postgresql:/${POOL}:5432/postgres`), java),
  },
  {
    rule: MALFORMED,
    why: "the subprotocol is postgresql, and no driver takes jdbc:postgres (spring-cloud/spring-cloud-bindings, pull request 53)",
    command: "java -jar app.jar",
    ...soundBy(spring(`jdbc:postgres://${POOL}:5432/postgres`), java),
  },
  {
    rule: `${MALFORMED}|${ENDPOINT}`,
    why: "a JDBC address has no user before the host, so this one's host has the password in it (pgJDBC's page on connecting)",
    command: "java -jar app.jar",
    ...soundBy(spring(`jdbc:${SESSION}`), java),
  },
  {
    rule: `${MALFORMED}|${ENDPOINT}`,
    why: "the project's address of its API is no connection URL (Supabase's page on connecting)",
    command: "./bin/api",
    ...soundBy({ DATABASE_URL: `https://${REF}.supabase.co` }, go),
  },
  {
    rule: ENDPOINT,
    why: "the host of the API answers no PostgreSQL: the database's is db.REF.supabase.co (Supabase's page on connecting)",
    command: "node dist/main.js",
    ...soundBy({ DATABASE_URL: url("postgres", `${REF}.supabase.co:5432/postgres`) }, node),
  },
  {
    rule: `${IPV6}|${ENDPOINT}|${TENANT}`,
    why: "the user is the pooler's and the host the direct one (supabase/supabase, pull request 49869)",
    ...soundBy({ DATABASE_URL: url(USER, `${DIRECT}:5432/postgres`) }, { driver: "psycopg2" }),
  },
  {
    rule: `${MALFORMED}|${ENDPOINT}`,
    why: "DB_HOST has the port too: could not translate host name (HansSchouten/Laravel-Pagebuilder, issue 127)",
    command: "php artisan serve --host=0.0.0.0 --port=$PORT",
    ...soundBy(laravel({ DB_HOST: `${POOL}:5432` }), { ...docker, ...bare }),
  },
  {
    rule: `${LOCAL}|${NETWORK}|service/unknown-peer`,
    why: "the name is a compose file's container, which no name server of Render's knows (firefly-iii/firefly-iii, issue 1838)",
    ...hosted("docker.io/fireflyiii/core", "version-6.1.21", laravel({ DB_HOST: "firefly_iii_db" })),
  },
  {
    rule: `${LOCAL}|${NETWORK}|service/unknown-peer`,
    why: "db is the compose file's service (docmost/docmost, issue 1510)",
    ...hosted("docker.io/docmost/docmost", "0.8.4", {
      APP_URL: "https://wiki.marsh.example.org",
      APP_SECRET: "0d2a581371de7e64eaba49760ccbeb30",
      DATABASE_URL: `postgresql://docmost:${CANARY}@db:5432/docmost?schema=public`,
      REDIS_URL: "redis://red-d0heron0marsh0canary:6379",
    }),
  },
  {
    rule: `${LOCAL}|${NETWORK}`,
    why: "redis.railway.internal is Railway's private name: getaddrinfo ENOTFOUND (medusajs/medusa, issue 10494)",
    command: "npx medusa start --host 0.0.0.0 --port $PORT",
    ...soundBy(
      { DATABASE_URL: SESSION, REDIS_URL: "redis://default:Zq7heron@redis.railway.internal:6379" },
      node,
    ),
  },
  {
    rule: `${LOCAL}|${NETWORK}|${REFUSED}`,
    why: "the example's cache is on the machine itself: redis disconnected (evolution-foundation/evolution-api, issue 1869)",
    ...hosted("docker.io/atendai/evolution-api", "v2.2.3", {
      SERVER_PORT: "8000",
      AUTHENTICATION_API_KEY: "marsh4Heron9key",
      DATABASE_PROVIDER: "postgresql",
      DATABASE_CONNECTION_URI: SESSION,
      CACHE_REDIS_ENABLED: "true",
      CACHE_REDIS_URI: "redis://localhost:6379/6",
    }),
  },
  {
    rule: IPV6,
    why: "the pairs name the direct host (supabase/cli, issue 1910; Supabase's page on connecting)",
    command: "dotnet Marsh.Web.dll --urls http://0.0.0.0:8000",
    ...soundBy(
      {
        ConnectionStrings__DefaultConnection: `Host=${DIRECT};Database=postgres;Username=postgres;Password=${CANARY};SSL Mode=Require`,
      },
      dotnet,
    ),
  },
];
