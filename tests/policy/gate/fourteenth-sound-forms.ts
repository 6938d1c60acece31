import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

/** Made-up passwords and servers. */
const RDS = "orchard.cf3v81mkq2xz.eu-west-1.rds.amazonaws.com";
const OWN = "db.orchard-tools.eu";

const python = { runtime: "python", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;
const GUNICORN = "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT";

const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });

/**
 * Sound forms of the fourteenth batch: notations of connections that libraries and ready-made images have. The comment
 * says why each works, and after the dash what decides it ("tried" is the driver's own parser, on 30 November 2026).
 */
export const SOUND_FORMS: readonly SealedCase[] = [
  // --- Python ----------------------------------------------------------------------------------------------------------

  // Everything in the parameters, as libpq allows. - tried: libpq and asyncpg, the same host and user.
  {
    driver: "psycopg",
    variables: {
      DATABASE_URL: `postgresql:///orchard?host=${OWN}&port=5432&user=orchard&password=K3wpLt9xQz&sslmode=require`,
    },
  },
  // The password comes by libpq's variable. - tried: asyncpg takes it from PGPASSWORD.
  {
    variables: {
      DATABASE_URL: `postgresql://orchard@${OWN}/orchard?sslmode=require`,
      PGPASSWORD: "K3wp@Lt9/xQz#",
    },
  },
  // Settings of the server, all of which it knows. - P3; tried: asyncpg, among its server_settings.
  {
    variables: {
      DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=require&application_name=orchard-api&search_path=app&statement_timeout=5000`,
    },
  },
  // libpq ends a password at @ and / alone, so that a raw # is a character of it. - tried: libpq 15 and 18, host
  // db.orchard-tools.eu and the whole password.
  {
    driver: "psycopg",
    variables: { DATABASE_URL: `postgresql://orchard:Pear#Plum42@${OWN}:5432/orchard?sslmode=require` },
  },
  // dj-database-url's scheme of GeoDjango. - tried: dj-database-url, engine postgis.
  {
    ...python,
    command: GUNICORN,
    variables: { DATABASE_URL: `postgis://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=require` },
  },
  // django-environ's own scheme, with an encoded password. - tried: django-environ, engine postgresql.
  {
    ...python,
    command: GUNICORN,
    variables: { DATABASE_URL: `psql://orchard:Pear%23Plum42@${RDS}:5432/orchard?sslmode=require` },
  },
  // SQLAlchemy's name of psycopg's asynchronous half. - tried: SQLAlchemy loads it; sslmode is libpq's.
  {
    ...python,
    command: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
    variables: {
      DATABASE_URL: `postgresql+psycopg_async://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=require`,
    },
  },
  // A warehouse beside: Redshift has a port and a dialect of its own. - sqlalchemy-redshift's readme.
  {
    ...python,
    kind: "cron",
    command: "python -m orchard.export",
    variables: {
      DATABASE_URL: `postgresql+psycopg2://orchard:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=require`,
      WAREHOUSE_URL:
        "redshift+psycopg2://loader:T8mvRc4yWd@orchard.cf3v81mkq2xz.eu-west-1.redshift.amazonaws.com:5439/dev?sslmode=require",
    },
    properties: { schedule: "20 3 * * *" },
  },

  // --- Go, Java, PHP, Node ---------------------------------------------------------------------------------------------

  // GORM's string of its readme: TimeZone is a setting of the server. - tried: pgx, among its RuntimeParams.
  {
    runtime: "go",
    driver: "pgx",
    command: "./bin/server",
    variables: {
      DATABASE_DSN: `host=${RDS} user=orchard password=K3wpLt9xQz dbname=orchard port=5432 sslmode=require TimeZone=Europe/Berlin`,
    },
  },
  // R2DBC has a scheme of its own, and its parameters other names. - r2dbc-postgresql's readme (sslMode).
  {
    ...docker,
    command: "java -jar /app/orchard.jar --server.port=8000",
    variables: {
      SPRING_R2DBC_URL: `r2dbc:postgresql://${RDS}:5432/orchard?sslMode=require`,
      SPRING_R2DBC_USERNAME: "orchard",
      SPRING_R2DBC_PASSWORD: "K3wp@Lt9/xQz#",
    },
  },
  // The password is percent-encoded in JDBC's parameters. - tried: pgJDBC, password Pear&Plum#42.
  {
    driver: "pgjdbc",
    command: "java -jar /app/orchard.jar --server.port=8000",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${RDS}:5432/orchard?user=orchard&password=Pear%26Plum%2342&sslmode=require&currentSchema=app&reWriteBatchedInserts=true`,
    },
    properties: DOCKER,
  },
  // Doctrine's parameters, which Symfony's own recipe writes. - Symfony's page on Doctrine (serverVersion).
  {
    ...docker,
    command: "frankenphp run --config /etc/caddy/Caddyfile",
    variables: {
      SERVER_NAME: ":8000",
      APP_ENV: "prod",
      APP_SECRET: "4c1f0b9d27e84a63b5d8e0a7c2916f3d",
      DATABASE_URL: `postgresql://orchard:K3wpLt9xQz@${OWN}:5432/orchard?serverVersion=16&charset=utf8`,
    },
  },
  // Laravel's URL, of which the scheme is its driver's name. - Laravel's page on databases (using URLs).
  {
    ...docker,
    command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000",
    variables: {
      DB_CONNECTION: "pgsql",
      DB_URL: `pgsql://orchard:K3wpLt9xQz@${OWN}:5432/orchard?sslmode=require`,
      APP_KEY: "base64:XX/7rAUiG001WMtYGJwhnI7ZR+aGDcdFfxGWFdY2ozY=",
    },
  },
  // Prisma Accelerate takes the queries, the server itself the migrations. - Prisma's page on Accelerate (prisma://).
  {
    runtime: "node",
    driver: "prisma",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: {
      DATABASE_URL:
        "prisma://accelerate.prisma-data.net/?api_key=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhcGlfa2V5IjoiN2MxZTBjN2UifQ.Q7x2M9w4kTZ8r5V3n6B0l2J4h7G9f1D3s5P8y0U2w4E",
      DIRECT_URL: `postgresql://orchard:K3wpLt9xQz@${RDS}:5432/orchard?schema=public&sslmode=require`,
    },
  },

  // --- Ready-made images -----------------------------------------------------------------------------------------------

  // Metabase listens on MB_JETTY_PORT. - Metabase's page on its environment variables.
  {
    driver: "none",
    command: null,
    variables: {
      MB_JETTY_HOST: "0.0.0.0",
      MB_JETTY_PORT: "8000",
      MB_DB_CONNECTION_URI: `jdbc:postgresql://${RDS}:5432/metabase?user=metabase&password=K3wpLt9xQz&sslmode=require`,
    },
    properties: {
      ...image("docker.io/metabase/metabase", "v0.52.4"),
      plan: "standard",
      healthCheckPath: "/api/health",
    },
  },
  // Grafana's host has its port in it, by design. - Grafana's page on its configuration (database, host).
  {
    driver: "none",
    command: null,
    variables: {
      GF_SERVER_HTTP_PORT: "8000",
      GF_DATABASE_TYPE: "postgres",
      GF_DATABASE_HOST: `${OWN}:5432`,
      GF_DATABASE_NAME: "grafana",
      GF_DATABASE_USER: "grafana",
      GF_DATABASE_PASSWORD: "K3wpLt9xQz",
      GF_DATABASE_SSL_MODE: "require",
    },
    properties: { ...image("docker.io/grafana/grafana", "11.4.0"), healthCheckPath: "/api/health" },
  },
  // PostgREST has variables of its own for address, port and database. - PostgREST's page on its configuration.
  {
    driver: "none",
    command: null,
    variables: {
      PGRST_SERVER_HOST: "0.0.0.0",
      PGRST_SERVER_PORT: "8000",
      PGRST_DB_URI: `postgres://authenticator:K3wpLt9xQz@${RDS}:5432/orchard?sslmode=require`,
      PGRST_DB_SCHEMAS: "api",
      PGRST_DB_ANON_ROLE: "web_anon",
      PGRST_JWT_SECRET: "XX/7rAUiG001WMtYGJwhnI7ZR+aGDcdFfxGWFdY2ozY=",
    },
    properties: { ...image("docker.io/postgrest/postgrest", "v12.2.3"), healthCheckPath: "/" },
  },
];
