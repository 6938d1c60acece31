import type { LogCase } from "../case";
import { HOSTS } from "../network";
import { database, NODE_PATH } from "./database-url";

const SURE = ["certain", "likely"] as const;
const UVICORN = "--host 0.0.0.0 --port $PORT";
const exited = { explains: ["process/exited"] } as const;
const direct = { host: HOSTS.direct.name, user: "postgres" };
const nowhere = { host: "aws-9-us-west-1.pooler.supabase.com" };
const local = { host: "localhost", user: "navigator" };

/** Databases that cannot be reached, or not trusted. */
export const REACH_CASES: readonly LogCase[] = [
  {
    name: "ipv6-asyncpg",
    produced: "Supabase's direct host, which has an IPv6 address only, from a network without IPv6.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database(direct),
    form: "dashboard",
    truth: {
      failureMode: "database/ipv6-unreachable",
      certainty: SURE,
      root: /OSError: \[Errno 101\] Network is unreachable|Network is unreachable/,
      ...exited,
    },
  },
  {
    name: "ipv6-psycopg2",
    produced: "The same with psycopg2, while gunicorn loads the service.",
    start: "gunicorn psycopg2_app:app",
    variables: database(direct),
    form: "iso",
    truth: {
      failureMode: "database/ipv6-unreachable",
      certainty: SURE,
      root: /port 5432 failed: Network is unreachable/,
      ...exited,
    },
  },
  {
    name: "ipv6-pg",
    produced: "The same with node-postgres.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database(direct), ...NODE_PATH },
    form: "coloured",
    truth: {
      failureMode: "database/ipv6-unreachable",
      certainty: SURE,
      root: /connect ENETUNREACH 2600:/,
      ...exited,
    },
  },
  {
    name: "dns-asyncpg",
    produced: "A pooler host that does not exist.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database(nowhere),
    form: "iso",
    truth: {
      failureMode: "database/dns",
      certainty: SURE,
      root: /socket\.gaierror: \[Errno -2\] Name or service not known/,
      ...exited,
    },
  },
  {
    name: "dns-psycopg",
    produced: "A pooler host that does not exist, with psycopg 3.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database(nowhere),
    form: "dashboard",
    truth: {
      failureMode: "database/dns",
      certainty: SURE,
      root: /failed to resolve host|Name or service not known/,
      ...exited,
    },
  },
  {
    name: "dns-psycopg-raw-at",
    produced: "A raw @ in the password: libpq takes what follows it for the host.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database({ password: "half@canary" }),
    form: "json",
    truth: {
      failureMode: "database/dns",
      readable: ["database/dns", "database/url-malformed"],
      certainty: SURE,
      root: /failed to resolve host|could not translate host name|Name or service not known/,
      ...exited,
    },
  },
  {
    name: "dns-pg",
    produced: "A pooler host that does not exist, with node-postgres.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database(nowhere), ...NODE_PATH },
    form: "bare",
    truth: {
      failureMode: "database/dns",
      certainty: SURE,
      root: /getaddrinfo ENOTFOUND aws-9-us-west-1\.pooler\.supabase\.com/,
      ...exited,
    },
  },
  {
    name: "refused-asyncpg",
    produced: "The URL of a developer's machine: localhost, where nothing listens.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database(local),
    form: "dashboard",
    truth: {
      failureMode: "database/refused",
      certainty: SURE,
      root: /ConnectionRefusedError: \[Errno 111\] Connect call failed/,
      ...exited,
    },
  },
  {
    name: "refused-sqlalchemy",
    produced: "The same with SQLAlchemy over psycopg2.",
    start: `uvicorn sqlalchemy_app:app ${UVICORN}`,
    variables: database({ ...local, scheme: "postgresql+psycopg2" }),
    form: "syslog",
    truth: {
      failureMode: "database/refused",
      certainty: SURE,
      root: /port 5432 failed: Connection refused/,
      ...exited,
    },
  },
  {
    name: "refused-pg",
    produced: "The same with node-postgres.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database(local), ...NODE_PATH },
    form: "iso-instances",
    truth: {
      failureMode: "database/refused",
      certainty: SURE,
      root: /connect ECONNREFUSED/,
      ...exited,
    },
  },
  {
    name: "tls-untrusted-asyncpg",
    produced: "sslmode=verify-full with the system's authorities, which do not know the pooler's.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ query: "sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt" }),
    form: "iso",
    truth: {
      failureMode: "database/tls-untrusted",
      certainty: SURE,
      root: /certificate verify failed/,
      ...exited,
    },
  },
  {
    name: "tls-untrusted-psycopg",
    produced: "sslmode=verify-full without a file of authorities, with psycopg 3.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database({ query: "sslmode=verify-full" }),
    form: "dashboard",
    truth: {
      failureMode: "database/tls-untrusted",
      certainty: SURE,
      root: /root certificate file .* does not exist/,
      ...exited,
    },
  },
  {
    name: "tls-untrusted-pg",
    produced: "sslmode=require, by which node-postgres verifies.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database({ query: "sslmode=require" }), ...NODE_PATH },
    form: "json",
    truth: {
      failureMode: "database/tls-untrusted",
      certainty: SURE,
      root: /unable to verify the first certificate/,
      ...exited,
    },
  },
  {
    name: "refused-silent-psycopg",
    produced: "An address that takes connections and never answers, with psycopg 3.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database({ host: HOSTS.silent.name, user: "navigator" }),
    form: "dashboard",
    truth: {
      failureMode: "database/refused",
      certainty: SURE,
      root: /connection timeout expired|timeout expired/,
      ...exited,
    },
  },
];
