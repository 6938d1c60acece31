import type { ExplainedCase } from "../nineteenth-form";
import { AGREEMENT, BIND, contained, GO, laravel, NODE, RAILS, spring, started } from "./twenty-ninth-form";

/** Servers that listen for themselves alone, or on another port. */
export const REJECTED_BINDS_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  {
    rule: BIND,
    ...started(
      "uvicorn's default host is 127.0.0.1 (Render's page on port binding)",
      "uvicorn app.main:app --port $PORT",
    ),
  },
  {
    rule: AGREEMENT,
    ...started(
      "the port of the tutorial, not the service's (biisal/chatgpt-bot, issue 2)",
      "uvicorn main:app --host 0.0.0.0 --port 8080",
    ),
  },
  {
    rule: BIND,
    ...started(
      "gunicorn is bound to the loopback (textbee/textbee, pull request 222, the same in Node)",
      "gunicorn -w 2 -k uvicorn.workers.UvicornWorker -b 127.0.0.1:$PORT app.main:app",
    ),
  },
  {
    rule: BIND,
    ...started("flask run listens on 127.0.0.1 (common)", "flask --app wsgi run --port $PORT", {
      driver: "psycopg2",
    }),
  },
  {
    rule: BIND,
    ...started(
      "runserver with a port alone listens on 127.0.0.1 (common)",
      "python manage.py migrate && python manage.py runserver 8000",
      { driver: "psycopg2" },
    ),
  },
  {
    rule: BIND,
    ...started(
      "next is given localhost as its host (elizaOS/eliza, issue 3514, of the same kind)",
      "npx next start -H localhost -p $PORT",
      { runtime: "node", driver: "node-postgres" },
    ),
  },
  {
    rule: BIND,
    ...NODE,
    why: "Next's standalone server listens on HOSTNAME (common; Next's page on self-hosting)",
    command: "node .next/standalone/server.js",
    variables: { HOSTNAME: "localhost" },
  },
  {
    rule: BIND,
    ...NODE,
    why: "Nitro's server listens on NITRO_HOST (common; Nitro's page on the Node preset)",
    command: "node .output/server/index.mjs",
    variables: { NITRO_HOST: "127.0.0.1" },
  },
  {
    rule: BIND,
    ...RAILS,
    why: "-b localhost is what the development notes have (rails/rails, issue 28500)",
    command: "bundle exec rails server -b localhost -p $PORT -e production",
  },
  {
    rule: AGREEMENT,
    ...RAILS,
    why: "puma is given Rails' 3000 (common)",
    command: "bundle exec puma -b tcp://0.0.0.0:3000 -e production",
  },
  {
    rule: BIND,
    ...contained,
    why: "artisan serve listens on 127.0.0.1 (common)",
    command: "php artisan serve --port=$PORT",
    variables: laravel(),
  },
  {
    rule: BIND,
    ...contained,
    why: "SERVER_ADDRESS is Spring's server.address (common; Spring Boot's application properties)",
    command: "java -jar app.jar --server.port=$PORT",
    variables: spring({ SERVER_ADDRESS: "127.0.0.1" }),
  },
  {
    rule: AGREEMENT,
    ...contained,
    why: "Spring's 8080 is written into the command (common)",
    command: "java -Dserver.port=8080 -jar target/app.jar",
    variables: spring(),
  },
  {
    rule: `${AGREEMENT}|port/standard`,
    ...started(
      "Streamlit's own port (common; Render's community on Streamlit)",
      "streamlit run app.py --server.port 8501 --server.address 0.0.0.0",
    ),
  },
  {
    rule: AGREEMENT,
    ...started(
      "FLASK_RUN_PORT is set nowhere, so it is 5000 (common)",
      "gunicorn app:app --bind 0.0.0.0:${FLASK_RUN_PORT:-5000}",
    ),
  },
  {
    rule: BIND,
    ...GO,
    why: "the address flag names localhost (GRVYDEV/Lightspeed-webrtc, issue 10)",
    command: "./app --addr localhost:8000",
  },
  {
    rule: BIND,
    ...started(
      "fastapi dev listens on 127.0.0.1 (common; FastAPI's page on its command line)",
      "fastapi dev app/main.py --port $PORT",
    ),
  },
  {
    rule: "port/reserved|port/standard|port/agreement",
    ...NODE,
    why: "19099 is Render's own (Render's page on port binding)",
    variables: { PORT: "19099" },
  },
];
