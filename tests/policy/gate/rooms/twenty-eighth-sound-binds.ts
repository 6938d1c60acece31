import { dotnet, java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, go, node, rust } from "../written";
import { bareDocker, bareNode, holds, rails, runs, SESSION } from "./twenty-eighth-form";

const django = { driver: "psycopg2" } as const;
const PHOENIX = "q7CurlewFen2reedMarsh9sedgeBittern4heronSnipe6warblerDunlin1stiltKnot8";
const page = { properties: { healthCheckPath: "/" } } as const;

/** Servers that listen on every interface, at the port that Render asks. */
export const SOUND_BINDS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  runs(
    "as the pull request ends (OpenCodeIntel/opencodeintel, pull request 319)",
    "exec uvicorn app.main:app --host 0.0.0.0 --port ${PORT:-8000}",
  ),
  runs(
    "the proxy's headers are trusted, as Render's page on FastAPI has it",
    "uvicorn app.main:app --host 0.0.0.0 --port $PORT --proxy-headers --forwarded-allow-ips='*'",
  ),
  runs("fastapi run listens on 0.0.0.0 (FastAPI's page on its CLI)", "fastapi run app/main.py --port $PORT"),
  runs(
    "flask run with a host (Flask's page on its quickstart)",
    "flask --app api run --host 0.0.0.0 --port $PORT",
    bare,
  ),
  runs(
    "gunicorn takes PORT by itself where no bind is given (gunicorn's list of settings)",
    "gunicorn fen.wsgi --log-file -",
    django,
  ),
  runs(
    "a bind without a host is every interface (gunicorn's list of settings)",
    "gunicorn --bind :$PORT --workers 1 --threads 8 --timeout 0 main:app",
    django,
  ),
  runs(
    "a factory in quotes (Flask's page on gunicorn)",
    'gunicorn -w 4 -b 0.0.0.0:$PORT "app:create_app()"',
    django,
  ),
  runs(
    "as the issue ends (keeganhines/snowman, issue 4)",
    "gunicorn snowman.backend.app:app -b 0.0.0.0:$PORT",
    django,
  ),
  runs(
    "uvicorn's worker under gunicorn (FastAPI's page on server workers)",
    "gunicorn app.main:app -w 2 -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT --timeout 120",
  ),
  runs(
    "hypercorn with a bind (hypercorn's page on its configuration)",
    "hypercorn app.main:app --bind 0.0.0.0:$PORT",
  ),
  runs(
    "waitress listens on every interface by default (waitress' page on waitress-serve)",
    "waitress-serve --port=$PORT app:app",
    bare,
  ),
  runs("waitress with an address (waitress' page)", "waitress-serve --listen=0.0.0.0:$PORT app:app", bare),
  runs(
    "Litestar with a host (Litestar's page on its CLI)",
    "litestar --app app.main:app run --host 0.0.0.0 --port $PORT",
  ),
  runs(
    "Sanic with a host (Sanic's page on running)",
    "sanic app.server:app --host=0.0.0.0 --port=$PORT --workers=1",
  ),
  runs(
    "daphne with an address (Daphne's README)",
    "daphne -b 0.0.0.0 -p $PORT config.asgi:application",
    django,
  ),
  runs(
    "granian with a host (granian's README)",
    "granian --interface asgi --host 0.0.0.0 --port $PORT app.main:app",
  ),
  runs("uvicorn reads UVICORN_HOST (uvicorn's page on its settings)", "uvicorn app.main:app --port $PORT", {
    variables: { UVICORN_HOST: "0.0.0.0" },
  }),
  runs("uvicorn reads both from its variables (uvicorn's page on its settings)", "uvicorn app.main:app", {
    variables: { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "8000" },
  }),
  runs(
    "the module's folder is named (uvicorn's page on its settings)",
    "python -m uvicorn main:app --app-dir src --host 0.0.0.0 --port $PORT",
  ),
  runs(
    "Streamlit with PORT, and its own health endpoint (Streamlit's page on deployment)",
    "streamlit run app.py --server.port $PORT --server.address 0.0.0.0 --server.headless true",
    { ...bare, properties: { healthCheckPath: "/_stcore/health" } },
  ),
  holds(
    "Gradio at the port that is set (Gradio's page on environment variables)",
    { GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "8000" },
    { command: "python app.py", ...bare, ...page },
  ),
  runs("next start listens on every interface (Next's page on its CLI)", "npx next start -p $PORT", node),
  runs("next start reads PORT by itself (Next's page on its CLI)", "npx next start", node),
  runs("as the pull request ends (vercel/next.js, pull request 55450)", "node .next/standalone/server.js", {
    ...bareNode,
    variables: { HOSTNAME: "0.0.0.0", DATABASE_URL: SESSION },
  }),
  runs("serve with PORT (serve's README)", "npx serve -s build -l $PORT", { ...bareNode, ...page }),
  runs("an address of tcp:// (serve's README)", "npx serve -s dist -l tcp://0.0.0.0:$PORT", {
    ...bareNode,
    ...page,
  }),
  runs("http-server with PORT (http-server's README)", "npx http-server dist -p $PORT", {
    ...bareNode,
    ...page,
  }),
  runs("the code reads PORT (render-examples/express-hello-world)", "node app.js", node),
  runs("Nest's own script (nestjs/typescript-starter)", "npm run start:prod", node),
  runs(
    "the monorepo's folder first (kwami-labs/kwami, pull request 17)",
    "cd server && node dist/main.js",
    node,
  ),
  runs(
    "Puma with a bind (Puma's README on binding)",
    "bundle exec puma -b tcp://0.0.0.0:$PORT config.ru",
    rails,
  ),
  runs("Rails' own configuration reads PORT (Rails' template)", "bundle exec puma -C config/puma.rb", rails),
  runs(
    "rails server with both (Rails' guide to the command line)",
    "bundle exec rails server -b 0.0.0.0 -p $PORT -e production",
    rails,
  ),
  runs("a Go program that reads PORT (render-examples/go-gin-web-server)", "./app", go),
  runs("a Rust program that reads PORT (Render's page on Rust)", "cargo run --release", rust),
  runs("a release of Phoenix (Render's page on Phoenix)", "_build/prod/rel/fen/bin/fen start", {
    ...elixir,
    variables: { PHX_SERVER: "true", PHX_HOST: "fen.onrender.com", SECRET_KEY_BASE: PHOENIX },
  }),
  runs(
    "Spring reads server.port (Spring Boot's page on the web server)",
    "java -jar app.jar --server.port=$PORT",
    java,
  ),
  runs("a system property (Spring Boot's page on properties)", "java -Dserver.port=$PORT -jar app.jar", java),
  holds(
    "every interface (ASP.NET Core's page on Kestrel's endpoints)",
    { ASPNETCORE_URLS: "http://+:8000" },
    { command: "dotnet Fen.Api.dll", ...dotnet },
  ),
  holds(
    "the newer variable (.NET 8's list of changes)",
    { ASPNETCORE_HTTP_PORTS: "8000" },
    { command: "dotnet Fen.Api.dll", ...dotnet },
  ),
  runs("PHP's own server on every interface (PHP's page)", "php -S 0.0.0.0:$PORT -t public", bareDocker),
];
