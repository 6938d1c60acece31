import { docker, IPV6, LOCAL, LOOPBACK, PLACEHOLDER, PORT, START, TENANT } from "../batch";
import type { SealedCase } from "../sealed";
import { BESIDE_STAGING, bare, DIRECT, node, OTHER, OWN, POOL, REF, ruby, SESSION, url } from "../written";

type Other = NonNullable<SealedCase["others"]>[number];
const PEER = "port/peer-mismatch";
const GUNICORN = "gunicorn shop.wsgi -b 0.0.0.0:$PORT";
const python = { driver: "none", command: GUNICORN } as const;

/** A private service by its name and its command, with PORT as it is given. */
const pricing = (
  command = "uvicorn pricing:app --host 0.0.0.0 --port 8000",
  variables: Other["variables"] = { PORT: "8000" },
): Other => ({
  ...bare,
  kind: "private",
  command,
  variables: variables ?? {},
  properties: { name: "pricing" },
});
const beside = (variables: Record<string, string>, ...others: readonly Other[]): SealedCase => ({
  ...python,
  variables,
  others: others.length > 0 ? others : [pricing()],
});
const worker: Other = { ...bare, kind: "worker", command: "celery -A shop worker -l info" };
const cron = (command: string, schedule = "0 3 * * *"): SealedCase => ({
  ...bare,
  kind: "cron",
  command,
  properties: { schedule },
});
const broken = (rule: string, one: SealedCase): SealedCase => ({ rule, ...one });

/** Several services of one stack. Written with the verdict, before it was judged for the first time. */
export const STACKS_BROKEN: readonly SealedCase[] = [
  // One service's address in another one.
  broken(PEER, beside({ PRICING_URL: "http://pricing:9000" })),
  broken(PEER, beside({ PRICING_URL: "http://pricing:10000/api" })),
  broken(PEER, beside({ PRICING_HOST: "pricing", PRICING_PORT: "9000" })),
  broken(PEER, beside({ PRICING_HOSTPORT: "pricing:8080" })),
  broken(PEER, beside({ PRICING_ADDR: "pricing:80" })),
  broken(PEER, beside({ PRICING_GRPC_URL: "grpc://pricing:50051" })),
  broken(PEER, beside({ SERVICES: '{"pricing":"http://pricing:9000"}' })),
  broken(PEER, beside({ PRICING_URL: "http://pricing" })),
  broken(PEER, beside({ PRICING_URL: "https://pricing/" })),
  broken(PEER, beside({ PRICING_URL: "http://pricings:8000" })),
  broken(
    PEER,
    beside(
      { PRICING_URL: "http://pricing:8000" },
      pricing("uvicorn pricing:app --host 0.0.0.0 --port 9000", { PORT: "9000" }),
    ),
  ),
  broken(
    PEER,
    beside({ PRICING_URL: "http://pricing:8000" }, pricing("gunicorn pricing:app", { PORT: "9000" })),
  ),
  broken(
    PEER,
    beside(
      { PRICING_URL: "http://pricing:8000" },
      {
        ...bare,
        ...node,
        driver: "none",
        kind: "private",
        command: "npx next start -p 3000",
        properties: { name: "pricing" },
      },
    ),
  ),
  broken(PEER, { ...python, group: { PRICING_URL: "http://pricing:9000" }, others: [pricing()] }),
  broken(PEER, beside({ JOBS_URL: "http://jobs:8000" }, { ...worker, properties: { name: "jobs" } })),
  broken(PEER, {
    ...bare,
    kind: "worker",
    command: "celery -A shop worker",
    variables: { PRICING_URL: "http://pricing:9000" },
    others: [pricing()],
  }),
  broken(
    LOOPBACK,
    beside(
      { PRICING_URL: "http://pricing:8000" },
      pricing("uvicorn pricing:app --host 127.0.0.1 --port 8000"),
    ),
  ),
  broken(
    LOOPBACK,
    beside({ PRICING_URL: "http://pricing:8000" }, pricing("uvicorn pricing:app --port 8000")),
  ),
  broken(
    LOOPBACK,
    beside({ PRICING_URL: "http://pricing:8000" }, pricing("flask --app pricing run --port 8000")),
  ),
  broken(
    "port/reserved",
    beside({ PRICING_URL: "http://pricing:18013" }, pricing("gunicorn pricing:app", { PORT: "18013" })),
  ),
  broken("port/reserved", beside({}, pricing("gunicorn pricing:app -b 0.0.0.0:19099", { PORT: "19099" }))),
  // What does not listen, and what should.
  broken(START, beside({ PRICING_URL: "http://pricing:8000" }, pricing("celery -A pricing worker"))),
  broken(START, { ...python, command: "celery -A shop worker -l info" }),
  broken(START, { ...python, command: "bundle exec sidekiq", ...ruby, driver: "none" }),
  broken(START, { ...python, others: [{ ...bare, kind: "worker", command: "python manage.py migrate" }] }),
  broken(START, {
    ...python,
    others: [{ ...bare, kind: "worker", command: "celery -A shop worker --detach" }],
  }),
  broken(START, {
    ...python,
    others: [{ ...bare, kind: "private", command: "alembic upgrade head", variables: { PORT: "8000" } }],
  }),
  broken(START, cron("uvicorn main:app --host 0.0.0.0 --port $PORT")),
  broken(START, cron("celery -A shop beat -l info")),
  broken(START, cron("while true; do python poll.py; sleep 60; done")),
  broken(START, cron("bundle exec sidekiq")),
  broken(START, cron("tail -f /dev/null")),
  broken("service/cron-schedule", cron("python -m jobs", "every day at 3")),
  broken("service/cron-schedule", cron("python -m jobs", "0 3 * *")),
  broken("service/cron-schedule", cron("python -m jobs", "*/90 * * * *")),
  broken("service/cron-schedule", cron("python -m jobs", "0 25 * * *")),
  broken("service/cron-schedule", cron("python -m jobs", "0 3 31 2 *")),
  broken("service/cron-schedule", cron("python -m jobs", "")),
  broken("service/cron-schedule", cron("python -m jobs", "TZ=UTC 0 3 * * *")),
  // One group for several.
  broken(PORT, { ...python, variables: { PORT: null }, group: { PORT: "3000" }, others: [worker] }),
  broken(LOOPBACK, {
    driver: "none",
    command: "uvicorn main:app --port $PORT",
    group: { UVICORN_HOST: "localhost" },
    others: [worker],
  }),
  broken(IPV6, {
    ...python,
    group: { DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`) },
    others: [worker],
  }),
  broken(TENANT, {
    ...python,
    group: { DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) },
    others: [worker],
  }),
  broken(LOCAL, { ...python, group: { DATABASE_URL: url("app", "localhost:5432/app") }, others: [worker] }),
  broken(LOCAL, { ...python, group: { REDIS_URL: "redis://localhost:6379" }, others: [worker] }),
  broken(PLACEHOLDER, { ...python, group: { SECRET_KEY: "change-me" }, others: [worker] }),
  broken("database/other-environment", {
    group: { DATABASE_URL: url(`app.${OTHER}`, `${POOL}:5432/postgres`) },
    declared: BESIDE_STAGING,
    others: [{ kind: "worker", command: "celery -A shop worker -l info", declared: BESIDE_STAGING }],
  }),
  broken("database/other-environment", {
    variables: { DATABASE_URL: SESSION },
    declared: BESIDE_STAGING,
    others: [
      {
        kind: "worker",
        command: "celery -A shop worker -l info",
        variables: { DATABASE_URL: url(`app.${OTHER}`, `${POOL}:5432/postgres`) },
        declared: BESIDE_STAGING,
      },
    ],
  }),
  // Only one of them is wrong.
  broken(TENANT, {
    ...python,
    variables: { DATABASE_URL: SESSION },
    others: [{ ...worker, variables: { DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) } }],
  }),
  broken(LOCAL, {
    ...python,
    variables: { DATABASE_URL: OWN },
    others: [{ ...worker, variables: { DATABASE_URL: url("app", "127.0.0.1:5432/app") } }],
  }),
  broken(PLACEHOLDER, {
    ...python,
    variables: { API_KEY: "k3JqL9vXw8" },
    others: [{ ...worker, variables: { API_KEY: "<api-key>" } }],
  }),
  broken("plan/limits", { ...python, others: [{ ...worker, properties: { plan: "free" } }] }),
  broken(PLACEHOLDER, { ...bare, kind: "static", variables: { VITE_API_KEY: "your-api-key" } }),
  broken(`${PLACEHOLDER}|${LOCAL}`, {
    ...bare,
    kind: "static",
    variables: { VITE_API_URL: "http://localhost:8000" },
  }),
];

/** The same stacks as they work. */
export const STACKS_SOUND: readonly SealedCase[] = [
  beside({ PRICING_URL: "http://pricing:8000" }),
  beside({ PRICING_URL: "http://pricing:8000/api/v1" }),
  beside({ PRICING_HOST: "pricing", PRICING_PORT: "8000" }),
  beside({ PRICING_HOSTPORT: "pricing:8000" }),
  beside({ SERVICES: '{"pricing":"http://pricing:8000"}' }),
  beside({ PRICING_URL: "https://pricing.onrender.com" }),
  beside({ PRICING_URL: "http://pricing:9000" }, pricing("gunicorn pricing:app", { PORT: "9000" })),
  beside(
    { PRICING_URL: "http://pricing:3000" },
    {
      ...bare,
      ...node,
      driver: "none",
      kind: "private",
      command: "npx next start -p 3000",
      variables: { PORT: "3000" },
      properties: { name: "pricing" },
    },
  ),
  beside({ PRICING_URL: "http://pricing:8000" }, pricing("uvicorn pricing:app --host 0.0.0.0 --port $PORT")),
  beside({ PRICING_URL: "http://pricing:8000" }, pricing("python pricing.py")),
  beside({ PRICING_METRICS_URL: "http://pricing:9100/metrics" }),
  beside({ REDIS_URL: "redis://red-c0ffee1234567890:6379", PRICING_TIMEOUT: "9000" }),
  beside({ ELASTIC_URL: "http://elastic-qeqj:9200" }),
  { ...python, group: { PRICING_URL: "http://pricing:8000" }, others: [pricing()] },
  { ...python, others: [worker] },
  { ...python, others: [worker, { ...bare, kind: "worker", command: "celery -A shop beat -l info" }] },
  { ...python, others: [{ ...worker, variables: { PORT: "9000" } }] },
  {
    ...python,
    others: [
      {
        ...bare,
        kind: "cron",
        command: "python manage.py clearsessions",
        properties: { schedule: "0 3 * * *" },
      },
    ],
  },
  { ...python, others: [{ ...bare, kind: "static", variables: { VITE_API_URL: "https://api.acme.io" } }] },
  { ...python, others: [{ ...bare, kind: "private", command: "redis-server --port 6379", ...docker }] },
  {
    ...python,
    group: { DATABASE_URL: SESSION, REDIS_URL: "redis://red-c0ffee1234567890:6379" },
    others: [worker],
  },
  { ...python, group: { DATABASE_URL: OWN, SECRET_KEY: "k3JqL9vXw8Zt4mHc9yLp" }, others: [worker] },
  { ...python, variables: { PORT: null }, group: { PORT: "8000" }, others: [worker] },
  { driver: "none", command: "uvicorn main:app --port $PORT", group: { UVICORN_HOST: "0.0.0.0" } },
  {
    ...python,
    variables: { DATABASE_URL: SESSION },
    others: [{ ...worker, variables: { DATABASE_URL: SESSION } }],
  },
  {
    ...python,
    variables: { DATABASE_URL: OWN },
    others: [{ ...worker, variables: { DATABASE_URL: url("jobs", "db.acme.io:5432/app") } }],
  },
  {
    group: { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`) },
    declared: BESIDE_STAGING,
    others: [{ kind: "worker", command: "celery -A shop worker -l info", declared: BESIDE_STAGING }],
  },
  {
    ...python,
    variables: { DATABASE_URL: OWN, REPLICA_DATABASE_URL: url("app", "replica.acme.io:5432/app") },
  },
  { ...python, variables: { DATABASE_URL: OWN, ANALYTICS_DATABASE_URL: url("ro", "dwh.acme.io:5432/dwh") } },
  cron("python manage.py clearsessions"),
  cron("python -m jobs.nightly", "*/15 * * * *"),
  cron("bundle exec rake reports:daily", "0 6 * * 1-5"),
  cron("node dist/jobs/digest.js", "30 2 1 * *"),
  cron("celery -A shop call shop.tasks.nightly", "0 0 * * 0"),
  cron("python manage.py rqworker --burst", "*/5 * * * *"),
  cron("php artisan schedule:run", "* * * * *"),
  cron("curl -fsS https://shop.onrender.com/cron", "0 0,12 * * *"),
  cron("for i in 1 2 3; do python poll.py; done", "0 3 * * MON"),
  cron("timeout 600 python import.py", "0 3 * * *"),
  {
    ...bare,
    kind: "worker",
    command: "celery -A shop worker",
    variables: { PRICING_URL: "http://pricing:8000" },
    others: [pricing()],
  },
  { ...bare, kind: "private", command: "gunicorn pricing:app", variables: { PORT: "5000" } },
  { ...bare, kind: "private", command: "node grpc.js", runtime: "node", variables: { PORT: "50051" } },
  { ...bare, kind: "static", variables: { NODE_VERSION: "22", VITE_TITLE: "Your shop" } },
  { ...python, others: [{ ...python }, { ...python, variables: { PORT: "8000" } }] },
  {
    ...python,
    others: [
      {
        ...bare,
        kind: "worker",
        command: "node worker.js",
        runtime: "node",
        variables: { API_URL: "https://shop.onrender.com" },
      },
    ],
  },
  {
    ...python,
    others: [
      pricing(),
      {
        ...bare,
        kind: "private",
        command: "gunicorn stock:app",
        variables: { PORT: "8001" },
        properties: { name: "stock" },
      },
    ],
  },
];
