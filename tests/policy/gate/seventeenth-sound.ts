// Longer than 200 lines: one table, a line for each value.
import type { SealedCase } from "./sealed";
import { dotnet, laravel, node, phoenix, pooled, python, rails, spring } from "./seventeenth-broken";
import { POOL, REF } from "./written";

const each = (more: SealedCase, pairs: readonly (readonly [string, string])[]): readonly SealedCase[] =>
  pairs.map(([name, value]) => ({ ...more, variables: { [name]: value } }));

/**
 * What looks like the seventeenth batch's faults, and is none: neither rejected nor advised. Written on 30 November 2026
 * before it was judged for the first time: of 59 none was reported.
 */
export const SEVENTEENTH_SOUND: readonly SealedCase[] = [
  // Secrets of words, and with these words in them.
  ...each(node, [
    ["JWT_SECRET", "sol-mar-clave-viento-rojo-92"],
    ["JWT_SECRET", "clave-q7Vd2mX9tRk4bNw8sLz3"],
    ["SESSION_SECRET", "montagne-secrete-bleue-vent"],
    ["SESSION_SECRET", "geheim-7f3a9c1be47d2258a6c0"],
    ["JWT_SECRET", "correct-horse-battery-staple-47"],
    ["JWT_SECRET", "tajny-ogrod-zielony-kot-55"],
    ["CLOUDINARY_CLOUD_NAME", "tu-darmstadt"],
    ["CLOUDINARY_CLOUD_NAME", "tu-berlin-cloud"],
    ["VAULT_KEY_NAME", "clave-principal"],
    ["S3_BUCKET", "segreto-studio-uploads"],
    ["STRIPE_PRICE_ID", "price_1OqX2dLkdIwHu7ix9bZ3aB4c"],
    ["STRIPE_PRICE_LOOKUP_KEY", "price_pro_monthly"],
    ["STRIPE_PRODUCT_ID", "prod_PxK3vYq2Lm9TzA"],
    ["PRICE_FORMAT", "price_..."],
    ["TELEGRAM_BOT_TOKEN", "7123984561:AAHk3JqL9vX2mNpQ8rTaB3dE5fG7hJ2kL4n"],
    ["TELEGRAM_CHAT_ID", "-1001234567890"],
  ]),
  // Names of accounts that services have, and of fields.
  ...each(python, [
    ["SMTP_USER", "apikey"],
    ["SMTP_USERNAME", "resend"],
    ["SMTP_USER", "postmaster@mg.harbor-tides.eu"],
    ["USERNAME_FIELD", "username"],
    ["LDAP_USER_ATTRIBUTE", "username"],
    ["OIDC_PRINCIPAL", "username"],
    ["AUTH_LOGIN_BY", "username"],
  ]),
  // Addresses that get no mail.
  ...each(python, [
    ["CONTACT_EMAIL", "hello@harbor-tides.eu"],
    ["HELP_TEXT", "Write to hello@example.com"],
    ["EMAIL_PLACEHOLDER", "hello@example.com"],
    ["EXAMPLE_EMAIL", "hello@example.com"],
    ["TEST_USER_EMAIL", "tester@example.com"],
    ["BLOCKED_EMAIL_DOMAINS", "example.com,mailinator.com"],
    ["ALERT_RECIPIENTS", "ops@harbor-tides.eu,oncall@harbor-tides.eu"],
  ]),
  // Addresses of any interface and of any origin.
  { ...dotnet, variables: { ASPNETCORE_URLS: "http://+:8000" } },
  { ...dotnet, variables: { Kestrel__Endpoints__Http__Url: "http://*:8000" } },
  ...each(node, [
    ["CORS_ORIGINS", "https://*.harbor-tides.eu"],
    ["CORS_ALLOWED_ORIGINS", "*"],
    ["APP_URL", "https://harbor-tides.eu"],
    ["FORWARDED_ALLOW_IPS", "*"],
  ]),
  // Keys that another source replaces, and empty ones that nothing reads.
  { ...python, variables: { SECRET_KEY_BASE: "" } },
  { ...node, variables: { APP_KEY: "" } },
  { ...rails, variables: { RAILS_MASTER_KEY: "0f3a9c1be47d2258a6c09d71e5b3f482" } },
  { ...phoenix, variables: { PHX_HOST: "tides.onrender.com", PHX_SERVER: "true" } },
  // What runs as it is deployed.
  ...each(node, [
    ["NODE_ENV", "production"],
    ["APP_ENV", "production"],
    ["ENVIRONMENT", "prod"],
    ["NPM_CONFIG_PRODUCTION", "false"],
    ["DEVELOPMENT_TEAM", "local"],
    ["LOCAL_ENV", "de-AT"],
  ]),
  { ...dotnet, variables: { ASPNETCORE_URLS: "http://+:8000", ASPNETCORE_ENVIRONMENT: "Staging" } },
  { ...spring, variables: { SPRING_PROFILES_ACTIVE: "prod,metrics" } },
  {
    ...laravel,
    variables: { APP_ENV: "production", APP_KEY: "base64:k3JqL9vXw0tYb7Qm1c2Vs9fA4nD6gH8jP5rT0uE2wZs=" },
  },
  { ...node, runtime: "go", command: "./bin/api", variables: { GIN_MODE: "release" } },
  { ...node, command: "NODE_ENV=production node dist/main.js" },
  // Pools within what the endpoint takes, and sizes of other pools.
  {
    driver: "prisma",
    runtime: "node",
    command: "node dist/main.js",
    variables: { DATABASE_URL: pooled(5432, "?connection_limit=5") },
  },
  {
    driver: "pgx",
    runtime: "go",
    command: "./bin/api",
    variables: { DATABASE_URL: pooled(5432, "?pool_max_conns=10") },
  },
  {
    driver: "sqlalchemy-psycopg",
    declared: { driverSettings: { pool_size: "5", max_overflow: "5" } },
    variables: { DATABASE_URL: pooled(5432).replace("postgresql:", "postgresql+psycopg:") },
  },
  {
    command: "uvicorn main:app --host 0.0.0.0 --port $PORT --workers 2",
    declared: { driverSettings: { max_size: "5" } },
    variables: { DATABASE_URL: pooled(5432) },
  },
  { ...phoenix, variables: { DATABASE_URL: pooled(5432), POOL_SIZE: "10" } },
  { ...python, variables: { DATABASE_URL: pooled(5432), THREAD_POOL_SIZE: "64" } },
  { ...node, variables: { POOL_SIZE: "64", REDIS_URL: "redis://red-c9hq2lgd3nbs73f0a6vg:6379" } },
  {
    ...dotnet,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=app.${REF};Password=q7TideLine;Maximum Pool Size=10`,
    },
  },
];
