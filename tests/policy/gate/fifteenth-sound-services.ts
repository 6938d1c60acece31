import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });
const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT --workers 2";

/**
 * Sound services of the fifteenth batch. Some are the ordinary ones of their stack, some are close neighbours of broken
 * ones; the comment says why each works, and after the dash what decides it ("tried" is the real program, on 30 November
 * 2026).
 */
export const SOUND_SERVICES_OF_FIFTEENTH: readonly SealedCase[] = [
  // --- Servers on all interfaces ---------------------------------------------------------------------------------------

  // Django's own server, with its address. - Django's page on runserver.
  { ...python, command: "python manage.py migrate --noinput && python manage.py runserver 0.0.0.0:$PORT" },
  // fastapi run is at 0.0.0.0 by itself. - FastAPI's page on its command line.
  { command: "fastapi run app/main.py --port $PORT --workers 2" },
  // fastapi dev, with another address. - FastAPI's page on its command line.
  { command: "fastapi dev app/main.py --host 0.0.0.0 --port $PORT --no-reload" },
  // Flask's own server by its long options. - tried: flask.
  { ...python, command: "flask --app lantern:create_app run --host 0.0.0.0 --port $PORT" },
  // Flask's own variables. - Flask's page on its command line (FLASK_RUN_HOST, FLASK_RUN_PORT).
  {
    ...python,
    command: "flask --app lantern run",
    variables: { FLASK_RUN_HOST: "0.0.0.0", FLASK_RUN_PORT: "8000" },
  },
  // gunicorn binds 0.0.0.0:$PORT by itself where PORT is set. - gunicorn's page on its settings (bind).
  { ...python, command: "gunicorn lantern.wsgi:application" },
  // Hypercorn by its bind. - tried: hypercorn.
  { command: "hypercorn lantern.asgi:app --bind 0.0.0.0:$PORT --workers 2" },
  // uvicorn by its own variables. - tried: uvicorn.
  { command: "uvicorn lantern.main:app", variables: { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "8000" } },
  // uvicorn's workers in gunicorn. - uvicorn's page on deployment.
  {
    command: "gunicorn lantern.main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT -w 2 --timeout 90",
  },
  // A migration first, and the server in place of the shell. - bash.
  { command: "alembic upgrade head && exec uvicorn lantern.main:app --host 0.0.0.0 --port ${PORT:-8000}" },
  // Waitress listens on all interfaces by its --listen. - waitress' page on waitress-serve.
  { ...python, command: "waitress-serve --listen=0.0.0.0:$PORT --call lantern:create_app" },
  // Streamlit is at all addresses unless an option says another. - Streamlit's page on its settings (server.address).
  { ...python, command: "streamlit run dashboard.py --server.port $PORT --server.headless true" },
  // Shiny, with its address. - Shiny for Python's page on shiny run.
  { ...python, command: "shiny run app.py --host 0.0.0.0 --port $PORT" },
  // Next is at 0.0.0.0 and reads PORT. - Next's page on its command line.
  { ...node, command: "npx next start" },
  // http-server by its options. - its readme (-a, -p).
  { ...node, command: "npx http-server dist -a 0.0.0.0 -p $PORT" },
  // Nitro is at all addresses, and reads NITRO_PORT. - Nitro's page on the Node preset.
  {
    ...node,
    command: "node .output/server/index.mjs",
    variables: { NITRO_HOST: "0.0.0.0", NITRO_PORT: "8000" },
  },
  // SvelteKit's server is at 0.0.0.0 and reads PORT. - SvelteKit's page on Node servers.
  { ...node, command: "node build", variables: { ORIGIN: "https://lantern-books.eu", HOST: "0.0.0.0" } },
  // A static server by its notation of an address. - serve's readme (-l).
  { ...node, command: "npx serve -s dist -l tcp://0.0.0.0:$PORT" },
  // pm2's own process for containers stays. - PM2's page on containers.
  { ...node, command: "npx pm2-runtime start dist/main.js --name lantern" },
  // Puma by its bind. - Puma's readme.
  { ...ruby, command: "bundle exec puma -e production -b tcp://0.0.0.0:$PORT -t 5:5" },
  // Puma's -p is at 0.0.0.0. - Puma's readme (-p).
  { ...ruby, command: "bundle exec puma -p $PORT -e production" },
  // Rails is at 0.0.0.0 in production. - Rails' ServerCommand (default_host).
  { ...ruby, command: "bin/rails server -p $PORT -e production" },
  // .NET's addresses with a plus. - Microsoft's page on Kestrel's endpoints.
  { ...docker, command: "dotnet Lantern.Api.dll", variables: { ASPNETCORE_URLS: "http://+:8000" } },
  // Spring's port, and no address: all of them. - Spring Boot's common properties.
  { ...docker, command: "java -XX:MaxRAMPercentage=75 -jar /app/lantern.jar --server.port=8000" },
  // Laravel's server, with its address. - Laravel's ServeCommand.
  { ...docker, command: "php artisan serve --host=0.0.0.0 --port=8000" },
  // Deno's server is at 0.0.0.0:8000 by default. - Deno's page on deno serve.
  { ...docker, command: "deno serve --allow-net --allow-env --port 8000 main.ts" },
  // The code's own server, which reads PORT: Go, Bun, Rust. - nothing in the stack speaks against it.
  { runtime: "go", driver: "none", command: "./bin/api", variables: { GIN_MODE: "release" } },
  { ...docker, command: "bun run src/index.ts", variables: { BUN_ENV: "production" } },
  {
    runtime: "rust",
    driver: "none",
    command: "./target/release/lantern-api",
    variables: { RUST_LOG: "info" },
  },
  // A release of Phoenix. - Phoenix' page on releases (PHX_SERVER, PHX_HOST).
  {
    runtime: "elixir",
    driver: "none",
    command: "_build/prod/rel/lantern/bin/lantern start",
    variables: {
      PHX_SERVER: "true",
      PHX_HOST: "lantern.onrender.com",
      SECRET_KEY_BASE: "q7Vd2mX9tRk4bNw8sLz3pHc6yFj1gQa5uTe0oKi7rDv2xMn9cBw4zSl8fYp3hJt6",
    },
  },

  // --- Several services ------------------------------------------------------------------------------------------------

  // The private service listens on the port that it is called by. - Render's page on the private network.
  {
    ...node,
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: { INVENTORY_API_URL: "http://inventory:8000" },
    others: [
      {
        ...python,
        kind: "private",
        command: "uvicorn inventory.main:app --host 0.0.0.0 --port $PORT",
        variables: { PORT: "8000" },
        properties: { name: "inventory" },
      },
    ],
  },
  // A web service, its worker and its clock, with Render's Key Value between. - Render's page on Key Value.
  {
    ...python,
    command: GUNICORN,
    group: { CELERY_BROKER_URL: "redis://red-d0a1b2c3d4e5f6g7h8i0:6379/0" },
    others: [
      { ...python, kind: "worker", command: "celery -A lantern worker --loglevel=info --concurrency=2" },
      { ...python, kind: "worker", command: "celery -A lantern beat -l info" },
    ],
  },
  // Sidekiq with a server of Upstash, by TLS. - Upstash's page on Sidekiq.
  {
    ...ruby,
    kind: "worker",
    command: "bundle exec sidekiq -C config/sidekiq.yml",
    variables: {
      REDIS_URL: "rediss://default:Qm7xWc2vRt9kLz4n@eu2-patient-heron-31245.upstash.io:31245",
      RAILS_ENV: "production",
    },
  },
  // A worker has no port, and needs none. - Render's page on background workers.
  { ...node, kind: "worker", command: "node dist/worker.js", variables: { QUEUE_NAME: "mail" } },
  // A job that ends, as a cron job does. - Render's page on cron jobs.
  {
    ...python,
    kind: "cron",
    command: "python manage.py clearsessions",
    properties: { schedule: "0 23 * * *" },
  },
  // Steps, ranges and lists in five fields. - Render's page on cron jobs.
  {
    ...node,
    kind: "cron",
    command: "node dist/jobs/digest.js",
    properties: { schedule: "*/15 6-20 * * 1-5" },
  },
  // A static site, whose API has a public address. - Render's page on static sites.
  {
    driver: "none",
    kind: "static",
    variables: { VITE_API_URL: "https://api.lantern-books.eu" },
    properties: {
      publishPath: "dist",
      routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
    },
  },

  // --- Plans, disks, paths, images -------------------------------------------------------------------------------------

  // A disk on a paid plan with one instance. - Render's page on disks.
  {
    ...ruby,
    command: "bundle exec puma -e production -b tcp://0.0.0.0:$PORT",
    properties: {
      plan: "standard",
      disk: { name: "storage", sizeGb: 20, mountPath: "/opt/render/project/src/storage" },
    },
  },
  // Three instances and no disk. - Render's page on scaling.
  { ...python, command: GUNICORN, properties: { plan: "pro", numInstances: 3, region: "ohio" } },
  // The free plan with nothing that it lacks. - Render's page on free instances.
  {
    ...node,
    command: "npx next start -H 0.0.0.0 -p $PORT",
    properties: { plan: "free", region: "singapore" },
  },
  // The longest wait that Render has. - render-openapi.json.
  {
    ...python,
    kind: "worker",
    command: "celery -A lantern worker --loglevel=info",
    properties: { maxShutdownDelaySeconds: 300 },
  },
  // An image of a fixed tag, whose own start listens on PORT. - Render's page on images.
  {
    driver: "none",
    command: null,
    properties: { ...image("ghcr.io/lantern-books/api", "2026.11.3"), healthCheckPath: "/healthz" },
  },
];
