import type { SealedCase } from "./sealed";
import { POOL, REF } from "./written";

const USER = `app.${REF}`;
const urlWith = (password: string) =>
  `postgresql://${USER}:${password}@${POOL}:5432/postgres?sslmode=require`;
const file = (name: string, content: string): SealedCase => ({ secretFiles: { [name]: content } });
const psycopg = { driver: "psycopg" } as const;
const java = { driver: "pgjdbc" } as const;
/** As libpq reads it: docs/current/libpq-connect#LIBPQ-CONNSTRING. */
const libpqQuoted = (password: string) => password.replaceAll(/[\\']/g, String.raw`\$&`);
const PARTS = { DB_HOST: POOL, DB_PORT: "5432", DB_USER: USER, DB_NAME: "postgres" };

export type Write = (password: string) => SealedCase;

/** Notations of a URL, in which a password's delimiters have to be encoded. */
export const URL_NOTATIONS: Readonly<Record<string, Write>> = {
  "a URL": (password) => ({ variables: { DATABASE_URL: urlWith(password) } }),
  "a URL of the short scheme": (password) => ({
    variables: { DATABASE_URL: urlWith(password).replace("postgresql:", "postgres:") },
  }),
  "a URL of another name": (password) => ({ variables: { PG_DSN: urlWith(password) } }),
  "a URL in quotes of its own": (password) => ({ ...file(".env", `DATABASE_URL="${urlWith(password)}"\n`) }),
  "a URL inside JSON": (password) => ({
    variables: { DB_CONFIG: JSON.stringify({ url: urlWith(password) }) },
  }),
  "a URL of an env group": (password) => ({ group: { DATABASE_URL: urlWith(password) } }),
  "a file of JSON": (password) =>
    file("config.json", JSON.stringify({ database: { url: urlWith(password) } })),
  "a file of YAML": (password) => file("config.yaml", `database:\n  url: '${urlWith(password)}'\n`),
  "a file of TOML": (password) => file("config.toml", `[database]\nurl = '${urlWith(password)}'\n`),
  "Alembic's file": (password) => file("alembic.ini", `[alembic]\nsqlalchemy.url = ${urlWith(password)}\n`),
  "the start command": (password) => ({
    command: `DATABASE_URL='${urlWith(password)}' uvicorn main:app --host 0.0.0.0 --port $PORT`,
  }),
};

/** Notations that have the password by itself, in which nothing is encoded. */
export const OWN_NOTATIONS: Readonly<Record<string, Write>> = {
  "Django's variables": (password) => ({ variables: { ...PARTS, DB_PASSWORD: password } }),
  "libpq's variables": (password) => ({
    variables: { PGHOST: POOL, PGUSER: USER, PGDATABASE: "postgres", PGPASSWORD: password },
  }),
  "libpq's pairs in quotes": (password) => ({
    ...psycopg,
    variables: {
      DATABASE_URL: `host=${POOL} port=5432 user=${USER} dbname=postgres password='${libpqQuoted(password)}'`,
    },
  }),
  "Npgsql's pairs": (password) => ({
    driver: "npgsql",
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Username=${USER};Database=postgres;SSL Mode=Require;Password="${password}"`,
    },
  }),
  "a variable beside JDBC": (password) => ({
    ...java,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: password,
    },
  }),
  "a variable of an env group": (password) => ({ group: { ...PARTS, DB_PASSWORD: password } }),
  "an env file": (password) =>
    file(
      ".env",
      Object.entries({ ...PARTS, DB_PASSWORD: password })
        .map(([name, value]) => `${name}='${value}'\n`)
        .join(""),
    ),
  "parts inside JSON": (password) => ({
    variables: {
      DB_CONFIG: JSON.stringify({ host: POOL, port: 5432, user: USER, database: "postgres", password }),
    },
  }),
  "a file of JSON with parts": (password) =>
    file(
      "config.json",
      JSON.stringify({ database: { host: POOL, user: USER, database: "postgres", password } }),
    ),
  "a file of YAML with parts": (password) =>
    file(
      "config.yml",
      `database:\n  host: ${POOL}\n  user: ${USER}\n  database: postgres\n  password: ${JSON.stringify(password)}\n`,
    ),
};
