import { LOCAL } from "../batch";
import {
  type BrokenProgram,
  native,
  PIP,
  type ProgramCase,
  privateService,
  type Resource,
  site,
  values,
} from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import { bare } from "../written";
import { GUNICORN } from "./orchard";
import { api, jobs, nightly } from "./orchard-programs";

const NETWORK = "service/private-network";
const NEED = "service/unmet-need";
const BASE = { plan: "starter", region: "frankfurt" } as const;
const UPSTASH = "rediss://default:Qn4ceGale8vT@fit-heron-41877.upstash.io:6379";
const job = { kind: "cron", ...bare } as const;
const worker1 = { kind: "worker", ...bare } as const;

const deployed = (preDeployCommand: string) => ({
  ...bare,
  properties: { runtimeSource: native("python", PIP), preDeployCommand },
});

/** Commands that ask something, and a worker's broker. In the first run nothing was said of the 10 broken ones and of the 8
 * programs, and all sound ones passed. */
export const ASKED_BY_COMMANDS_BROKEN: readonly ExplainedCase[] = [
  {
    rule: LOCAL,
    why: "no database is in the job's instance",
    command: "pg_dump -h localhost -U app app > /tmp/a.sql",
    ...job,
  },
  {
    rule: LOCAL,
    why: "the deploy's instance has no database",
    ...deployed("psql --host=127.0.0.1 -U app -f schema.sql app"),
  },
  {
    rule: LOCAL,
    why: "the broker is in no instance",
    command: "celery -A orchard -b redis://localhost:6379/0 worker",
    ...worker1,
  },
  {
    rule: LOCAL,
    why: "the store is in no instance",
    command: "rq worker --url redis://127.0.0.1:6379 default",
    ...worker1,
  },
  {
    rule: LOCAL,
    why: "the store is in no instance",
    command: "redis-cli -u redis://localhost:6379 FLUSHDB",
    ...job,
  },
  {
    rule: NETWORK,
    why: "a job serves nothing",
    command: "curl -fsS -X POST http://localhost:8000/tasks/daily",
    ...job,
  },
  { rule: NETWORK, why: "a job serves nothing", command: "wget -qO- http://127.0.0.1:8000/cron", ...job },
  {
    rule: NEED,
    why: "without a broker celery asks RabbitMQ on localhost",
    command: "celery -A orchard worker -l info",
    ...worker1,
  },
  { rule: NEED, why: "without an address rq asks localhost", command: "rq worker default", ...worker1 },
  {
    rule: NEED,
    why: "without an address sidekiq asks localhost",
    command: "bundle exec sidekiq -C config/sidekiq.yml",
    runtime: "ruby",
    ...worker1,
  },
];

export const ASKED_BY_COMMANDS_SOUND: readonly ExplainedCase[] = [
  { why: "the database's own host", command: "pg_dump -h db.acme.io -U app app > /tmp/a.sql", ...job },
  { why: "the broker's own host", command: `celery -A orchard -b ${UPSTASH} worker`, ...worker1 },
  {
    why: "the command starts the store",
    command: "redis-server & celery -A orchard -b redis://localhost:6379/0 worker",
    ...worker1,
  },
  {
    why: "the command starts what it asks",
    command: "uvicorn main:app --port 8000 & sleep 5; curl -fsS http://localhost:8000/tasks/daily",
    ...job,
  },
  { why: "a public address", command: "curl -fsS -X POST https://orchard.onrender.com/tasks/daily", ...job },
  {
    why: "a tunnel is opened first",
    command: "ssh -fN -L 5432:db:5432 ops@bastion.acme.io && psql -h localhost -U app -c 'select 1'",
    ...job,
  },
  {
    why: "the web server asks itself",
    command: `${GUNICORN} & curl --retry 9 http://localhost:8000/warm; wait`,
  },
  {
    why: "its variable has the broker",
    command: "celery -A orchard worker",
    variables: { CELERY_BROKER_URL: `${UPSTASH}?ssl_cert_reqs=required` },
    ...worker1,
  },
  {
    why: "its variable has the store",
    command: "rq worker default",
    variables: { RQ_REDIS_URL: UPSTASH },
    ...worker1,
  },
  {
    why: "its settings have the store",
    command: "rq worker default",
    variables: { RQ_CONFIG: "orchard.rq_settings" },
    ...worker1,
  },
  {
    why: "its group has the store",
    command: "rq worker default",
    group: { RQ_REDIS_URL: UPSTASH },
    ...worker1,
  },
  { why: "the command names the store", command: `rq worker --url ${UPSTASH} default`, ...worker1 },
  { why: "settings name the store", command: "rq worker -c settings default", ...worker1 },
];

const engine = privateService({
  name: "engine",
  ...BASE,
  startCommand: "uvicorn engine:app --host 0.0.0.0 --port 9000",
  runtimeSource: native("python", PIP, "engine"),
  envVars: values({ PORT: "9000" }),
});
const pages = (
  buildCommand: string,
  publishPath: string,
  of: Readonly<Record<string, string>> = {},
  more = {},
): Resource =>
  site({
    name: "orchard-site",
    repoUrl: "https://github.com/orchard-press/site",
    branch: "main",
    buildCommand,
    publishPath,
    envVars: values(of),
    ...more,
  });
const CELERY = "celery -A orchard worker";
const source = "Render's page on its private network";

export const ASKED_PROGRAMS_BROKEN: readonly BrokenProgram[] = [
  {
    name: "job-that-asks-port-80",
    rules: ["port/peer-mismatch", NETWORK],
    at: ["nightly", "startCommand"],
    why: "Without a port curl asks 80, and the service listens on 8000.",
    source,
    resources: { api: api(), nightly: nightly("curl -fsS -X POST http://orchard-api/tasks/daily") },
  },
  {
    name: "job-that-asks-another-port",
    rules: ["port/peer-mismatch"],
    at: ["nightly", "startCommand"],
    why: "The engine listens on 9000.",
    source,
    resources: { engine, nightly: nightly("curl -fsS http://engine:8000/refresh") },
  },
  {
    name: "broker-of-another-number",
    rules: ["service/queue-store", NETWORK],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    alsoAt: [["api", "envVars.CELERY_BROKER_URL"]],
    why: "The API writes its jobs to the database 0 of the store, and the worker reads 1.",
    source: "Celery's page on Redis",
    resources: {
      api: api({ CELERY_BROKER_URL: "redis://red-d0orchard0example:6379/0" }),
      jobs: jobs(CELERY, { CELERY_BROKER_URL: "redis://red-d0orchard0example:6379/1" }),
    },
  },
  {
    name: "scaling-by-nothing",
    rules: ["plan/limits"],
    at: ["api", "autoscaling"],
    why: "Neither criterion is on, so nothing ever scales it.",
    source: "Render's page on scaling",
    resources: {
      api: api(
        {},
        {
          autoscaling: {
            enabled: true,
            min: 1,
            max: 3,
            criteria: { cpu: { enabled: false, percentage: 60 }, memory: { enabled: false, percentage: 60 } },
          },
        },
      ),
    },
  },
  {
    name: "nuxt-without-generate",
    rules: ["service/publish-path"],
    at: ["pages", "publishPath"],
    alsoAt: [["pages", "buildCommand"]],
    why: "`nuxt build` writes a server to .output, and no page at its top.",
    source: "Nuxt's page on deployment",
    resources: { pages: pages("npm ci && npx nuxt build", ".output") },
  },
  {
    name: "names-of-another-bundler",
    rules: ["environment/refused-value", "unknown"],
    at: ["pages", "envVars.REACT_APP_API_URL"],
    why: "Vite gives pages only what begins with VITE_.",
    source: "Vite's page on env variables",
    resources: {
      pages: pages("npm ci && npx vite build", "dist", {
        REACT_APP_API_URL: "https://orchard-api.onrender.com",
      }),
    },
  },
  {
    name: "names-of-vite-in-react-scripts",
    rules: ["environment/refused-value", "unknown"],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "react-scripts gives pages only what begins with REACT_APP_.",
    source: "Create React App's page on custom environment variables",
    resources: {
      pages: pages("npm ci && npx react-scripts build", "build", {
        VITE_API_URL: "https://orchard-api.onrender.com",
      }),
    },
  },
  {
    name: "source-of-a-route-without-slash",
    rules: ["plan/limits", "blueprint/unknown-value", "service/private-network"],
    at: ["pages", "routes[0]"],
    alsoAt: [["pages", "routes"]],
    why: "The paths of a route begin with a slash.",
    source: "Render's page on redirects and rewrites",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        { routes: [{ type: "rewrite", source: "*", destination: "index.html" }] },
      ),
    },
  },
];

export const ASKED_PROGRAMS_SOUND: readonly ProgramCase[] = [
  {
    name: "job-that-asks-the-port",
    why: "The port is the engine's.",
    source,
    resources: { engine, nightly: nightly("curl -fsS http://engine:9000/refresh") },
  },
  {
    name: "broker-of-one-number",
    why: "Both name the database 1; the results are in another one.",
    source: "Celery's page on Redis",
    resources: {
      api: api({
        CELERY_BROKER_URL: "redis://red-d0orchard0example:6379/1",
        CELERY_RESULT_BACKEND: "redis://red-d0orchard0example:6379/2",
      }),
      jobs: jobs(CELERY, {
        CELERY_BROKER_URL: "redis://red-d0orchard0example:6379/1",
        CELERY_RESULT_BACKEND: "redis://red-d0orchard0example:6379/2",
      }),
    },
  },
  {
    name: "nuxt-that-generates",
    why: "`nuxt generate` writes pages to .output/public.",
    source: "Nuxt's page on deployment",
    resources: { pages: pages("npm ci && npx nuxt generate", ".output/public") },
  },
  {
    name: "names-of-the-bundler",
    why: "Vite gives pages what begins with VITE_; the other is the build's own.",
    source: "Vite's page on env variables",
    resources: {
      pages: pages("npm ci && npx vite build", "dist", {
        VITE_API_URL: "https://orchard-api.onrender.com",
        NODE_VERSION: "22.11.0",
      }),
    },
  },
  {
    name: "route-of-a-single-page",
    why: "The template of a single page.",
    source: "Render's page on redirects and rewrites",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        { routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }] },
      ),
    },
  },
  {
    name: "scaling-by-memory",
    why: "One criterion is on.",
    source: "Render's page on scaling",
    resources: {
      api: api(
        {},
        {
          autoscaling: {
            enabled: true,
            min: 1,
            max: 3,
            criteria: { cpu: { enabled: false, percentage: 60 }, memory: { enabled: true, percentage: 60 } },
          },
        },
      ),
    },
  },
];
