import { IPV6, LOCAL, LOOPBACK, PLACEHOLDER, PORT, START, TENANT } from "../batch";
import type { SealedCase } from "../sealed";
import { BESIDE_STAGING, bare, DIRECT, node, OTHER, OWN, POOL, ruby, SESSION, url } from "../written";
import { beside, cron, pricing, python, worker } from "./several";

const PEER = "port/peer-mismatch";
const broken = (rule: string, one: SealedCase): SealedCase => ({ rule, ...one });

/**
 * Several services of one stack. Written on 30 November 2026 with the verdict, before it was judged for the first time: 50
 * of 54 were stopped, 1 by another rule, 3 silent; of the sound ones 46 of 46 passed.
 */
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
  broken(
    `${PEER}|service/private-network`,
    beside({ JOBS_URL: "http://jobs:8000" }, { ...worker, properties: { name: "jobs" } }),
  ),
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
  broken(`${PORT}|port/standard`, {
    ...python,
    variables: { PORT: null },
    group: { PORT: "3000" },
    others: [worker],
  }),
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
