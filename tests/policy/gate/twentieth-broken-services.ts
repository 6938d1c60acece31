import { docker, dotnet, java, LOOPBACK, PORT, START, soundWeb } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { image } from "./twentieth-form";
import { bare, node } from "./written";

/** Services that no request reaches: the address or the port is not the one that Render asks. */
export const REJECTED_SERVICES_OF_TWENTIETH: readonly ExplainedCase[] = [
  {
    rule: LOOPBACK,
    why: "dagster-webserver's host is 127.0.0.1 unless -h names one (Dagster's page on its command line)",
    ...soundWeb("dagster-webserver -w workspace.yaml -p $PORT", { driver: "psycopg2" }),
  },
  {
    rule: LOOPBACK,
    why: "chainlit run listens on 127.0.0.1 unless --host is there (Chainlit's page on its command line)",
    ...soundWeb("chainlit run app.py --headless --port $PORT"),
  },
  {
    rule: LOOPBACK,
    why: "litestar run has 127.0.0.1 as its default host (Litestar's page on its command line)",
    ...soundWeb("poetry run litestar --app orchard.app:app run --port $PORT"),
  },
  {
    rule: LOOPBACK,
    why: "doppler and poetry start hypercorn, which binds 127.0.0.1 as it says",
    ...soundWeb("doppler run -- poetry run hypercorn orchard.asgi:app --bind 127.0.0.1:$PORT"),
  },
  {
    rule: LOOPBACK,
    why: "PHP's own server listens on the address in its argument, localhost (PHP's manual)",
    ...soundWeb("php -S localhost:$PORT -t public", { ...docker, ...bare }),
  },
  {
    rule: LOOPBACK,
    why: "--urls names localhost, and Kestrel listens there alone (ASP.NET's page on Kestrel's endpoints)",
    ...soundWeb('bash -lc "cd /app && exec dotnet Orchard.Api.dll --urls http://localhost:8000"', dotnet),
  },
  {
    rule: LOOPBACK,
    why: "a Nuxt server listens on NITRO_HOST (Nitro's page on its Node preset)",
    ...soundWeb("node .output/server/index.mjs", { ...node, variables: { NITRO_HOST: "127.0.0.1" } }),
  },
  {
    rule: LOOPBACK,
    why: "SvelteKit's Node adapter listens on HOST, which is localhost (its page on environment variables)",
    ...soundWeb("node build", {
      ...node,
      variables: { HOST: "localhost", ORIGIN: "https://orchard.press" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "an endpoint of Kestrel's configuration names localhost (ASP.NET's page on Kestrel's endpoints)",
    ...soundWeb("dotnet Orchard.Web.dll", {
      ...dotnet,
      variables: { Kestrel__Endpoints__Http__Url: "http://localhost:8000" },
    }),
  },
  {
    rule: LOOPBACK,
    why: "Quarkus listens on QUARKUS_HTTP_HOST (Quarkus's page on all configuration options)",
    ...soundWeb("java -jar target/quarkus-app/quarkus-run.jar", {
      ...java,
      variables: { QUARKUS_HTTP_HOST: "localhost", QUARKUS_HTTP_PORT: "8000" },
    }),
  },
  {
    rule: PORT,
    why: "Hasura listens on HASURA_GRAPHQL_SERVER_PORT, and Render asks 8000 (Hasura's page on its settings)",
    command: null,
    properties: image("docker.io/hasura/graphql-engine", "v2.44.0"),
    variables: { HASURA_GRAPHQL_SERVER_PORT: "8080", HASURA_GRAPHQL_ENABLE_CONSOLE: "false" },
    ...bare,
  },
  {
    rule: PORT,
    why: "the system property server.port is Spring Boot's port, 8080 (Boot's page on external configuration)",
    ...soundWeb("java -Dserver.port=8080 -XX:MaxRAMPercentage=70 -jar build/libs/orchard.jar", java),
  },
  {
    rule: `${PORT}|${START}`,
    why: "%PORT% is an expansion of Windows: waitress gets these six characters and ends",
    ...soundWeb("waitress-serve --host=0.0.0.0 --port=%PORT% orchard.wsgi:application", {
      driver: "psycopg2",
    }),
  },
  {
    rule: PORT,
    why: "the command sets PORT anew before gunicorn's bind is expanded",
    ...soundWeb("export PORT=5000 && exec gunicorn -b 0.0.0.0:$PORT --threads 8 orchard:create_app()", {
      driver: "psycopg2",
    }),
  },
  {
    rule: PORT,
    why: "Keycloak's HTTP listener is at --http-port (Keycloak's page on all configuration)",
    ...soundWeb(
      "/opt/keycloak/bin/kc.sh start --optimized --http-enabled=true --http-port=8080 --hostname=id.orchard.press --proxy-headers=xforwarded",
      { properties: image("ghcr.io/orchard-press/keycloak", "26.0.7"), ...bare },
    ),
  },
];
