import { java, LOOPBACK } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import { broken, container, DEBUG, fails } from "./posted-services-form";

/** Servers that listen where no request comes. */
export const POSTED_BINDS: readonly ExplainedCase[] = [
  fails(
    LOOPBACK,
    "uvicorn listens on 127.0.0.1 without --host (fastapi/fastapi, issue 5435)",
    "python -m uvicorn main:app --port=$PORT",
  ),
  fails(
    `${LOOPBACK}|${DEBUG}`,
    "fastapi dev listens on 127.0.0.1 (ISKME/Open-Metadata-Exchange, pull request 60)",
    "uv run fastapi dev --port=8000 server/main.py",
  ),
  fails(
    LOOPBACK,
    "the address is the loopback (benoitc/gunicorn, issue 3320)",
    "gunicorn --workers 3 -b 127.0.0.1:8000 app:app",
    {
      driver: "psycopg2",
    },
  ),
  fails(
    LOOPBACK,
    "flask run listens on 127.0.0.1 without --host (tecladocode/rest-apis-flask-python, pull request 82)",
    "flask db upgrade && flask run -p $PORT",
    { driver: "psycopg2" },
  ),
  broken(LOOPBACK, "Flask's command reads FLASK_RUN_HOST (Flask's page on its command line)", {
    command: "flask run --port $PORT",
    driver: "psycopg2",
    variables: { FLASK_APP: "shop", FLASK_RUN_HOST: "127.0.0.1" },
  }),
  fails(
    `${LOOPBACK}|${DEBUG}`,
    "runserver with a port alone listens on 127.0.0.1 (Django's page on django-admin)",
    "python manage.py runserver $PORT",
    { driver: "psycopg2" },
  ),
  broken(LOOPBACK, "uvicorn reads UVICORN_HOST where --host is not there (uvicorn's page on its settings)", {
    command: "uvicorn main:app --port $PORT",
    variables: { UVICORN_HOST: "127.0.0.1" },
  }),
  broken(LOOPBACK, "gunicorn reads its options from GUNICORN_CMD_ARGS (gunicorn's page on its settings)", {
    command: "gunicorn shop.wsgi:application",
    driver: "psycopg2",
    variables: { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:8000 --workers=2" },
  }),
  fails(
    LOOPBACK,
    "Next listens on the name of -H (vercel/next.js, issue 44043)",
    "npx next start -H localhost -p $PORT",
    node,
  ),
  broken(LOOPBACK, "the standalone server listens on HOSTNAME (vercel/next.js, pull request 52283)", {
    ...node,
    command: "node .next/standalone/server.js",
    variables: { HOSTNAME: "127.0.0.1" },
  }),
  broken(
    LOOPBACK,
    "the application binds to the address of its variable (safe-global/safe-client-gateway, pull request 3249)",
    {
      ...node,
      command: "node dist/src/main.js",
      variables: { APPLICATION_HOST: "127.0.0.1", APPLICATION_PORT: "8000" },
    },
  ),
  broken(LOOPBACK, "Nest's Fastify adapter is given the name of HOST (textbee/textbee, pull request 222)", {
    ...node,
    command: "node dist/main.js",
    variables: { HOST: "localhost" },
  }),
  fails(
    LOOPBACK,
    "Vite's server listens on localhost without --host (Vite's page on its server)",
    "npx vite --port $PORT",
    {
      ...node,
      ...bare,
    },
  ),
  fails(
    LOOPBACK,
    "PHP's own server is given localhost (laradock/laradock, issue 945's kind)",
    "php -S localhost:$PORT -t public",
    container,
  ),
  fails(
    LOOPBACK,
    "Puma is given the loopback (clearstack.io, on Puma's binds)",
    "bundle exec puma -b tcp://127.0.0.1:$PORT -e production",
    ruby,
  ),
  broken(
    `${LOOPBACK}|${DEBUG}`,
    "rails server listens on localhost in development (Rails's guide on its command line)",
    {
      ...ruby,
      command: "bundle exec rails server -p $PORT",
      variables: { RAILS_ENV: "development" },
    },
  ),
  broken(LOOPBACK, "Spring listens on SERVER_ADDRESS (Spring Boot's page on its properties)", {
    ...java,
    command: "java -jar target/shop.jar",
    variables: { SERVER_PORT: "8000", SERVER_ADDRESS: "127.0.0.1" },
  }),
  fails(
    LOOPBACK,
    "the address is the loopback (psidh/Ganges, pull request 26)",
    "./bin/api -addr localhost:8000",
    go,
  ),
  broken(LOOPBACK, "Gradio listens on GRADIO_SERVER_NAME (SCUTlihaoyu/open-chat-video-editor, issue 22)", {
    command: "python app.py",
    ...bare,
    variables: { GRADIO_SERVER_NAME: "127.0.0.1", GRADIO_SERVER_PORT: "8000" },
  }),
  fails(
    LOOPBACK,
    "Streamlit is given localhost (xtekky/gpt4free, pull request 489)",
    "streamlit run app.py --server.port $PORT --server.address localhost",
    bare,
  ),
  fails(
    LOOPBACK,
    "Granian listens on 127.0.0.1 without --host (Granian's README)",
    "granian --interface asgi main:app --port $PORT",
  ),
  fails(
    LOOPBACK,
    "Litestar's command listens on 127.0.0.1 without --host (Litestar's page on its command line)",
    "litestar --app main:app run --port $PORT",
  ),
  fails(
    LOOPBACK,
    "FastMCP's command listens on 127.0.0.1 without --host (FastMCP's page on its command line)",
    "fastmcp run server.py --transport http --port $PORT",
    bare,
  ),
];
