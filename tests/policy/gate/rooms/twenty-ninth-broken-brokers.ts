import type { ExplainedCase } from "../nineteenth-form";
import {
  BIND,
  CANARY,
  CELERY,
  DJANGO,
  given,
  LOCAL,
  NETWORK,
  NODE,
  PEER,
  RAILS,
  REFUSED,
  SESSION,
  started,
} from "./twenty-ninth-form";

const RED = "redis://red-d2willow0creek0canary:6379/0";

/** Key value stores and brokers that are not where they are looked for, or not asked in their own way. */
export const REJECTED_BROKERS_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  {
    rule: `${NETWORK}|${LOCAL}`,
    ...given(
      "nothing listens at 6379 of the worker (celery/celery, issues 3253 and 7731)",
      { DATABASE_URL: SESSION, CELERY_BROKER_URL: "redis://localhost:6379/0" },
      CELERY,
    ),
  },
  {
    rule: `${NETWORK}|${LOCAL}|${PEER}`,
    ...given(
      "redis is the compose file's service (PostHog/posthog, issue 3028; common)",
      {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "redis://redis:6379/0",
        CELERY_RESULT_BACKEND: "redis://redis:6379/1",
      },
      CELERY,
    ),
  },
  {
    rule: `${NETWORK}|${LOCAL}`,
    ...given(
      "BullMQ is given the loopback by parts (taskforcesh/bullmq, issues 2764 and 352)",
      { REDIS_HOST: "127.0.0.1", REDIS_PORT: "6379" },
      NODE,
    ),
  },
  {
    rule: `${NETWORK}|${LOCAL}`,
    ...given(
      "RabbitMQ's default URL (common)",
      { DATABASE_URL: SESSION, CELERY_BROKER_URL: "amqp://guest:guest@localhost:5672//" },
      CELERY,
    ),
  },
  {
    rule: REFUSED,
    ...given(
      "a rediss:// backend needs ssl_cert_reqs, or Celery does not start (common; Celery's page on Redis)",
      {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: RED,
        CELERY_RESULT_BACKEND: `rediss://default:${CANARY}@eu1-calm-otter-31877.upstash.io:6379`,
      },
      CELERY,
    ),
  },
  {
    rule: `${REFUSED}|${NETWORK}`,
    ...given(
      "Upstash's REST address is no broker's URL (common)",
      { DATABASE_URL: SESSION, CELERY_BROKER_URL: "https://eu1-calm-otter-31877.upstash.io" },
      CELERY,
    ),
  },
  {
    rule: `${REFUSED}|${NETWORK}`,
    ...given(
      "redis-py wants a scheme (common; redis-py's page on from_url)",
      { REDIS_URL: "red-d2willow0creek0canary:6379" },
      { driver: "psycopg2" },
    ),
  },
  {
    rule: `${REFUSED}|${NETWORK}`,
    ...given(
      "the internal address speaks no TLS (common; Render's page on key value)",
      { REDIS_URL: "rediss://red-d2willow0creek0canary:6379" },
      NODE,
    ),
  },
  {
    rule: `${NETWORK}|${LOCAL}`,
    ...given(
      "Action Cable's development URL (common)",
      { REDIS_URL: "redis://localhost:6379/1" },
      { ...RAILS, command: "bundle exec sidekiq", kind: "worker" },
    ),
  },
  {
    rule: `${NETWORK}|${PEER}|${LOCAL}`,
    ...given(
      "minio is the compose file's service (common)",
      {
        AWS_S3_ENDPOINT_URL: "http://minio:9000",
        AWS_ACCESS_KEY_ID: "willowminio",
        AWS_SECRET_ACCESS_KEY: CANARY,
      },
      DJANGO,
    ),
  },
  {
    rule: `${NETWORK}|${PEER}|${LOCAL}`,
    ...given(
      "elasticsearch is the compose file's service (common)",
      { ELASTICSEARCH_URL: "http://elasticsearch:9200" },
      NODE,
    ),
  },
  {
    rule: `${NETWORK}|${LOCAL}`,
    ...given(
      "a second database of the developer's machine (common)",
      { MONGODB_URI: "mongodb://localhost:27017/willow" },
      NODE,
    ),
  },
  {
    rule: `${NETWORK}|${REFUSED}|${LOCAL}`,
    ...given(
      "the other service's development address (common; Render's page on private networks)",
      { BACKEND_URL: "http://localhost:8001" },
      NODE,
    ),
  },
  {
    rule: `${NETWORK}|${LOCAL}`,
    ...given(
      "Fly's network is not Render's (common)",
      { REDIS_URL: `redis://default:${CANARY}@willow-redis.internal:6379` },
      NODE,
    ),
  },
  {
    rule: BIND,
    kind: "private",
    ...started(
      "others in the network are refused at the loopback (Render's page on private services)",
      "uvicorn willow.inner:app --host 127.0.0.1 --port $PORT",
    ),
  },
];
