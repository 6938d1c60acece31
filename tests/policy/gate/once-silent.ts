import {
  docker,
  java,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  brokenBy as named,
  PORT,
  START,
  soundBy as soundNamed,
  soundWeb,
  brokenWeb as web,
} from "./batch";
import type { SealedCase } from "./sealed";
import { node, OWN, POOL, REF, url } from "./written";

const HEALTH = "service/health-check-path";
const LIMITS = "plan/limits";
const disk = (change: object) => ({ disk: { name: "d", mountPath: "/data", sizeGb: 1, ...change } });

/** Kinds that passed without a word when siblings of the eleventh batch were tried (29 November 2026). */
export const ONCE_SILENT: readonly SealedCase[] = [
  web(START, "uvicorn main:app --host 0.0.0.0 -p $PORT"),
  web(START, "uvicorn main:app -h 0.0.0.0 --port $PORT"),
  web(START, "uvicorn main:app --bind=0.0.0.0:8000"),
  web(START, "gunicorn main:app --host 0.0.0.0 --port $PORT"),
  web(START, "python -m hypercorn main:app --host 0.0.0.0 --port $PORT"),
  web(LOOPBACK, "tensorboard --logdir runs --port $PORT"),
  web(PORT, "./serve-all --listen-on 9000"),
  web(START, "npx knex migrate:latest", node),
  web(START, "rq worker high default; gunicorn main:app -b 0.0.0.0:$PORT"),
  web(START, "python manage.py qcluster && gunicorn shop.wsgi -b 0.0.0.0:$PORT"),
  web(START, "uvicorn main:app --host 0.0.0.0 --port $PORT & rq worker --burst"),
  { rule: START, properties: { preDeployCommand: "alembic upgrade head && celery -A app beat" } },
  named(MALFORMED, { SPRING_FLYWAY_URL: `postgresql://${POOL}:5432/postgres` }, java),
  web(START, "pnpm pm2 start server.js", node),
  { rule: HEALTH, properties: { healthCheckPath: "/{health}" } },
  { rule: HEALTH, properties: { healthCheckPath: "//health" } },
  { rule: HEALTH, properties: { healthCheckPath: "/health#live" } },
  { rule: HEALTH, properties: { healthCheckPath: "/health\n" } },
  { rule: LIMITS, properties: { numInstances: 0 } },
  { rule: LIMITS, properties: { numInstances: 101 } },
  { rule: LIMITS, properties: disk({ mountPath: "data" }) },
  { rule: LIMITS, properties: disk({ mountPath: "/" }) },
  { rule: LIMITS, properties: disk({ sizeGb: 0 }) },
  named(LOCAL, { REDIS_URL: "redis://localhost:6379/0" }),
  named(LOCAL, { CELERY_BROKER_URL: "amqp://guest:guest@127.0.0.1:5672//" }, { kind: "worker" }),
  named(LOCAL, { MONGODB_URI: "mongodb://host.docker.internal:27017/app" }, node),
  named(LOCAL, { REDIS_URL: "redis://:k3JqL9vX@[::1]:6379" }),
  named(LOCAL, { REDIS_URL: "redis://localhost:6379" }, { ...docker }),
  named(LOCAL, { DATABASE_URL: url("app", "db.staging.svc.cluster.local:5432/app") }),
  named(LOCAL, { DATABASE_URL: url("app", "app-db.internal:5432/app") }),
  named(LOCAL, { KC_DB_URL_HOST: "localhost" }),
  named(LOCAL, { PGHOSTADDR: "127.0.0.1" }),
  named(MALFORMED, { DATABASE_URL: `${OWN} ` }),
  named(MALFORMED, { DATABASE_URL: `${OWN}\n` }, { driver: "psycopg" }),
  named(MALFORMED, { DATABASE_URL: url("app", "db.acme.io:5432/app;sslmode=require") }),
  named(MALFORMED, { DATABASE_URL: "postgresql://db.acme.io app k3JqL9vX" }),
  named("database/project-reference", { SUPABASE_URL: "https://abcdefgh.supabase.co" }),
];

/** Next to each of them, and sound. */
export const NEXT_TO_SILENT: readonly SealedCase[] = [
  soundWeb("gunicorn main:app -b 0.0.0.0:$PORT -p /tmp/gunicorn.pid"),
  soundWeb("hypercorn main:app -b 0.0.0.0:$PORT -p /tmp/hypercorn.pid"),
  soundWeb("npx knex migrate:latest && npx next start -p $PORT", node),
  soundWeb("yarn serve", node),
  soundWeb("rq worker high default & gunicorn main:app -b 0.0.0.0:$PORT"),
  soundWeb("celery -A app worker --detach && gunicorn main:app -b 0.0.0.0:$PORT"),
  soundWeb("gunicorn main:app -b 0.0.0.0:$PORT & exec celery -A app beat"),
  { properties: { preDeployCommand: "celery -A app purge -f && alembic upgrade head" } },
  soundNamed(
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
    },
    java,
  ),
  soundWeb("pnpm start", node),
  { properties: { healthCheckPath: "/api/v1/health;v=1?full=true&x=a%20b" } },
  { properties: { healthCheckPath: "/.well-known/live~1" } },
  { properties: { numInstances: 100, plan: "standard" } },
  { properties: disk({ mountPath: "/opt/render/project/src/uploads", sizeGb: 20 }) },
  soundNamed({ REDIS_URL: "redis://red-c0ffee1234:6379/0" }),
  soundNamed({ CELERY_BROKER_URL: "amqps://app:k3JqL9vX@fox.rmq.cloudamqp.com/app" }, { kind: "worker" }),
  soundNamed({ REDIS_URL: "redis://localhost:6379" }, docker),
  soundNamed({ REDIS_URL: "redis://localhost:6379", TEST_REDIS: "yes" }, docker),
  soundNamed({ PGHOSTADDR: "203.0.113.7", PGUSER: "app", PGDATABASE: "app" }),
  soundNamed({ DATABASE_URL: `${OWN}\n` }),
  soundNamed({ DATABASE_URL: ` ${OWN}\n` }),
  soundNamed({ DATABASE_URL: ` ${OWN} ` }, node),
  soundNamed({ SUPABASE_URL: `https://${REF}.supabase.co/`, SUPABASE_STATUS: "https://status.supabase.com" }),
  soundNamed({ DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?options=-c%20search_path%3Dapp`) }),
];
