import { prisma, soundBy } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { CERTIFICATE } from "./twentieth-form";
import { BESIDE_OTHER, CANARY, GUNICORN, OTHER, POOL, pooled, SESSION, USER, url } from "./twenty-first-form";
import { bare, go, node } from "./written";

const SERVER = { ...node, command: "node dist/server.js" };
const FILE = "/etc/secrets/prod-ca-2021.crt";
const AUTHORITY = { secretFiles: { "prod-ca-2021.crt": CERTIFICATE } };

/** Sound connection strings in forms that are seldom seen, and their authorities. */
export const SOUND_STRINGS_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    why: "libpq reads words and values too, and a value with a blank stands in quotes",
    ...soundBy(
      {
        DATABASE_URL: `host=${POOL} port=5432 user=${USER} password='Qn4ce Gale8vT' dbname=postgres sslmode=require`,
      },
      { driver: "psycopg" },
    ),
  },
  {
    why: "Node adds the authorities of NODE_EXTRA_CA_CERTS to its own, so that verify-full succeeds",
    ...soundBy(
      { DATABASE_URL: `${SESSION}?sslmode=verify-full`, NODE_EXTRA_CA_CERTS: FILE },
      { ...SERVER, ...AUTHORITY },
    ),
  },
  {
    why: "the mode and the authority are in libpq's variables, and the URL says nothing against them",
    ...soundBy(
      { DATABASE_URL: SESSION, PGSSLMODE: "verify-full", PGSSLROOTCERT: FILE },
      { driver: "psycopg", ...AUTHORITY },
    ),
  },
  {
    why: "libpq's service file names the pooler, and the password is a variable (PostgreSQL's page on the file)",
    ...soundBy(
      { PGSERVICEFILE: "/etc/secrets/pg_service.conf", PGSERVICE: "tide", PGPASSWORD: CANARY },
      {
        ...bare,
        command: GUNICORN,
        secretFiles: {
          "pg_service.conf": `[tide]\nhost=${POOL}\nport=5432\nuser=${USER}\ndbname=postgres\nsslmode=require\n`,
        },
      },
    ),
  },
  {
    why: "Neon's certificate is of a public authority, which Go's own roots have",
    ...soundBy(
      {
        DATABASE_URL: url(
          "tide_owner",
          "ep-still-tide-b3m8q1wz.eu-central-1.aws.neon.tech/tide?sslmode=verify-full",
        ),
      },
      { ...go, command: "./bin/tide --addr=:$PORT" },
    ),
  },
  {
    why: "libpq tries each host in turn and stays at the one that takes writes (PostgreSQL's page on connection URIs)",
    ...soundBy(
      {
        DATABASE_URL: url(
          "tide",
          "pg-a.tidewater.coop:5432,pg-b.tidewater.coop:5432/tide?target_session_attrs=read-write&sslmode=require",
        ),
      },
      { driver: "psycopg" },
    ),
  },
  {
    why: "the first colon ends the user, and the later one is of the password (PostgreSQL's code of libpq)",
    ...soundBy(
      { DATABASE_URL: SESSION.replace(CANARY, "Qn4ce:Gale!8vT") },
      { driver: "psycopg2", command: GUNICORN },
    ),
  },
  {
    why: "in session mode each client has a connection of its own, so a large cache of statements is right",
    ...soundBy(
      {
        DATABASE_URL: pooled(
          "5432/postgres?prepared_statement_cache_size=500&ssl=require",
          "postgresql+asyncpg",
        ),
      },
      { driver: "sqlalchemy-asyncpg", declared: BESIDE_OTHER },
    ),
  },
  {
    why: "Prisma takes its schema from the URL; staging is at its own direct host (Prisma's page on the connector)",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?schema=ledger&connection_limit=5&pool_timeout=20") },
      {
        ...prisma,
        declared: {
          otherEnvironments: {
            staging: { host: `db.${OTHER}.supabase.co`, port: 5432, user: "postgres", database: "postgres" },
          },
        },
      },
    ),
  },
];
