import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up passwords and servers; hosts in their providers' public forms. */
const RDS = "orchard.cf3v81mkq2xz.eu-west-1.rds.amazonaws.com";
const NEON_POOLED = "ep-lively-pine-b5r8w2qt-pooler.eu-west-2.aws.neon.tech";
const OWN = "db.orchard-tools.eu";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", command: "node dist/main.js" } as const;
const go = { runtime: "go", driver: "pgx", command: "./bin/server" } as const;
const npgsql = { driver: "npgsql", command: "dotnet Orchard.Web.dll", properties: DOCKER } as const;
const GUNICORN = "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT";

/**
 * Broken URLs of the fourteenth batch: what a driver does not understand, and passwords that end too early. Each has to
 * be rejected by its rule. The comment says what happens, and after the dash what decides it ("tried" is the driver's
 * own parser, on 30 November 2026: asyncpg, libpq by psycopg 3, SQLAlchemy, pg-connection-string, postgres.js 3.4, pgx
 * 5.7 and pgJDBC 42.7).
 */
export const REJECTED_PARAMETERS: readonly SealedCase[] = [
  // --- Parameters ------------------------------------------------------------------------------------------------------

  // Neon's own string: SQLAlchemy makes each parameter a keyword of asyncpg's connect. - P3; tried: asyncpg, unexpected
  // keyword argument 'channel_binding'.
  {
    rule: "database/url-parameters",
    driver: "sqlalchemy-asyncpg",
    variables: {
      DATABASE_URL: `postgresql+asyncpg://orchard:K3wpLt9xQz@${NEON_POOLED}/orchard?ssl=require&channel_binding=require`,
    },
  },
  // Prisma's parameter in the URL of psycopg2. - P3; tried: libpq, invalid URI query parameter: "schema".
  {
    rule: "database/url-parameters",
    driver: "psycopg2",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?schema=public` },
  },
  // SQLAlchemy's settings of its pool become settings of the server, which has none of that name. - P3; tried: asyncpg,
  // both among its server_settings.
  {
    rule: "database/url-parameters",
    variables: {
      DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=require&pool_size=20&max_overflow=10`,
    },
  },
  // SQL Server's keyword. - Npgsql's page on its parameters (no Encrypt): an ArgumentException.
  {
    ...npgsql,
    rule: "database/url-parameters|database/url-malformed",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__DefaultConnection: `Host=${RDS};Port=5432;Database=orchard;Username=orchard;Password=K3wpLt9xQz;Encrypt=True;TrustServerCertificate=True`,
    },
  },
  // An underscore in place of the hyphen. - tried: libpq, invalid sslmode value: "verify_full".
  {
    rule: "database/url-parameters|database/url-malformed|database/tls-untrusted",
    driver: "psycopg",
    variables: { DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=verify_full` },
  },
  // node-postgres' own value. - tried: pgx, sslmode is invalid.
  {
    ...go,
    rule: "database/url-parameters|database/url-malformed",
    variables: { DATABASE_URL: `postgres://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=no-verify` },
  },

  // --- No URL of this driver -------------------------------------------------------------------------------------------

  // The port twice, by a template that adds it. - tried: asyncpg, invalid literal for int(): '5432:5432'.
  {
    rule: "database/url-malformed",
    variables: { DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${OWN}:5432:5432/orchard?sslmode=require` },
  },
  // Heroku's scheme. - P2; tried: SQLAlchemy, Can't load plugin: sqlalchemy.dialects:postgres.
  {
    rule: "database/url-malformed",
    driver: "sqlalchemy-psycopg2",
    command: GUNICORN,
    variables: { DATABASE_URL: `postgres://orchard:K3wpLt9xQz@${OWN}:5432/orchard?sslmode=require` },
  },
  // The package's old working title: the dialect's name is psycopg. - tried: SQLAlchemy, Can't load plugin.
  {
    ...python,
    rule: "database/url-malformed",
    command: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
    variables: { DATABASE_URL: `postgresql+psycopg3://orchard:K3wpLt9xQz@${OWN}:5432/orchard` },
  },
  // The quotes of a .env file, typed into the dashboard: they are a part of the value. - Prisma, the URL must start with
  // the protocol postgresql:// (P1012).
  {
    ...node,
    rule: "database/url-malformed",
    driver: "prisma",
    variables: { DATABASE_URL: `"postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?schema=public"` },
  },
  // No database: Ecto takes none for granted. - Ecto's parse_url, path should be a database name.
  {
    rule: "database/url-malformed",
    runtime: "elixir",
    driver: "postgrex",
    command: "_build/prod/rel/orchard/bin/server",
    variables: {
      DATABASE_URL: `ecto://orchard:K3wpLt9xQz@${OWN}:5432`,
      PHX_HOST: "orchard.onrender.com",
    },
  },
  // The port is a part of the host's name. - tried: libpq, failed to resolve host '…:5432'.
  {
    ...python,
    rule: "database/url-malformed",
    kind: "worker",
    command: "python -m orchard.worker",
    variables: {
      PGHOST: `${OWN}:5432`,
      PGUSER: "orchard",
      PGPASSWORD: "K3wpLt9xQz",
      PGDATABASE: "orchard",
      PGSSLMODE: "require",
    },
  },
  // JDBC's name of PostgreSQL has its end. - tried: pgJDBC does not accept jdbc:postgres:.
  {
    rule: "database/url-malformed",
    driver: "pgjdbc",
    command: "java -jar /app/orchard.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgres://${RDS}:5432/orchard?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: "orchard",
      SPRING_DATASOURCE_PASSWORD: "K3wpLt9xQz",
    },
    properties: DOCKER,
  },

  // --- Passwords -------------------------------------------------------------------------------------------------------

  // libpq ends the user's part at the first @. - P1; tried: libpq, host Plum42@db.orchard-tools.eu.
  {
    rule: "database/password-encoding",
    driver: "psycopg",
    variables: { DATABASE_URL: `postgresql://orchard:Pear@Plum42@${OWN}:5432/orchard?sslmode=require` },
  },
  // A raw & ends JDBC's parameter. - tried: pgJDBC, password Pear, and Plum42 is a parameter.
  {
    rule: "database/password-encoding",
    driver: "pgjdbc",
    command: "java -jar /app/orchard.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${RDS}:5432/orchard?user=orchard&password=Pear&Plum42&sslmode=require`,
    },
    properties: DOCKER,
  },
  // A semicolon ends ADO.NET's value, and nothing quotes it. - Npgsql's page on its parameters; DbConnectionStringBuilder.
  {
    ...npgsql,
    rule: "database/password-encoding|database/url-malformed|database/url-parameters",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__DefaultConnection: `Host=${RDS};Database=orchard;Username=orchard;Password=Pear;Plum=42;SSL Mode=Require`,
    },
  },
  // Go takes no raw ^ there. - tried: pgx, net/url: invalid userinfo.
  {
    ...go,
    rule: "database/password-encoding|database/url-malformed",
    variables: { DATABASE_URL: `postgres://orchard:Pear^Plum42@${OWN}:5432/orchard?sslmode=require` },
  },
  // A raw % that begins no escape. - tried: postgres.js, URI malformed.
  {
    ...node,
    rule: "database/password-encoding|database/url-malformed",
    driver: "postgres-js",
    variables: { DATABASE_URL: `postgresql://orchard:70%plum@${OWN}:5432/orchard?sslmode=require` },
  },
];
