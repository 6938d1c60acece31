// Longer than 200 lines: one table, a line for each value.

import type { SealedCase } from "./sealed";
import { GUNICORN } from "./sixteenth-written";
import { DOCKER, POOL, REF } from "./written";

export const python = { runtime: "python", driver: "none", command: GUNICORN } as const;
export const node = { runtime: "node", driver: "none", command: "node dist/main.js" } as const;
export const rails = {
  runtime: "ruby",
  driver: "none",
  command: "bundle exec rails server -b 0.0.0.0 -p $PORT",
} as const;
export const phoenix = {
  runtime: "elixir",
  driver: "none",
  command: "_build/prod/rel/tide/bin/tide start",
} as const;
export const laravel = {
  driver: "none",
  properties: DOCKER,
  command: "php artisan serve --host=0.0.0.0 --port=8000",
} as const;
export const dotnet = { driver: "npgsql", properties: DOCKER, command: "dotnet Tide.Web.dll" } as const;
export const spring = {
  driver: "pgjdbc",
  properties: DOCKER,
  command: "java -jar /srv/tide.jar --server.port=8000",
} as const;

export const pooled = (port: number, rest = "") =>
  `postgresql://app.${REF}:q7TideLine@${POOL}:${port}/postgres${rest}`;

const PLACEHOLDER = "environment/placeholder";
const DEBUG = "environment/debug-in-production";
const SIZE = "database/pool-size";

/** One case for each value of a variable. */
const each = (
  rule: string,
  more: SealedCase,
  pairs: readonly (readonly [string, string])[],
): readonly SealedCase[] => pairs.map(([name, value]) => ({ rule, ...more, variables: { [name]: value } }));

/**
 * What a preview has to reject. Written on 30 November 2026 with the verdict, before it was judged for the first time: 4 of 35
 * were stopped, and 6 of the 28 to advise about were.
 */
export const SEVENTEENTH_BROKEN: readonly SealedCase[] = [
  // The words of a template in the language of its authors.
  ...each(PLACEHOLDER, node, [
    ["JWT_SECRET", "clave-super-secreta"],
    ["JWT_SECRET", "clave_super_secreta_cambiar_en_produccion"],
    ["SESSION_SECRET", "mi-clave-secreta"],
    ["JWT_SECRET", "un-secreto-muy-largo-y-seguro"],
    ["JWT_SECRET", "chave-super-secreta"],
    ["JWT_SECRET", "minha-chave-secreta-aqui"],
    ["SESSION_SECRET", "la-mia-chiave-segreta"],
    ["SESSION_SECRET", "geheimer-schluessel"],
    ["JWT_SECRET", "super-geheimes-passwort"],
    ["JWT_SECRET", "super-tajny-klucz"],
    ["JWT_SECRET", "cok-gizli-anahtar"],
    ["CLOUDINARY_CLOUD_NAME", "tu-cloud-name"],
    ["CLOUDINARY_CLOUD_NAME", "votre_cloud_name"],
    ["CLOUDINARY_API_KEY", "tu_api_key"],
  ]),
  ...each(PLACEHOLDER, python, [
    ["SECRET_KEY", "ma-cle-secrete"],
    ["SECRET_KEY", "super-geheim"],
  ]),
  // The identifiers of a page.
  ...each(PLACEHOLDER, node, [
    ["STRIPE_PRICE_ID", "price_..."],
    ["STRIPE_PRO_PRICE", "price_xxx"],
    ["STRIPE_PRICE_ID", "price_1234567890"],
    ["NEXT_PUBLIC_STRIPE_PRODUCT_ID", "prod_xxxxxxxxxxxxxx"],
    ["TELEGRAM_BOT_TOKEN", "123456789:ABCdefGHIjklMNOpqrsTUVwxyz"],
    ["BOT_TOKEN", "123456:ABC-DEF"],
    ["TELEGRAM_BOT_TOKEN", "123456789:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
  ]),
  ...each(PLACEHOLDER, python, [
    ["SMTP_USER", "username"],
    ["MAIL_USERNAME", "username"],
    ["EMAIL_HOST_USER", "your-email-username"],
  ]),
  // A server's address to listen at, where others are sent.
  ...each(PLACEHOLDER, node, [
    ["APP_URL", "https://+:8000"],
    ["PUBLIC_URL", "http://+:8000"],
    ["BASE_URL", "http://*:8000"],
    ["NEXTAUTH_URL", "https://*:8000"],
  ]),
  // What the framework does not start without.
  ...each(PLACEHOLDER, rails, [["SECRET_KEY_BASE", ""]]),
  ...each(PLACEHOLDER, phoenix, [
    ["SECRET_KEY_BASE", ""],
    ["PHX_HOST", "localhost"],
    ["PHX_HOST", "example.com"],
  ]),
  ...each(PLACEHOLDER, laravel, [["APP_KEY", ""]]),
];

/** What a preview has to give advice about: it deploys, and is no more than doubtful. */
export const SEVENTEENTH_ADVISED: readonly SealedCase[] = [
  ...each(DEBUG, node, [
    ["NODE_ENV", "development"],
    ["NODE_ENV", "test"],
    ["APP_ENV", "local"],
    ["ENVIRONMENT", "development"],
  ]),
  ...each(DEBUG, python, [
    ["FLASK_ENV", "development"],
    ["ENV", "dev"],
    ["DJANGO_ENV", "development"],
  ]),
  ...each(DEBUG, rails, [["RACK_ENV", "development"]]),
  ...each(DEBUG, phoenix, [["MIX_ENV", "dev"]]),
  ...each(DEBUG, laravel, [["APP_ENV", "local"]]),
  ...each(DEBUG, dotnet, [["ASPNETCORE_ENVIRONMENT", "Development"]]),
  ...each(DEBUG, spring, [["SPRING_PROFILES_ACTIVE", "dev"]]),
  { ...node, rule: DEBUG, runtime: "go", command: "./bin/api", variables: { GIN_MODE: "debug" } },
  { ...node, rule: DEBUG, command: "NODE_ENV=development node dist/main.js" },
  // Mail that is lost.
  ...each(PLACEHOLDER, python, [
    ["CONTACT_EMAIL", "hello@example.com"],
    ["ADMIN_EMAIL", "admin@example.com"],
    ["ALERT_RECIPIENTS", "ops@example.com,oncall@example.org"],
    ["DEFAULT_FROM_EMAIL", "noreply@example.com"],
    ["SMTP_USER", "user@example.com"],
  ]),
  // More connections than the endpoint takes: 15 in session mode, 200 clients of the smallest size in transaction mode.
  {
    rule: SIZE,
    driver: "prisma",
    runtime: "node",
    command: "node dist/main.js",
    variables: { DATABASE_URL: pooled(5432, "?connection_limit=30") },
  },
  {
    rule: SIZE,
    driver: "pgx",
    runtime: "go",
    command: "./bin/api",
    variables: { DATABASE_URL: pooled(5432, "?pool_max_conns=40") },
  },
  { rule: SIZE, declared: { driverSettings: { max_size: "20" } }, variables: { DATABASE_URL: pooled(5432) } },
  {
    rule: SIZE,
    driver: "sqlalchemy-psycopg",
    declared: { driverSettings: { pool_size: "10", max_overflow: "10" } },
    variables: { DATABASE_URL: pooled(5432).replace("postgresql:", "postgresql+psycopg:") },
  },
  {
    rule: SIZE,
    command: "uvicorn main:app --host 0.0.0.0 --port $PORT --workers 4",
    declared: { driverSettings: { max_size: "5" } },
    variables: { DATABASE_URL: pooled(5432) },
  },
  {
    rule: SIZE,
    declared: { driverSettings: { max_size: "8" } },
    properties: { numInstances: 3 },
    variables: { DATABASE_URL: pooled(5432) },
  },
  { ...phoenix, rule: SIZE, variables: { DATABASE_URL: pooled(5432), POOL_SIZE: "30" } },
  {
    ...spring,
    rule: SIZE,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=app.${REF}&password=q7TideLine`,
      SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: "30",
    },
  },
  {
    ...dotnet,
    rule: SIZE,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=app.${REF};Password=q7TideLine;Maximum Pool Size=50`,
    },
  },
];
