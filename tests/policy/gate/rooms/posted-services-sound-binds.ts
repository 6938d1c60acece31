import { java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import { container, pooled, runs, SESSION, sound } from "./posted-services-form";

const STORE = "redis://red-d1plum0terrace0canary:6379";
const database = { DATABASE_URL: SESSION };

/** The same of Node, Ruby, PHP, Java and Go, and of workers and jobs. */
export const POSTED_SOUND_BINDS: readonly ExplainedCase[] = [
  runs("nodemon is slow, and serves (govau/chameleon, issue 28)", "npx nodemon server.js", node),
  runs(
    "Next listens on every address without -H (vercel/next.js's page on its command line)",
    "npx next start -p $PORT",
    node,
  ),
  sound("the standalone server's own default is every address (vercel/next.js, pull request 54445)", {
    ...node,
    command: "node .next/standalone/server.js",
    variables: { HOSTNAME: "0.0.0.0" },
  }),
  sound("HOST is every address (textbee/textbee, pull request 222)", {
    ...node,
    command: "node dist/main.js",
    variables: { HOST: "0.0.0.0", NODE_VERSION: "20.x", ...database },
  }),
  sound("a version with its v (Render's page on Node's version)", {
    ...node,
    command: "npm run start:prod",
    variables: { NODE_VERSION: "v22.14.0", ...database },
  }),
  sound("a major version alone (redwoodjs/graphql, issue 8508)", {
    ...node,
    command: "yarn start",
    variables: { NODE_VERSION: "18", ...database },
  }),
  runs("a server of Nitro's (TanStack/cli, pull request 507)", "node .output/server/index.mjs", node),
  runs(
    "rails server reads PORT itself (spree/spree-starter, pull request 1240)",
    "bundle exec rails server -b 0.0.0.0",
    ruby,
  ),
  sound("in production rails server listens on every address (Rails's guide on its command line)", {
    ...ruby,
    command: "bundle exec rails server -p $PORT -e production",
    variables: { RAILS_ENV: "production", ...database },
  }),
  sound("no worker processes, one process of Puma's (appdev-projects/rails-8-template, pull request 22)", {
    ...ruby,
    command: "bundle exec puma -C config/puma.rb",
    variables: { WEB_CONCURRENCY: "0", RAILS_MAX_THREADS: "3", ...database },
  }),
  sound("Solid Queue in a worker of its own (AllYourBot/hostedgpt, pull request 47)", {
    kind: "worker",
    ...ruby,
    command: "bundle exec bin/jobs",
    variables: database,
  }),
  runs("PHP's own server is given every address", "php -S 0.0.0.0:$PORT -t public", container),
  runs(
    "artisan is given both",
    "php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT",
    container,
  ),
  sound("the schedule's worker goes on (Laravel's page on scheduling)", {
    kind: "worker",
    ...container,
    command: "php artisan schedule:work",
  }),
  sound("one run of the schedule each minute (Laravel's page on scheduling)", {
    kind: "cron",
    ...container,
    command: "php artisan schedule:run",
    properties: { ...container.properties, schedule: "* * * * *" },
  }),
  runs(
    "the property is before the jar (knative/docs, pull request 523)",
    "java -Dserver.port=$PORT -jar target/shop.jar",
    java,
  ),
  runs(
    "the option has its -- (Spring Boot's page on its properties)",
    "java -jar target/shop.jar --server.port=$PORT",
    java,
  ),
  sound("the health check is below the context path (Spring Boot's page on its properties)", {
    ...java,
    command: "java -jar target/shop.jar",
    variables: { SERVER_PORT: "8000", SERVER_SERVLET_CONTEXT_PATH: "/api" },
    properties: { ...java.properties, healthCheckPath: "/api/actuator/health" },
  }),
  sound("the management port is the server's own", {
    ...java,
    command: "java -jar target/shop.jar",
    variables: { SERVER_PORT: "8000", MANAGEMENT_SERVER_PORT: "8000" },
    properties: { ...java.properties, healthCheckPath: "/actuator/health" },
  }),
  runs("Go's own form of every address", "./bin/api -addr :8000", go),
  sound("Gradio is given both by its variables (SWHL/LLaMADemo, issue 1)", {
    command: "python app.py",
    ...bare,
    variables: { GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "8000" },
  }),
  runs(
    "Streamlit listens on every address (Streamlit's page on its options)",
    "streamlit run app.py --server.port $PORT --server.headless true",
    bare,
  ),
  runs("serve is given the port (serve's README)", "npx serve -s dist -l $PORT", { ...node, ...bare }),
  runs(
    "supervisord stays with -n (Supervisor's page on running it)",
    "supervisord -n -c supervisord.conf",
    container,
  ),
  runs(
    "Deno is allowed both (Deno's page on permissions)",
    "deno run --allow-net --allow-env src/main.ts",
    container,
  ),
  sound("a worker of rq's with its store (tecladocode/rest-apis-flask-python, pull request 85)", {
    kind: "worker",
    driver: "psycopg2",
    command: "rq worker emails --url $REDIS_URL",
    variables: { REDIS_URL: STORE, ...database },
  }),
  sound("arq in a worker (polarsource/polar, pull request 5596)", {
    kind: "worker",
    command: "arq app.worker.WorkerSettings",
    variables: { REDIS_URL: STORE, DATABASE_URL: pooled("5432/postgres", "postgresql") },
  }),
  sound("a path with a slash at its end (fastapi/full-stack-fastapi-template, pull request 2314)", {
    properties: { healthCheckPath: "/api/v1/utils/health-check/" },
    variables: { PYTHON_VERSION: "3.12.3", ...database },
  }),
  sound("every six hours (node-cron/node-cron, issue 380)", {
    kind: "cron",
    driver: "none",
    command: "python -m shop.crawl",
    properties: { schedule: "0 */6 * * *" },
  }),
];
