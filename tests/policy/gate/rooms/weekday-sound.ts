import { envGroupLink, type ProgramCase } from "../eighteenth-form";
import { python, queue } from "../twentieth-form";
import { CELERY, database, engine, group, job, pages, SESSION, sound, store, UVICORN } from "./weekday-form";

/** The same in a form that works. */
export const WEEKDAY_SOUND_PROGRAMS: readonly ProgramCase[] = [
  sound("sound-web-and-worker", "the two share a store", {
    web: python("plover-web", UVICORN, {
      CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
    }),
    jobs: queue("plover-jobs", CELERY, {
      CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
    }),
    store: store(),
  }),
  sound("sound-pages-ask-outside", "a public address", {
    pages: pages({ VITE_API_URL: "https://plover-api.onrender.com" }),
    api: python("plover-api", UVICORN),
  }),
  sound("sound-engine-with-port", "by its port", {
    web: python("plover-web", UVICORN, { ENGINE_URL: "http://plover-engine:8000" }),
    engine: engine(),
  }),
  sound("sound-database", "one region", {
    web: python("plover-web", UVICORN, { DATABASE_URL: "${db.connectionInfo.internalConnectionString}" }),
    db: database({ diskSizeGb: 15 }),
  }),
  sound("sound-database-with-a-standby", "a plan that has one", {
    db: database({ plan: "pro_4gb", highAvailabilityEnabled: true, diskSizeGb: 100 }),
  }),
  sound("sound-route-leads-outside", "a public address", {
    pages: pages(
      {},
      { routes: [{ type: "rewrite", source: "/api/*", destination: "https://plover-api.onrender.com/*" }] },
    ),
    api: python("plover-api", UVICORN),
  }),
  sound("sound-cache-and-queue", "two stores, of which one keeps", {
    jobs: queue("plover-jobs", CELERY, {
      CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
      CACHE_URL: "${cache.connectionInfo.internalConnectionString}",
    }),
    store: store(),
    cache: store({ name: "plover-cache", maxMemoryPolicy: "allkeys_lru" }),
  }),
  sound("sound-group", "the group has what the services share", {
    web: python("plover-web", UVICORN),
    shared: group({ DATABASE_URL: SESSION, LOG_LEVEL: "info" }),
    link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${web.id}"] }),
  }),
  sound("sound-job", "it ends", { job: job("python -m plover.nightly", { DATABASE_URL: SESSION }) }),
  sound("sound-job-asks-outside", "a public address", {
    job: job("curl -fsS https://plover-web.onrender.com/tasks/nightly"),
    web: python("plover-web", UVICORN),
  }),
  sound("sound-one-scheduler", "one of it", {
    beat: queue(
      "plover-beat",
      "celery -A plover beat",
      { CELERY_BROKER_URL: "redis://red-cq1plover1a:6379/0" },
      { numInstances: 1 },
    ),
  }),
  sound("sound-migrations-by-a-session", "another URL for migrations", {
    web: python(
      "plover-web",
      UVICORN,
      { DATABASE_URL: SESSION },
      { preDeployCommand: "alembic upgrade head" },
    ),
  }),
  sound("sound-disk-of-one", "the worker has no part in it", {
    web: python(
      "plover-web",
      UVICORN,
      { UPLOADS_DIR: "/var/data/uploads" },
      { disk: { name: "uploads", mountPath: "/var/data", sizeGb: 10 } },
    ),
    jobs: queue("plover-jobs", "python -m plover.worker", { DATABASE_URL: SESSION }),
  }),
  sound("sound-database-with-replicas", "a plan and a disk that have them", {
    db: database({ diskSizeGb: 10, readReplicas: [{ name: "plover-replica" }] }),
  }),
];
