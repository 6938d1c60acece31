import { docker } from "../batch";
import type { SealedCase } from "../sealed";
import { BESIDE_STAGING, bare, node, OWN, POOL, REF, SESSION, url } from "../written";
import { beside, cron, pricing, python, worker } from "./several";

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
