import { IPV6, LOCAL, MODE, PLACEHOLDER, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare } from "../written";
import { asyncApi, django, goApi, nest, parts, springApp, springBy } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  HOSTS,
  PARAMETERS,
  POOL,
  pooled,
  REF,
  REFUSED,
  SESSION,
  sound,
  USER,
} from "./posted-services-form";

const STORE = `rediss://default:${CANARY}@calm-plum-30211.upstash.io:6379`;
const worker = { kind: "worker", driver: "psycopg2", command: "celery -A shop worker -l info" } as const;
const spring = (of: Readonly<Record<string, string>>) => ({ ...springApp, variables: springBy(of) });
const listed = (name: string, value: string) => ({ variables: { DATABASE_URL: SESSION, [name]: value } });
const REFERRING = "jdbc:postgresql://${DB_HOST}:${DB_PORT:5432}/${DB_NAME:postgres}";

/** Next to connections and values that were posted: what Spring fills in, a second ?, lists, and words of frameworks. */
export const NEXT_TO_POSTED_CONNECTIONS: readonly ExplainedCase[] = [
  broken(
    IPV6,
    "Spring fills in the direct host",
    spring({ SPRING_DATASOURCE_URL: REFERRING, DB_HOST: DIRECT, SPRING_DATASOURCE_USERNAME: "postgres" }),
  ),
  broken(
    LOCAL,
    "without DB_HOST the default counts",
    spring({ SPRING_DATASOURCE_URL: "jdbc:postgresql://${DB_HOST:localhost}:5432/postgres" }),
  ),
  broken(
    TENANT,
    "Spring fills in the user",
    spring({ SPRING_DATASOURCE_USERNAME: "${DB_USER}", DB_USER: "postgres" }),
  ),
  broken(
    MODE,
    "Spring fills in the port",
    spring({ SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:\${DB_PORT}/postgres`, DB_PORT: "6543" }),
  ),
  broken(
    PLACEHOLDER,
    "undefined is no host of Java's either",
    spring({ SPRING_DATASOURCE_URL: "jdbc:postgresql://undefined:5432/app" }),
  ),
  broken(
    PLACEHOLDER,
    "null is no host of Java's either",
    spring({ SPRING_DATASOURCE_URL: "jdbc:postgresql://null:5432/null" }),
  ),
  broken(
    `${PARAMETERS}|${MODE}`,
    "a second ? begins no parameter",
    spring({
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0?sslmode=require`,
    }),
  ),
  broken(PARAMETERS, "a second ? begins no parameter", {
    ...goApi,
    variables: { DATABASE_URL: pooled("5432/postgres?application_name=api?sslmode=require") },
  }),
  broken(PARAMETERS, "a second ? begins no parameter", {
    ...nest,
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=no-verify?application_name=api") },
  }),
  broken(PARAMETERS, "a second ? begins no parameter", {
    ...asyncApi,
    variables: { DATABASE_URL: pooled("5432/postgres?ssl=require?command_timeout=60", "postgresql+asyncpg") },
  }),
  broken(PARAMETERS, "lib/pq takes allow from 1.12 on", {
    ...goApi,
    driver: "lib-pq",
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=allow") },
  }),
  broken(REFUSED, "TypeORM calls it postgres", { ...nest, variables: parts({ DB_TYPE: "pg" }) }),
  broken(
    REFUSED,
    "a comma before the end is none of JSON's",
    listed("CORS_ALLOWED_ORIGINS", '["https://plum.coop",]'),
  ),
  broken(`${REFUSED}|${HOSTS}`, "Python's list is no JSON, and split at commas its marks stay", {
    ...django,
    ...listed("DJANGO_ALLOWED_HOSTS", "['.onrender.com', 'plum.coop']"),
  }),
  broken(REFUSED, "Django has no backend of the name", {
    ...django,
    variables: parts({ DB_ENGINE: "django.db.backends.psycopg2" }),
  }),
  broken(REFUSED, "Django 3 and later have no backend of the name", {
    ...django,
    variables: parts({ SQL_ENGINE: "django.db.backends.postgresql_psycopg2" }),
  }),
  broken(REFUSED, "Celery asks the address of its results for ssl_cert_reqs", {
    ...worker,
    variables: {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: `${STORE}?ssl_cert_reqs=CERT_NONE`,
      CELERY_RESULT_BACKEND: STORE,
    },
  }),
  broken(REFUSED, "REDIS_URL is commonly Celery's broker", {
    ...worker,
    variables: { DATABASE_URL: SESSION, REDIS_URL: STORE },
  }),
];

export const SOUND_NEXT_TO_POSTED_CONNECTIONS: readonly ExplainedCase[] = [
  sound(
    "Spring fills in host, default port and name",
    spring({ SPRING_DATASOURCE_URL: REFERRING, DB_HOST: POOL }),
  ),
  sound(
    "Spring fills in user and password",
    spring({
      SPRING_DATASOURCE_USERNAME: "${DB_USER}",
      SPRING_DATASOURCE_PASSWORD: "${DB_PASSWORD}",
      DB_USER: USER,
      DB_PASSWORD: CANARY,
    }),
  ),
  sound("Spring fills in the port", spring({ SERVER_PORT: "${PORT:8080}" })),
  sound(
    "Spring's references go on",
    spring({ SPRING_DATASOURCE_URL: "${JDBC_URL}", JDBC_URL: REFERRING, DB_HOST: POOL }),
  ),
  sound("a value with ? alone", {
    ...goApi,
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require&application_name=who%3F") },
  }),
  sound("lib/pq by require", {
    ...goApi,
    driver: "lib-pq",
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
  }),
  sound("another language's word", { driver: "psycopg2", variables: parts({ DB_TYPE: "postgresql" }) }),
  sound("a list in JSON", listed("CORS_ALLOWED_ORIGINS", '["https://plum.coop"]')),
  sound("an address of IPv6 has brackets", { ...django, ...listed("ALLOWED_HOSTS", "[::1],.onrender.com") }),
  sound("a pattern has brackets", listed("CORS_ORIGIN_REGEX", "[a-z]+[.]plum[.]coop")),
  sound("PostGIS", { ...django, variables: parts({ DB_ENGINE: "django.contrib.gis.db.backends.postgis" }) }),
  sound("a backend of another package", {
    ...django,
    variables: parts({ DB_ENGINE: "dj_db_conn_pool.backends.postgresql" }),
  }),
  sound("Celery's words of later versions", {
    ...worker,
    variables: { DATABASE_URL: SESSION, REDIS_URL: `${STORE}?ssl_cert_reqs=required` },
  }),
  sound("no worker of Celery's", { ...django, variables: { DATABASE_URL: SESSION, REDIS_URL: STORE } }),
  sound("Celery by RabbitMQ with TLS", {
    ...worker,
    variables: {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: `amqps://plum:${CANARY}@stork.rmq.cloudamqp.com/plum`,
    },
  }),
  sound("a program of a page without Spring has no reference filled in, and has none", {
    ...bare,
    variables: { SUPABASE_URL: `https://${REF}.supabase.co` },
  }),
];
