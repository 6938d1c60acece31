import type { SealedCase } from "./sealed";
import { POOL, REF } from "./written";

const database = (text: string) => ({ variables: { DATABASE_URL: text } });
export const SESSION = `postgresql://app.${REF}:k3JqL9vX@${POOL}:5432/postgres`;
const TRANSACTION = `postgresql://app.${REF}:k3JqL9vX@${POOL}:6543/postgres`;

/** What a finding says to do, and the same done to the letter. */
export interface Fix {
  readonly rule: string;
  readonly broken: SealedCase;
  /** What the message says to do. */
  readonly says: RegExp;
  /** The same, done to the letter. */
  readonly mended: SealedCase;
}

/** As node-postgres asks for TLS without the authority's certificate. */
const ENCRYPTED = "uselibpqcompat=true&sslmode=require";

const PG = { runtime: "node", driver: "node-postgres", command: "node server.js" } as const;
const PGX = { runtime: "go", driver: "pgx", command: "./api" } as const;
const PRISMA = { runtime: "node", driver: "prisma", command: "node main.js" } as const;
const serve = (rest: string) => `uvicorn main:app ${rest}`;

export const FIXES: readonly Fix[] = [
  {
    rule: "service/loopback-bind",
    broken: { command: serve("--port $PORT") },
    says: /Add `--host 0\.0\.0\.0`/,
    mended: { command: serve("--port $PORT --host 0.0.0.0") },
  },
  {
    rule: "service/loopback-bind",
    broken: { command: "gunicorn main:app -b 127.0.0.1:$PORT" },
    says: /0\.0\.0\.0/,
    mended: { command: "gunicorn main:app -b 0.0.0.0:$PORT" },
  },
  {
    rule: "port/agreement",
    broken: { command: serve("--host 0.0.0.0 --port 10000") },
    says: /Set it to 8000/,
    mended: { command: serve("--host 0.0.0.0 --port 8000") },
  },
  {
    rule: "port/standard",
    broken: { driver: "none", variables: { PORT: "10000" } },
    says: /Set it to 8000/,
    mended: { driver: "none", variables: { PORT: "8000" } },
  },
  {
    rule: "port/agreement",
    broken: { variables: { PORT: null }, group: { PORT: "3000" } },
    says: /Set it to 8000/,
    mended: { variables: { PORT: null }, group: { PORT: "8000" } },
  },
  {
    rule: "database/pooler-tenant",
    broken: database(SESSION.replace(`app.${REF}`, "postgres")),
    says: /Write `postgres\.` and the project's reference/,
    mended: database(SESSION.replace(`app.${REF}`, `postgres.${REF}`)),
  },
  {
    rule: "database/transaction-mode-statements",
    broken: database(TRANSACTION),
    says: /or use session mode: port 5432 of the pooler's host/,
    mended: database(TRANSACTION.replace("6543", "5432")),
  },
  {
    rule: "database/transaction-mode-statements",
    broken: { ...PRISMA, ...database(TRANSACTION) },
    says: /Append `pgbouncer=true` to the URL's parameters/,
    mended: {
      ...PRISMA,
      ...database(`${TRANSACTION}?pgbouncer=true`),
    },
  },
  {
    rule: "database/transaction-mode-statements",
    broken: { ...PGX, ...database(TRANSACTION) },
    says: /Append `default_query_exec_mode=exec` to the URL's parameters/,
    mended: {
      ...PGX,
      ...database(`${TRANSACTION}?default_query_exec_mode=exec`),
    },
  },
  {
    rule: "database/url-malformed",
    broken: database(SESSION.replace("postgresql:", "postgresql+asyncpg:")),
    says: /postgresql or postgres/,
    mended: database(SESSION),
  },
  {
    rule: "database/url-parameters",
    broken: database(`${SESSION}?ssl=require`),
    says: /Remove it, or write `sslmode=require`/,
    mended: database(`${SESSION}?sslmode=require`),
  },
  {
    rule: "database/password-encoding",
    broken: database(`postgresql://ship.${REF}:p@ss/w0rd@${POOL}:5432/postgres`),
    says: /%2F|percent/i,
    mended: database(`postgresql://ship.${REF}:p%40ss%2Fw0rd@${POOL}:5432/postgres`),
  },
  {
    rule: "database/ipv6-only-host",
    broken: database(`postgresql://postgres:k3JqL9vX@db.${REF}.supabase.co:5432/postgres`),
    says: /Write the session pooler's host .* with port 5432 and the user role\.projectref/,
    mended: database(SESSION),
  },
  {
    rule: "database/local-host",
    broken: database("postgresql://app:k3JqL9vX@localhost:5432/app"),
    says: /session pooler's/,
    mended: database(SESSION),
  },
  {
    rule: "database/tls-off",
    broken: database(`${SESSION}?sslmode=disable`),
    says: /sslmode=require/,
    mended: database(`${SESSION}?sslmode=require`),
  },
  {
    rule: "service/start-command",
    broken: { command: "gunicorn main:app -D --bind 0.0.0.0:$PORT" },
    says: /Remove the option that sends the server into the background/,
    mended: { command: "gunicorn main:app --bind 0.0.0.0:$PORT" },
  },
  {
    rule: "service/missing-application",
    broken: { command: "gunicorn main.py:app --bind 0.0.0.0:$PORT" },
    says: /Write `main:app`/,
    mended: { command: "gunicorn main:app --bind 0.0.0.0:$PORT" },
  },
  {
    rule: "port/agreement",
    broken: { command: "gunicorn main:app --bind 0.0.0.0:5000" },
    says: /Set it to 8000/,
    mended: { command: "gunicorn main:app --bind 0.0.0.0:8000" },
  },
  {
    rule: "service/start-command",
    broken: { ...PG, command: "pm2 start server.js" },
    says: /Start it with `pm2-runtime` in place of `pm2`/,
    mended: { ...PG, command: "pm2-runtime start server.js" },
  },
  {
    rule: "service/start-command",
    broken: { ...PG, command: "docker run -p 8000:8000 acme/api" },
    says: /make the service's runtime docker or image, and give it the program's own command, or none/,
    mended: {
      ...PG,
      command: null,
      properties: { runtimeSource: { image: { imageUrl: "ghcr.io/acme/api", tag: "1" } } },
    },
  },
  {
    rule: "database/tls-untrusted",
    broken: { ...PG, ...database(`${SESSION}?sslmode=require`) },
    says: /or write `uselibpqcompat=true&sslmode=require`/,
    mended: { ...PG, ...database(`${SESSION}?${ENCRYPTED}`) },
  },
  {
    rule: "database/password-encoding",
    broken: { ...PG, ...database(`postgresql://crane.${REF}:p@ss#w0rd@${POOL}:5432/postgres?${ENCRYPTED}`) },
    says: /percent-encoded/,
    mended: {
      ...PG,
      ...database(`postgresql://crane.${REF}:p%40ss%23w0rd@${POOL}:5432/postgres?${ENCRYPTED}`),
    },
  },
  {
    rule: "database/password-encoding",
    broken: { ...PGX, ...database(`postgresql://ship.${REF}:p@ss/w0rd@${POOL}:5432/postgres`) },
    says: /percent-encoded/,
    mended: { ...PGX, ...database(`postgresql://ship.${REF}:p%40ss%2Fw0rd@${POOL}:5432/postgres`) },
  },
  {
    rule: "database/ipv6-only-host",
    broken: {
      ...PRISMA,
      ...database(`postgresql://postgres:k3JqL9vX@db.${REF}.supabase.co:5432/postgres`),
    },
    says: /Write the session pooler's host .* with port 5432 and the user role\.projectref/,
    mended: { ...PRISMA, ...database(SESSION.replace(`app.${REF}`, `postgres.${REF}`)) },
  },
  {
    rule: "service/health-check-path",
    broken: { properties: { healthCheckPath: "health" } },
    says: /\/health/,
    mended: { properties: { healthCheckPath: "/health" } },
  },
  {
    rule: "environment/placeholder",
    broken: { variables: { API_KEY: "your-api-key-here" } },
    says: /Write the real value|real value/,
    mended: { variables: { API_KEY: "k3JqL9vXw0tYb7Qm1Zr6Hn" } },
  },
];
