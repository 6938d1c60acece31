import { type BrokenProgram, native, type ProgramCase } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER } from "../written";
import { api, jobs } from "./orchard-programs";

const STORE = "redis://red-d0orchard0example:6379";
const work = { kind: "worker", ...bare } as const;
const laravel = { ...work, properties: DOCKER, command: "php artisan queue:work --tries=3" } as const;

/** Queues without a store. In the first run nothing was said of these, nor of the programs; all sound ones passed. */
export const QUEUES_BROKEN: readonly ExplainedCase[] = [
  {
    rule: "environment/refused-value",
    why: "sync runs each job where it is sent, and the worker waits for ever",
    variables: { QUEUE_CONNECTION: "sync" },
    ...laravel,
  },
  {
    rule: "environment/refused-value",
    why: "a store within the worker's own process gets no job of another one",
    variables: { CELERY_BROKER_URL: "memory://" },
    command: "celery -A orchard worker",
    ...work,
  },
];

export const QUEUES_SOUND: readonly ExplainedCase[] = [
  { why: "jobs are in the database", variables: { QUEUE_CONNECTION: "database" }, ...laravel },
  {
    why: "without a worker each job runs at once",
    variables: { QUEUE_CONNECTION: "sync" },
    ...bare,
    properties: DOCKER,
    command: "php artisan serve --host=0.0.0.0 --port=8000",
  },
];

const RUBY = { runtimeSource: native("ruby", "bundle install") };
const SIDEKIQ = "bundle exec sidekiq";
const source = "Sidekiq's page on Redis";

export const QUEUE_PROGRAMS_BROKEN: readonly BrokenProgram[] = [
  {
    name: "sidekiq-at-another-number",
    rules: ["service/queue-store"],
    at: ["jobs", "envVars.REDIS_URL"],
    why: "The web service sends its jobs to the database 0, and Sidekiq reads 1.",
    source,
    resources: {
      api: api({ REDIS_URL: `${STORE}/0` }),
      jobs: jobs(SIDEKIQ, { REDIS_URL: `${STORE}/1` }, RUBY),
    },
  },
  {
    name: "scaling-without-a-criterion",
    rules: ["plan/limits"],
    at: ["api", "autoscaling"],
    why: "The one criterion that is named is off.",
    source: "Render's page on scaling",
    resources: {
      api: api(
        {},
        {
          autoscaling: {
            enabled: true,
            min: 1,
            max: 3,
            criteria: { cpu: { enabled: false, percentage: 70 } },
          },
        },
      ),
    },
  },
];

export const QUEUE_PROGRAMS_SOUND: readonly ProgramCase[] = [
  {
    name: "sidekiq-at-the-same-number",
    why: "Both ask the database 1.",
    source,
    resources: {
      api: api({ REDIS_URL: `${STORE}/1` }),
      jobs: jobs(SIDEKIQ, { REDIS_URL: `${STORE}/1` }, RUBY),
    },
  },
  {
    name: "cache-beside-the-queue",
    why: "The cache has a database of its own, and the queue's is the same in both.",
    source,
    resources: {
      api: api({ REDIS_URL: `${STORE}/0`, SIDEKIQ_REDIS_URL: `${STORE}/1` }),
      jobs: jobs(SIDEKIQ, { SIDEKIQ_REDIS_URL: `${STORE}/1` }, RUBY),
    },
  },
];
