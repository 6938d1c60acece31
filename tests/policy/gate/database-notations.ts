import type { SealedCase } from "./sealed";
import { DIRECT, POOL, REF } from "./written";

/** What is said of one database, in whatever notation. */
export interface Said {
  readonly user: string;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly sslmode?: string;
}

const PASSWORD = "k3JqL9vX";
const tenant = { user: `app.${REF}`, host: POOL, port: "5432", database: "postgres", sslmode: "require" };

/** One fact about a database, and the rule that it breaks; none where it is sound. */
export const DATABASE_FACTS: Readonly<Record<string, readonly [said: Said, rule?: string]>> = {
  "a tenant of the session pooler": [tenant],
  "a host that has IPv6 only": [{ ...tenant, user: "postgres", host: DIRECT }, "database/ipv6-only-host"],
  "a user without its project": [{ ...tenant, user: "postgres" }, "database/pooler-tenant"],
  "TLS that is switched off": [
    { user: "app", host: "db.acme.io", port: "5432", database: "app", sslmode: "disable" },
    "database/tls-off",
  ],
  "a host of the machine itself": [
    { user: "app", host: "localhost", port: "5432", database: "app" },
    "database/local-host",
  ],
  "another environment's": [
    { user: "app", host: "db.preview.acme.io", port: "5432", database: "app", sslmode: "require" },
    "database/other-environment",
  ],
};

const query = ({ sslmode }: Said, before: string) =>
  sslmode === undefined ? "" : `${before}sslmode=${sslmode}`;
const urlOf = (said: Said, scheme = "postgresql", host = said.host) =>
  `${scheme}://${said.user}:${PASSWORD}@${host}:${said.port}/${said.database}${query(said, "?")}`;
const jdbcOf = (said: Said) =>
  `jdbc:postgresql://${said.host}:${said.port}/${said.database}${query(said, "?")}`;
const npgsqlOf = ({ host, port, user, database, sslmode }: Said) =>
  `Host=${host};Port=${port};Username=${user};Password=${PASSWORD};Database=${database}${sslmode === undefined ? "" : `;SSL Mode=${sslmode}`}`;
/** Host, port, user, password and database under these names, with sslmode where the notation has one. */
const named = (said: Said, names: readonly string[]) => {
  const values = [said.host, said.port, said.user, PASSWORD, said.database, said.sslmode];
  return names.flatMap((name, index) => {
    const value = values[index];
    return value === undefined ? [] : [[name, value] as const];
  });
};
const variables = (prefix: string, parts: readonly string[]) => (said: Said) => ({
  variables: Object.fromEntries(
    named(
      said,
      parts.map((part) => `${prefix}${part}`),
    ),
  ),
});
const PARTS = ["HOST", "PORT", "USER", "PASSWORD", "NAME", "SSLMODE"];
const KEYS = ["host", "port", "user", "password", "database", "sslmode"];
const object = (said: Said) => Object.fromEntries(named(said, KEYS));
const file = (name: string, content: string): SealedCase => ({ secretFiles: { [name]: content } });
const joined = (pairs: readonly (readonly [string, string])[], by: (name: string, value: string) => string) =>
  pairs.map(([name, value]) => by(name, value)).join("\n");
const psycopg = { driver: "psycopg" } as const;
const java = { driver: "pgjdbc" } as const;

/** The notations in which services get a database, by what they are. */
export const DATABASE_NOTATIONS: Readonly<Record<string, (said: Said) => SealedCase>> = {
  "a URL": (said) => ({ variables: { DATABASE_URL: urlOf(said) } }),
  "a URL of the short scheme": (said) => ({ variables: { DATABASE_URL: urlOf(said, "postgres") } }),
  "a host in capitals": (said) => ({
    variables: { DATABASE_URL: urlOf(said, "postgresql", said.host.toUpperCase()) },
  }),
  "a host with a dot behind": (said) => ({
    variables: { DATABASE_URL: urlOf(said, "postgresql", `${said.host}.`) },
  }),
  "a URL of another name": (said) => ({ variables: { PG_DSN: urlOf(said) } }),
  "a URL with its host among the parameters": (said) => ({
    ...psycopg,
    variables: {
      DATABASE_URL: `postgresql:///${said.database}?host=${said.host}&port=${said.port}&user=${said.user}&password=${PASSWORD}${query(said, "&")}`,
    },
  }),
  "libpq's pairs": (said) => ({
    ...psycopg,
    variables: {
      DATABASE_URL: named(said, ["host", "port", "user", "password", "dbname", "sslmode"])
        .map(([name, value]) => `${name}=${value}`)
        .join(" "),
    },
  }),
  "libpq's pairs in quotes": (said) => ({
    ...psycopg,
    variables: {
      DATABASE_DSN: named(said, ["host", "port", "user", "password", "dbname", "sslmode"])
        .map(([name, value]) => `${name}='${value}'`)
        .join(" "),
    },
  }),
  "JDBC with its user": (said) => ({
    ...java,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${said.host}:${said.port}/${said.database}?user=${said.user}&password=${PASSWORD}${query(said, "&")}`,
    },
  }),
  "JDBC with its user beside": (said) => ({
    ...java,
    variables: {
      SPRING_DATASOURCE_URL: jdbcOf(said),
      SPRING_DATASOURCE_USERNAME: said.user,
      SPRING_DATASOURCE_PASSWORD: PASSWORD,
    },
  }),
  "Npgsql's pairs": (said) => ({
    driver: "npgsql",
    variables: { ConnectionStrings__Default: npgsqlOf(said) },
  }),
  "libpq's variables": variables("PG", ["HOST", "PORT", "USER", "PASSWORD", "DATABASE", "SSLMODE"]),
  "Django's variables": variables("DB_", PARTS),
  "the image's variables": variables("POSTGRES_", ["HOST", "PORT", "USER", "PASSWORD", "DB", "SSLMODE"]),
  "variables of a template": variables("POSTGRES_", ["SERVER", "PORT", "USER", "PASSWORD", "DB", "SSLMODE"]),
  "variables with words in front": variables("ORDERS_DB_", PARTS),
  "nested variables": variables("DATABASE__", PARTS),
  "a URL inside JSON": (said) => ({ variables: { DB_CONFIG: JSON.stringify({ url: urlOf(said) }) } }),
  "parts inside JSON": (said) => ({ variables: { DB_CONFIG: JSON.stringify(object(said)) } }),
  "an env file": (said) => file(".env", `DATABASE_URL="${urlOf(said)}"\n`),
  "an env file with parts": (said) =>
    file(
      ".env",
      joined(
        named(
          said,
          PARTS.map((part) => `DB_${part}`),
        ),
        (name, value) => `${name}=${value}`,
      ),
    ),
  "a file of JSON": (said) => file("config.json", JSON.stringify({ database: { url: urlOf(said) } })),
  "a file of JSON with parts": (said) => file("config.json", JSON.stringify({ database: object(said) })),
  "a file of YAML": (said) => file("config.yaml", `database:\n  url: ${urlOf(said)}\n`),
  "a file of YAML with parts": (said) =>
    file("config.yml", `database:\n${joined(named(said, KEYS), (name, value) => `  ${name}: ${value}`)}\n`),
  "a file of TOML": (said) => file("config.toml", `[database]\nurl = "${urlOf(said)}"\n`),
  "a file of TOML with parts": (said) =>
    file(
      "config.toml",
      `[database]\n${joined(named(said, KEYS), (name, value) => `${name} = "${value}"`)}\n`,
    ),
  "a file of properties": (said) => ({
    ...java,
    ...file(
      "application.properties",
      `spring.datasource.url=${jdbcOf(said)}\nspring.datasource.username=${said.user}\n`,
    ),
  }),
  "Spring's YAML": (said) => ({
    ...java,
    ...file(
      "application.yml",
      `spring:\n  datasource:\n    url: ${jdbcOf(said)}\n    username: ${said.user}\n`,
    ),
  }),
  "a file of .NET": (said) => ({
    driver: "npgsql",
    ...file(
      "appsettings.Production.json",
      JSON.stringify({ ConnectionStrings: { Default: npgsqlOf(said) } }),
    ),
  }),
  "Alembic's file": (said) => file("alembic.ini", `[alembic]\nsqlalchemy.url = ${urlOf(said)}\n`),
  "an env group": (said) => ({ group: { DATABASE_URL: urlOf(said) } }),
  "an env group's host and the service's user": (said) => ({
    ...psycopg,
    group: { PGHOST: said.host, PGPORT: said.port },
    variables: Object.fromEntries(
      named(said, ["", "", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGSSLMODE"]).filter(
        ([name]) => name !== "",
      ),
    ),
  }),
  "a variable of the command": (said) => ({
    command: `export DATABASE_URL='${urlOf(said)}'; exec uvicorn main:app --host 0.0.0.0 --port $PORT`,
  }),
  "an assignment before the command": (said) => ({
    command: `DATABASE_URL='${urlOf(said)}' uvicorn main:app --host 0.0.0.0 --port $PORT`,
  }),
  "a worker": (said) => ({ kind: "worker", variables: { DATABASE_URL: urlOf(said) } }),
  "a cron job": (said) => ({ kind: "cron", variables: { DATABASE_URL: urlOf(said) } }),
};
