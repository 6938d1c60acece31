import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import { IN_DOCKER, works, worksOf } from "./twenty-seventh-form";

const django = { driver: "psycopg2" } as const;
const page = { ...node, ...bare } as const;

/** Servers that listen on all interfaces, at the port that is given. */
export const SOUND_BINDS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  works(
    "Render's page on FastAPI, with two workers",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --workers 2",
  ),
  works(
    "behind Render's proxy (uvicorn's page on settings)",
    "uvicorn app.main:app --host 0.0.0.0 --port $PORT --proxy-headers --forwarded-allow-ips='*'",
  ),
  works("an equals sign and braces", "python -m uvicorn src.main:app --host=0.0.0.0 --port=${PORT}"),
  works("fastapi run listens on 0.0.0.0 (FastAPI's page on its command)", "fastapi run main.py --port $PORT"),
  works(
    "uv runs what the project has (FastAPI's page on Docker)",
    "uv run fastapi run app/main.py --host 0.0.0.0 --port $PORT --workers 2",
  ),
  works("Poetry runs it (StackOverflow)", "poetry run uvicorn brook.main:app --host 0.0.0.0 --port $PORT"),
  works(
    "gunicorn with uvicorn's worker (uvicorn's page on deployment)",
    "gunicorn -k uvicorn.workers.UvicornWorker -w 2 -b 0.0.0.0:$PORT brook.main:app",
  ),
  works(
    "gunicorn reads PORT where no bind is given (gunicorn's page on settings)",
    "gunicorn app:app",
    django,
  ),
  works(
    "a factory (gunicorn's page on running)",
    "gunicorn 'brook:create_app()' --bind 0.0.0.0:$PORT --timeout 120",
    django,
  ),
  works("no host before the colon is all of them", "gunicorn wsgi:app --bind :$PORT --threads 8", django),
  works("host and port are given", "flask --app api run --host=0.0.0.0 --port=$PORT", django),
  works(
    "runserver with an address of all interfaces",
    "python manage.py migrate && python manage.py runserver 0.0.0.0:$PORT",
    django,
  ),
  works("daphne with -b", "daphne -b 0.0.0.0 -p $PORT brook.asgi:application", django),
  works("hypercorn with a bind", "hypercorn main:app --bind 0.0.0.0:$PORT --workers 2"),
  works("sanic with a host", "sanic server.app --host=0.0.0.0 --port=$PORT --workers=2"),
  works(
    "Streamlit on Render (prof-rossetti/intro-to-python, issue 127)",
    "streamlit run app.py --server.address 0.0.0.0 --server.port $PORT",
  ),
  worksOf(
    "Streamlit's variables (Aider-AI/aider, issue 2022)",
    {
      STREAMLIT_SERVER_PORT: "8000",
      STREAMLIT_SERVER_ADDRESS: "0.0.0.0",
      STREAMLIT_SERVER_HEADLESS: "true",
    },
    { command: "streamlit run app.py" },
  ),
  works("waitress listens on all interfaces by itself", "waitress-serve --port=$PORT wsgi:app", django),
  works(
    "next start listens on all interfaces by itself (Next's page on its command)",
    "npx next start -p $PORT",
    node,
  ),
  worksOf(
    "HOSTNAME of all interfaces (vercel/next.js, pull request 52804)",
    { HOSTNAME: "0.0.0.0" },
    { ...node, command: "node .next/standalone/server.js" },
  ),
  worksOf(
    "Nitro with HOST (Nitro's page on its Node server)",
    { HOST: "0.0.0.0", NODE_ENV: "production" },
    { ...node, command: "node .output/server/index.mjs" },
  ),
  worksOf(
    "adapter-node listens on 0.0.0.0 by itself (SvelteKit's page on Node servers)",
    { ORIGIN: "https://dipper-brook.onrender.com" },
    { ...node, command: "node build" },
  ),
  works("serve at the given port (vercel/serve's README)", "npx serve -s dist -l tcp://0.0.0.0:$PORT", page),
  works("http-server listens on all interfaces by itself", "npx http-server dist -p $PORT -c-1", page),
  works(
    "fastify's command with an address (fastify/fastify-cli's README)",
    "npx fastify start -a 0.0.0.0 -p $PORT app.js",
    node,
  ),
  works("Puma on all interfaces", "bundle exec puma -t 5:5 -b tcp://0.0.0.0:$PORT -e production", ruby),
  works("Render's page on Rails", "bundle exec rails server -b 0.0.0.0 -p $PORT -e production", ruby),
  works("artisan serve with host and port", "php artisan serve --host 0.0.0.0 --port $PORT", IN_DOCKER),
  works("Spring's port as an argument", "java -jar target/brook.jar --server.port=$PORT", IN_DOCKER),
  worksOf(
    "Kestrel on all interfaces (Microsoft's page on Kestrel's endpoints)",
    { ASPNETCORE_URLS: "http://+:8000", ASPNETCORE_ENVIRONMENT: "Production" },
    { ...IN_DOCKER, command: "dotnet Brook.Api.dll" },
  ),
  works("PocketBase on all interfaces, with its data on a disk", "./pocketbase serve --http=0.0.0.0:$PORT", {
    ...go,
    ...bare,
    properties: { disk: { name: "data", mountPath: "/opt/render/project/src/pb_data", sizeGb: 1 } },
  }),
];
