import { dotnet, java, LOOPBACK } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { bareDocker, bareNode, HOSTS, refused, SESSION, wrong } from "./twenty-eighth-form";

const django = { driver: "psycopg2" } as const;

/** What listens for its own machine alone, which neither Render's port scan nor its proxy reaches. */
export const REJECTED_BINDS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  refused(
    LOOPBACK,
    "uvicorn without --host listens on 127.0.0.1 (Azure-Samples/rag-postgres-openai-python, pull request 74)",
    "uvicorn app.main:app --port $PORT",
  ),
  refused(
    LOOPBACK,
    "the address of a development machine was left in (AgentsKit-io/agentskit, pull request 1057)",
    "uvicorn app.main:app --host 127.0.0.1 --port $PORT --proxy-headers",
  ),
  refused(
    LOOPBACK,
    "fastapi dev is for the own machine and listens there (FastAPI's page on its CLI)",
    "fastapi dev app/main.py --port $PORT",
  ),
  refused(
    LOOPBACK,
    "flask run listens on 127.0.0.1 unless --host says otherwise (Flask's page on its quickstart)",
    "flask --app api run --port $PORT",
    bare,
  ),
  refused(
    LOOPBACK,
    "runserver with a port alone listens on 127.0.0.1 (Django's page on django-admin)",
    "python manage.py runserver $PORT",
    django,
  ),
  refused(
    LOOPBACK,
    "the bind of a server behind its own nginx, and no nginx is here (benoitc/gunicorn, issue 3320)",
    "gunicorn --workers 3 -b 127.0.0.1:8000 app:app",
    django,
  ),
  refused(
    LOOPBACK,
    "hypercorn's default bind is 127.0.0.1:8000 (hypercorn's page on its configuration)",
    "hypercorn app.main:app",
  ),
  refused(
    LOOPBACK,
    "waitress listens on the loopback (waitress' page on waitress-serve)",
    "waitress-serve --listen=127.0.0.1:8000 app:app",
    bare,
  ),
  refused(
    LOOPBACK,
    "litestar run listens on 127.0.0.1 by default (Litestar's page on its CLI)",
    "litestar --app app.main:app run --port $PORT",
  ),
  refused(
    LOOPBACK,
    "Sanic listens on 127.0.0.1 by default (Sanic's page on running)",
    "sanic app.server:app --port=$PORT --workers=1",
  ),
  refused(
    LOOPBACK,
    "daphne without -b listens on 127.0.0.1 (Daphne's README)",
    "daphne -p $PORT config.asgi:application",
    django,
  ),
  refused(
    LOOPBACK,
    "a loopback host in the variable that uvicorn reads (uvicorn's page on its settings)",
    "uvicorn app.main:app --port $PORT",
    { variables: { UVICORN_HOST: "localhost" } },
  ),
  refused(
    LOOPBACK,
    "MLflow's server listens on 127.0.0.1 without --host (MLflow's page on its tracking server)",
    "mlflow server --port $PORT",
    bare,
  ),
  refused(
    `${LOOPBACK}|${HOSTS}`,
    "vite preview without --host listens on localhost (Vite's page on preview options)",
    "npx vite preview --port $PORT",
    bareNode,
  ),
  refused(
    `${LOOPBACK}|${HOSTS}`,
    "the development server of Vite, for localhost alone (vitejs/vite, issue 10818)",
    "npx vite --port $PORT",
    bareNode,
  ),
  refused(
    `${LOOPBACK}|${HOSTS}`,
    "ng serve listens on localhost (Angular's page on ng serve)",
    "npx ng serve --port $PORT",
    bareNode,
  ),
  refused(
    LOOPBACK,
    "Next listens on the loopback (vercel/next.js, pull request 55450)",
    "npx next start -H 127.0.0.1 -p $PORT",
    node,
  ),
  refused(
    LOOPBACK,
    "the standalone server listens on HOSTNAME, and it is localhost (vercel/next.js, pull request 55450)",
    "node .next/standalone/server.js",
    { ...bareNode, variables: { HOSTNAME: "localhost", DATABASE_URL: SESSION } },
  ),
  refused(
    LOOPBACK,
    "the server binds to 127.0.0.1 (Puma's README on binding)",
    "bundle exec puma -b tcp://127.0.0.1:$PORT config.ru",
    ruby,
  ),
  refused(
    LOOPBACK,
    "rails server is given the loopback (Rails' guide to the command line)",
    "bundle exec rails server -b 127.0.0.1 -p $PORT -e production",
    ruby,
  ),
  refused(
    LOOPBACK,
    "artisan serve without --host listens on 127.0.0.1 (learnk8s/learnk8s.io, issue 75)",
    "php artisan serve --port=$PORT",
    bareDocker,
  ),
  refused(
    LOOPBACK,
    "PHP's own server is given localhost (PHP's page on its built-in web server)",
    "php -S localhost:$PORT -t public",
    bareDocker,
  ),
  refused(
    LOOPBACK,
    "Spring's server.address is the loopback (Spring Boot's list of properties)",
    "java -jar app.jar",
    { ...java, variables: { SERVER_PORT: "8000", SERVER_ADDRESS: "127.0.0.1" } },
  ),
  wrong(
    LOOPBACK,
    "Kestrel listens where ASPNETCORE_URLS says, on localhost (ASP.NET Core's page on Kestrel's endpoints)",
    { ASPNETCORE_URLS: "http://localhost:8000" },
    { command: "dotnet Fen.Api.dll", ...dotnet },
  ),
];
