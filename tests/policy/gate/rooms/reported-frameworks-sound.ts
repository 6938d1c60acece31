// Longer than 200 lines: one table, a row for each service and program.
import { docker, dotnet, java } from "../batch";
import { type ProgramCase, type Resource, worker } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import {
  GUNICORN,
  job,
  NODE,
  open,
  PYTHON,
  pages,
  RUBY,
  SESSION,
  service,
  starts,
  UVICORN,
} from "./frameworks-form";
import { built } from "./orchard";

const BROKER = "redis://red-d41k8tqli9vc73f0q2mg:6379/0";

/** Services of frameworks that work, next to those that public reports have. In the first run none was rejected. */
export const REPORTED_FRAMEWORKS_SOUND: readonly ExplainedCase[] = [
  starts(
    "the server beside the cluster is at PORT",
    "python manage.py qcluster & python -m http.server $PORT",
    { driver: "psycopg2" },
  ),
  starts(
    "the cluster is in the background, and gunicorn waits",
    "python manage.py qcluster & gunicorn kiln.wsgi --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  starts("the framework's own server of a build", "npx react-router-serve build/server/index.js", node),
  starts("the preview of Nuxt reads NITRO_HOST", "npx nuxt preview", {
    ...node,
    variables: { NITRO_HOST: "0.0.0.0" },
  }),
  starts("Flask reads its port from a variable", "flask --app app run -h 0.0.0.0", {
    driver: "sqlalchemy-psycopg2",
    variables: { FLASK_RUN_PORT: "8000" },
  }),
  starts("an address without a host is of all interfaces", "gunicorn app:app -b :$PORT --timeout 120", {
    driver: "sqlalchemy-psycopg2",
  }),
  starts("fastapi run reads PORT", "fastapi run app/main.py --proxy-headers"),
  starts(
    "a property between -jar and the archive is read",
    "java -jar -Dserver.port=$PORT target/app.jar",
    java,
  ),
  starts(
    "the same with two of them, and the program's own argument",
    "java -Xmx350m -jar -Dserver.port=$PORT -Dspring.profiles.active=prod target/app.jar --debug=false",
    java,
  ),
  starts(
    "a published program with its address",
    "dotnet out/Kiln.Web.dll --urls http://0.0.0.0:8000",
    dotnet,
  ),
  starts("puma listens on all interfaces", "bundle exec puma -C config/puma.rb -b tcp://0.0.0.0:$PORT", ruby),
  starts("artisan serve reads SERVER_HOST and SERVER_PORT", "php artisan serve", {
    ...docker,
    ...bare,
    variables: { SERVER_HOST: "0.0.0.0", SERVER_PORT: "8000" },
  }),
  starts("Graphile's worker is a worker", "npx graphile-worker -c $DATABASE_URL", {
    ...node,
    kind: "worker",
    variables: { DATABASE_URL: SESSION },
  }),
  starts("pages behind a server of files", "npx serve -s dist -l $PORT", {
    ...node,
    ...bare,
    properties: built("npm ci && npx vite build", "node"),
  }),
  starts("yarn is given development packages", "node dist/main.js", {
    ...node,
    ...bare,
    variables: { NODE_ENV: "production" },
    properties: built("yarn --frozen-lockfile --prod=false && yarn build", "node"),
  }),
  starts("npm is given development packages", "node dist/main.js", {
    ...node,
    ...bare,
    variables: { NODE_ENV: "production" },
    properties: built("npm install --production=false && npx tsc", "node"),
  }),
  starts("sign-ins come back to the service", "npx next start -H 0.0.0.0 -p $PORT", {
    ...node,
    variables: { NEXTAUTH_URL: "https://kiln.onrender.com", AUTH_TRUST_HOST: "true" },
  }),
  starts("hosts without a scheme", GUNICORN, {
    driver: "psycopg2",
    variables: { DJANGO_ALLOWED_HOSTS: "kiln.onrender.com,.kiln.works" },
  }),
  starts("Kestrel's star is all interfaces", "dotnet Kiln.Web.dll", {
    ...dotnet,
    variables: { ASPNETCORE_URLS: "http://*:8000" },
  }),
  starts("flower reads FLOWER_PORT", "celery -A kiln flower", {
    ...bare,
    variables: { FLOWER_PORT: "8000", CELERY_BROKER_URL: BROKER },
  }),
  starts("migrate deploy asks nobody", "npx prisma migrate deploy && node dist/main.js", {
    runtime: "node",
    driver: "prisma",
  }),
  starts(
    "--force asks nobody",
    "php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT",
    { ...docker, ...bare, variables: { APP_ENV: "production" } },
  ),
  starts(
    "-n and --force ask nobody",
    "php artisan migrate -n --force --seed; php artisan serve --host=0.0.0.0 --port=$PORT",
    { ...docker, ...bare },
  ),
  starts(
    "outside of production migrate asks nobody",
    "php artisan migrate && php artisan serve --host=0.0.0.0 --port=$PORT",
    { ...docker, ...bare, variables: { APP_ENV: "staging" } },
  ),
];

const site = (name: string, buildCommand: string, publishPath: string, why: string): ProgramCase => ({
  name,
  why,
  source: "the tool's page on its commands",
  resources: { pages: pages(buildCommand, publishPath) },
});
const nightly = (name: string, why: string, resource: Resource): ProgramCase => ({
  name,
  why,
  source: "Render's page on cron jobs; the tool's page on its commands",
  resources: { nightly: resource },
});
const web = (name: string, why: string, resource: Resource): ProgramCase => ({
  name,
  why,
  source: "Render's pages on deploys and disks",
  resources: { web: resource },
});

/** Whole programs that work. */
export const REPORTED_FRAMEWORKS_SOUND_WHOLE: readonly ProgramCase[] = [
  site("pages-of-ionic", "npm ci && npx ionic build --prod", "www", "Ionic writes to www."),
  site(
    "pages-of-ember",
    "npm ci && npx ember build --environment=production",
    "dist",
    "Ember writes to dist.",
  ),
  site("pages-of-ember-elsewhere", "npm ci && npx ember build -o build", "build", "-o names the folder."),
  site(
    "pages-of-middleman",
    "bundle install && bundle exec middleman build",
    "build",
    "Middleman writes to build.",
  ),
  site("pages-of-pelican", "pip install pelican && pelican content", "output", "Pelican writes to output."),
  site(
    "pages-of-pelican-elsewhere",
    "pip install pelican && pelican content -o public",
    "public",
    "-o names the folder.",
  ),
  site(
    "pages-of-sphinx",
    "pip install sphinx && sphinx-build -b html docs docs/_build/html",
    "docs/_build/html",
    "The last word names the folder.",
  ),
  site(
    "pages-of-sphinx-elsewhere",
    "pip install sphinx && sphinx-build docs public",
    "public",
    "The last word names the folder.",
  ),
  site("pages-of-craco", "npm ci && npx craco build", "build", "craco is react-scripts."),
  site("pages-of-nx-below-dist", "npm ci && npx nx build web", "dist/web", "Nx writes below dist."),
  site(
    "pages-of-nx-in-the-app",
    "npm ci && npx nx build web",
    "apps/web/dist",
    "An app of Vite's has its pages in its own folder.",
  ),
  {
    name: "api-of-an-app-before-its-catch-all",
    why: "The narrow route comes first.",
    source: "Render's page on redirects and rewrites",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        {
          routes: [
            { type: "rewrite", source: "/app/api/*", destination: "https://kiln-api.onrender.com/*" },
            { type: "rewrite", source: "/app/*", destination: "/app/index.html" },
            { type: "redirect", source: "/old/*", destination: "https://kiln.works/*" },
          ],
        },
      ),
    },
  },
  nightly(
    "burst-of-rq",
    "--burst ends with the queue.",
    job("0 * * * *", `rq worker default --burst --url ${BROKER}`),
  ),
  nightly(
    "command-of-django",
    "A command of the team's ends.",
    job("15 2 * * 1-5", "python manage.py send_digests"),
  ),
  nightly("task-of-rails", "A task ends.", job("15 2 * * SUN", "bin/rails reports:weekly", RUBY)),
  nightly("sunday-as-7", "7 is Sunday too.", job("0 9 * * 7", "python -m kiln.nightly")),
  nightly(
    "last-day-of-long-months",
    "31 is a day of seven months.",
    job("0 0 31 * *", "python -m kiln.nightly"),
  ),
  nightly(
    "several-hours",
    "A list of hours is taken.",
    job("0 6,12,18 * * *", "node dist/jobs/digest.js", NODE),
  ),
  {
    name: "beat-in-the-worker",
    why: "-B starts beat in the worker.",
    source: "Celery's page on periodic tasks",
    resources: {
      tasks: service(worker, PYTHON, "kiln-tasks", "celery -A kiln worker -B -l info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: BROKER,
      }),
    },
  },
  web(
    "migration-before-the-deploy",
    "migrate deploy ends.",
    open(
      NODE,
      "kiln-web",
      "node dist/main.js",
      { DATABASE_URL: SESSION },
      { preDeployCommand: "npx prisma migrate deploy && npx prisma db seed" },
    ),
  ),
  web(
    "disk-of-one-gigabyte",
    "The path is absolute.",
    open(
      PYTHON,
      "kiln-web",
      GUNICORN,
      { DATABASE_URL: SESSION },
      { disk: { name: "data", sizeGb: 1, mountPath: "/var/data" } },
    ),
  ),
  {
    name: "public-name-of-a-free-service",
    why: "The public name is reached.",
    source: "Render's page on free instances",
    resources: {
      api: open(PYTHON, "kiln-api", UVICORN, {}, { plan: "free" }),
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", {
        API_URL: "https://kiln-api.onrender.com",
      }),
    },
  },
];
