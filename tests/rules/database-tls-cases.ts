import { type Cases, connection, POOLER, REF, url, variable } from "./facts";

const node = (sslmode: string, more: Record<string, string> = {}, host = POOLER) =>
  connection({ host, driver: "node-postgres", parameters: { sslmode, ...more } });

export const TLS_CASES: Cases = {
  "database/tls-untrusted": [
    ["asyncpg with require, which only encrypts", [connection({})], undefined],
    [
      "psycopg with require, which only encrypts",
      [connection({ driver: "psycopg", parameters: { sslmode: "require" } })],
      undefined,
    ],
    ["node-postgres without sslmode", [connection({ driver: "node-postgres", parameters: {} })], undefined],
    ["node-postgres with the certificate", [node("require", { sslrootcert: "prod-ca.crt" })], undefined],
    ["node-postgres as libpq reads it", [node("require", { uselibpqcompat: "true" })], undefined],
    ["node-postgres that verifies nothing", [node("no-verify")], undefined],
    ["node-postgres and another provider's host", [node("require", {}, "db.acme.com")], undefined],
    [
      "an authority for the whole process",
      [node("require"), variable("NODE_EXTRA_CA_CERTS", "/etc/prod-ca.crt")],
      undefined,
    ],
    [
      "verify-full in a private network",
      [connection({ host: "db", parameters: { sslmode: "verify-full" } })],
      undefined,
    ],
    [
      "verify-full with the system's authorities, for a provider with a public one",
      [
        connection({
          driver: "psycopg",
          host: "db.acme.com",
          parameters: { sslmode: "verify-full", sslrootcert: "system" },
        }),
      ],
      undefined,
    ],
    [
      "verify-full with the system's authorities, where the provider has its own",
      [connection({ driver: "psycopg", parameters: { sslmode: "verify-full", sslrootcert: "system" } })],
      [
        "warning test: the certificate of aws-0-us-west-1.pooler.supabase.com: expected an authority, by `sslrootcert`, got `sslrootcert=system`, which does not hold it. Name the project's certificate by `sslrootcert=…`, or remove that parameter and write `sslmode=require` to encrypt without verifying.",
      ],
    ],
    [
      "node-postgres with libpq's verify-ca and no certificate, which it refuses for any host",
      [node("verify-ca", { uselibpqcompat: "true" }, "db.acme.com")],
      [
        "error test: the certificate of db.acme.com: expected an authority, by `sslrootcert`, got `sslmode=verify-ca` without one. Name the project's certificate by `sslrootcert=…`, or write `uselibpqcompat=true&sslmode=require` to encrypt without verifying.",
      ],
    ],
    [
      "node-postgres with libpq's verify-full and a public authority",
      [node("verify-full", { uselibpqcompat: "true" }, "db.acme.com")],
      undefined,
    ],
    [
      "node-postgres with ssl=true",
      [connection({ driver: "node-postgres", parameters: { ssl: "true" } })],
      [
        "error test: the certificate of aws-0-us-west-1.pooler.supabase.com: expected an authority, by `sslrootcert`, got `ssl=true` without one. Name the project's certificate by `sslrootcert=…`, or write `uselibpqcompat=true&sslmode=require` to encrypt without verifying.",
      ],
    ],
    [
      "node-postgres with require",
      [node("require")],
      [
        "error test: the certificate of aws-0-us-west-1.pooler.supabase.com: expected an authority, by `sslrootcert`, got `sslmode=require` without one. Name the project's certificate by `sslrootcert=…`, or write `uselibpqcompat=true&sslmode=require` to encrypt without verifying.",
      ],
    ],
    [
      "node-postgres with require at the direct host",
      [node("require", {}, `db.${REF}.supabase.co`)],
      [
        "error test: the certificate of db.abcdefghijklmnopqrst.supabase.co: expected an authority, by `sslrootcert`, got `sslmode=require` without one. Name the project's certificate by `sslrootcert=…`, or write `uselibpqcompat=true&sslmode=require` to encrypt without verifying.",
      ],
    ],
    [
      "node-postgres as libpq, with verify-full",
      [node("verify-full", { uselibpqcompat: "true" })],
      [
        "error test: the certificate of aws-0-us-west-1.pooler.supabase.com: expected an authority, by `sslrootcert`, got `sslmode=verify-full` without one. Name the project's certificate by `sslrootcert=…`, or write `uselibpqcompat=true&sslmode=require` to encrypt without verifying.",
      ],
    ],
    [
      "asyncpg with verify-full",
      [connection({ parameters: { sslmode: "verify-full" } })],
      [
        "warning test: the certificate of aws-0-us-west-1.pooler.supabase.com: expected an authority, by `sslrootcert`, got `sslmode=verify-full` without one. Name the authority's certificate by `sslrootcert=…`, or write `sslmode=require` to encrypt without verifying.",
      ],
    ],
    [
      "psycopg with verify-ca",
      [url("postgresql://u:p@db.acme.com/d?sslmode=verify-ca", "psycopg")],
      [
        "warning test: the certificate of db.acme.com: expected an authority, by `sslrootcert`, got `sslmode=verify-ca` without one. Name the authority's certificate by `sslrootcert=…`, or write `sslmode=require` to encrypt without verifying.",
      ],
    ],
  ],
  "database/tls-optional": [
    ["require", [connection({})], undefined],
    ["nothing is said", [connection({ parameters: {} })], undefined],
    [
      "prefer, in a private network",
      [connection({ host: "db", parameters: { sslmode: "prefer" } })],
      undefined,
    ],
    ["prefer", [connection({ parameters: { sslmode: "prefer" } })], /sslmode=prefer/],
    [
      "prefer in a variable, for SQLAlchemy",
      [url(`postgresql+asyncpg://u.${REF}:p@${POOLER}/d?ssl=prefer`, "sqlalchemy-asyncpg")],
      /ssl=prefer/,
    ],
  ],
};
