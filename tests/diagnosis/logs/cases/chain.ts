import type { LogCase } from "../case";
import { HOSTS } from "../network";
import { database, WRONG_PASSWORD } from "./database-url";

const SURE = ["certain", "likely"] as const;
const UVICORN = (module: string, host = "0.0.0.0"): string =>
  `uvicorn ${module}:app --host ${host} --port $PORT`;
const late = { host: HOSTS.late.name, user: "navigator" };

/** More than one symptom: causes far from their effects, faults beside one another, and what was no failure. */
export const CHAIN_CASES: readonly LogCase[] = [
  {
    name: "chain-retry-old-pooler",
    produced:
      "A wrong password at a pooler before 2.6; the service asks again and again, never listens, and the scan ends.",
    start: UVICORN("retrying_app"),
    variables: database({ host: HOSTS.old.name, password: WRONG_PASSWORD, port: 6543 }),
    form: "dashboard",
    truth: {
      failureMode: "database/credentials",
      certainty: ["likely"],
      root: /unexpected error while performing authentication/,
      explains: ["port/none-open"],
    },
  },
  {
    name: "chain-retry-until-blocked",
    produced: "A wrong password at a pooler that blocks the address after three; the service goes on asking.",
    start: UVICORN("retrying_app"),
    variables: database({
      host: HOSTS.blocking.name,
      user: "postgres.qwdkzpxmvtjrhyobncal",
      password: WRONG_PASSWORD,
    }),
    form: "iso",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
      explains: ["database/auth-blocked", "port/none-open"],
    },
  },
  {
    name: "chain-retry-refused",
    produced: "A database that does not answer; the service gives up after four attempts.",
    start: UVICORN("retrying_app"),
    variables: { ...database({ host: HOSTS.postgres.name, port: 5433 }), ATTEMPTS: "4" },
    form: "iso-instances",
    truth: {
      failureMode: "database/refused",
      certainty: SURE,
      root: /Connect call failed/,
      explains: ["process/exited"],
    },
  },
  {
    name: "chain-retry-ipv6",
    produced: "Supabase's direct host without IPv6; the service asks again and again, and the scan ends.",
    start: UVICORN("retrying_app"),
    variables: database({ host: HOSTS.direct.name, user: "postgres" }),
    form: "json",
    truth: {
      failureMode: "database/ipv6-unreachable",
      certainty: SURE,
      root: /Network is unreachable/,
      explains: ["port/none-open"],
    },
  },
  {
    name: "overcome-late-database",
    produced: "The database answers after some refused attempts, and the deploy becomes live: no failure.",
    start: UVICORN("retrying_app"),
    variables: database(late),
    opensLateAt: /attempt 3: .*retrying/,
    form: "dashboard",
    truth: { failureMode: "none", readable: ["none", "unknown"], certainty: ["unknown", "certain"] },
  },
  {
    name: "healthy",
    produced: "A deploy without any fault.",
    start: UVICORN("asyncpg_app"),
    healthCheckPath: "/health",
    variables: database(),
    form: "iso",
    truth: { failureMode: "none", readable: ["none", "unknown"], certainty: ["unknown", "certain"] },
  },
  {
    name: "canceled",
    produced: "A deploy that was canceled while the service worked: the log says nothing of it.",
    start: "python worker.py",
    cancelAt: /no job in the queue/,
    form: "dashboard",
    truth: { failureMode: "unknown", readable: ["none", "unknown"], certainty: ["unknown"] },
  },
  {
    name: "two-faults-loopback-and-database",
    produced:
      "The service listens on loopback, which fails the deploy, and does without its database, whose password is wrong.",
    start: UVICORN("tolerant_app", "127.0.0.1"),
    variables: database({ password: WRONG_PASSWORD }),
    form: "iso",
    truth: {
      failureMode: "port/loopback-bind",
      readable: ["port/loopback-bind", "database/credentials"],
      certainty: SURE,
      root: /Uvicorn running on http:\/\/127\.0\.0\.1:8000/,
      independent: ["port/loopback-bind", "database/credentials"],
    },
  },
  {
    name: "two-faults-build-warning-and-module",
    produced: "The build misses an optional requirement and goes on; the start then misses another module.",
    build:
      "pip install --no-index --disable-pip-version-check uvloop==99.0 || echo 'going on without uvloop'",
    start: UVICORN("redis_app"),
    form: "dashboard-instances",
    truth: {
      failureMode: "import/missing-module",
      certainty: SURE,
      root: /ModuleNotFoundError: No module named 'redis'/,
      explains: ["process/exited"],
    },
  },
  {
    name: "pasted-end-only",
    produced: "A service that never listens, of whose log only Render's end was pasted.",
    start: "python worker.py",
    pasted: /==> (Timed Out|Deploying\.\.\.)$/,
    form: "bare",
    truth: {
      failureMode: "platform/cause-unknown",
      certainty: ["unknown", "likely", "certain"],
      root: /==> Timed Out/,
    },
  },
  {
    name: "unknown-program",
    produced:
      "The pasted log is the service's own, in words that nobody has written down; Render's lines are missing.",
    start: `awk 'BEGIN { print "gear 7 refuses to turn: torque 0.31 over limit"; print "halting"; exit 9 }'`,
    pasted: /^(gear|halting)/,
    form: "iso",
    truth: { failureMode: "unknown", certainty: ["unknown"] },
  },
  {
    name: "chain-psycopg-pool",
    produced: "A wrong password with psycopg's pool, which tries in the background until its time is over.",
    start: UVICORN("psycopg_pool_app"),
    variables: database({ password: WRONG_PASSWORD }),
    form: "dashboard",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
      explains: ["process/exited"],
    },
  },
  {
    name: "chain-uvicorn-workers",
    produced:
      "uvicorn's workers end because a module is missing, and are started again and again, so that nobody accepts a connection.",
    start: `${UVICORN("redis_app")} --workers 2`,
    healthCheckPath: "/health",
    form: "iso-instances",
    truth: {
      failureMode: "import/missing-module",
      certainty: SURE,
      root: /ModuleNotFoundError: No module named 'redis'/,
      explains: ["port/none-open"],
    },
  },
  {
    name: "chain-npm-start",
    produced: "npm start runs a program that requires a package that is not installed.",
    runtime: "node",
    build: `echo '{"name":"navigator","version":"1.0.0","scripts":{"start":"node express_app.js"}}' > package.json`,
    start: "npm start",
    form: "dashboard",
    truth: {
      failureMode: "import/missing-module",
      certainty: SURE,
      root: /Error: Cannot find module 'express'/,
      explains: ["process/exited"],
    },
  },
];
