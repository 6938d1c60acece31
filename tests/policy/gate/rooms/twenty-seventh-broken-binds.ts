import { LOOPBACK, PORT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { broken, brokenOf, HOSTS, IN_DOCKER, NEED } from "./twenty-seventh-form";

const django = { driver: "psycopg2" } as const;

/** Servers that listen for their own machine alone, or at another port than the one that is given. */
export const REJECTED_BINDS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  broken(
    LOOPBACK,
    "uvicorn without --host listens on 127.0.0.1 (fastapi/fastapi, issue 5435)",
    "uvicorn main:app --port $PORT",
  ),
  broken(
    LOOPBACK,
    "the command of a laptop, on 127.0.0.1:8000 (fastapi/fastapi, issue 1170)",
    "uvicorn app.main:app --reload",
  ),
  broken(
    LOOPBACK,
    "fastapi dev listens on 127.0.0.1 (ISKME/Open-Metadata-Exchange, pull request 60)",
    "fastapi dev main.py --port $PORT",
  ),
  broken(
    LOOPBACK,
    "python -m uvicorn with localhost (StackOverflow: no open ports detected on Render)",
    "python -m uvicorn src.main:app --host localhost --port $PORT",
  ),
  broken(
    `${LOOPBACK}|${PORT}`,
    "flask run is at 127.0.0.1:5000 (Flask's page on its server; StackOverflow 7023052)",
    "flask run",
    django,
  ),
  broken(
    PORT,
    "host is right, and the port is Flask's 5000 (StackOverflow 7023052)",
    "flask --app api run --host=0.0.0.0",
    django,
  ),
  broken(
    LOOPBACK,
    "runserver's own address is 127.0.0.1:8000 (Django's page on runserver)",
    "python manage.py runserver",
    django,
  ),
  broken(
    LOOPBACK,
    "a port alone leaves runserver on the loopback (StackOverflow 1621457)",
    "python manage.py migrate && python manage.py runserver $PORT",
    django,
  ),
  broken(
    LOOPBACK,
    "gunicorn is bound to localhost (Render's page on port binding)",
    "gunicorn brook.wsgi:application -b localhost:$PORT --workers 2",
    django,
  ),
  broken(
    LOOPBACK,
    "hypercorn's own bind is 127.0.0.1:8000 (Hypercorn's page on its configuration)",
    "hypercorn main:app --workers 2",
  ),
  broken(
    LOOPBACK,
    "daphne without -b listens on 127.0.0.1 (Daphne's README)",
    "daphne -p $PORT brook.asgi:application",
    django,
  ),
  broken(
    LOOPBACK,
    "sanic's own host is 127.0.0.1 (Sanic's page on running)",
    "sanic server.app --port=$PORT --workers=2",
  ),
  broken(
    PORT,
    "Streamlit's own port is 8501 (narayana-3005/RAG-based-Financial-Analysis-Chatbot, pull request 4)",
    "streamlit run app.py --server.address 0.0.0.0",
  ),
  broken(
    PORT,
    "the port is typed, and it is not the one that is given (Roestlab/massdash, issue 80)",
    "streamlit run streamlit_app.py --server.port 8080 --server.address 0.0.0.0",
  ),
  broken(
    PORT,
    "waitress is at 5000, and the service at 8000 (Waitress's page on waitress-serve)",
    "waitress-serve --host=0.0.0.0 --port=5000 wsgi:app",
    django,
  ),
  broken(
    PORT,
    "uvicorn opens the typed port 10000 (nycnoise/nycnoise, issue 160)",
    "uvicorn brook.main:app --host 0.0.0.0 --port 10000",
  ),
  broken(
    PORT,
    "in single quotes the shell leaves $PORT as it is, which is no integer (KonstantinMB/exploreyc, pull request 43)",
    "uvicorn main:app --host 0.0.0.0 --port '$PORT'",
  ),
  broken(
    LOOPBACK,
    "fastify's command is given the loopback (fastify/fastify, issue 989)",
    "npx fastify start -a 127.0.0.1 -p $PORT app.js",
    node,
  ),
  broken(
    LOOPBACK,
    "next start is given localhost (vercel/next.js, pull request 55450)",
    "npx next start -H localhost -p $PORT",
    node,
  ),
  brokenOf(
    LOOPBACK,
    "the standalone server listens on HOSTNAME (vercel/next.js, pull request 55450)",
    { HOSTNAME: "localhost" },
    { ...node, command: "node .next/standalone/server.js" },
  ),
  brokenOf(
    LOOPBACK,
    "Nitro's server listens on NITRO_HOST or HOST (Nitro's page on its Node server)",
    { HOST: "127.0.0.1" },
    { ...node, command: "node .output/server/index.mjs" },
  ),
  brokenOf(
    `${LOOPBACK}|${NEED}`,
    "adapter-node listens on HOST (SvelteKit's page on Node servers)",
    { HOST: "127.0.0.1", ORIGIN: "https://dipper-brook.onrender.com" },
    { ...node, command: "node build/index.js" },
  ),
  broken(
    LOOPBACK,
    "json-server's own host is localhost (typicode/json-server's README)",
    "npx json-server@0.17.4 --watch db.json --port $PORT",
    { ...node, ...bare },
  ),
  broken(
    `${PORT}|${HOSTS}`,
    "vite preview's own port is 4173, and it lets through no foreign host (vitejs/vite, issue 19411)",
    "npx vite preview --host",
    { ...node, ...bare },
  ),
  broken(
    HOSTS,
    "vite preview answers localhost alone where no host is allowed (bluewave-labs/Checkmate, issue 3397)",
    "npx vite preview --host 0.0.0.0 --port $PORT",
    { ...node, ...bare },
  ),
  broken(
    LOOPBACK,
    "Puma is bound to the loopback (Puma's README on binding)",
    "bundle exec puma -b tcp://127.0.0.1:$PORT config.ru",
    ruby,
  ),
  broken(
    LOOPBACK,
    "artisan serve without --host is at 127.0.0.1 (Laravel's page on artisan serve)",
    "php artisan serve --port=$PORT",
    IN_DOCKER,
  ),
];
