import type { ExplainedCase } from "../nineteenth-form";
import {
  django,
  drizzle,
  eloquent,
  flask,
  GUNICORN,
  keyOf,
  laravel,
  node,
  POOL,
  prisma,
  rejected,
  SESSION,
} from "./twenty-fifth-form";

const PLACEHOLDER = "environment/placeholder";
const REFUSED = "environment/refused-value";
const LOCAL = "database/local-host";
const NETWORK = "service/private-network";
const ACCOUNT = {
  type: "service_account",
  project_id: "lantern-prod-61",
  client_email: "jobs@lantern-prod-61.iam",
};

/** Values that a template, another platform or the developer's own machine left. */
export const REJECTED_VALUES_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  rejected(PLACEHOLDER, "the dashboard's line was pasted with its brackets: password authentication failed", {
    variables: { DATABASE_URL: SESSION.replace(/:[^:@]+@/, ":[YOUR-PASSWORD]@") },
  }),
  rejected(PLACEHOLDER, "the project's address is the one of the guide", {
    command: "node dist/main.js",
    variables: {
      SUPABASE_URL: "https://your-project-ref.supabase.co",
      SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
    },
    ...node,
  }),
  rejected(PLACEHOLDER, "the secret of the public example file signs every token", {
    variables: { JWT_SECRET: "your_super_secret_jwt_key_change_in_production" },
    command: "node dist/main.js",
    ...node,
  }),
  rejected(
    `${PLACEHOLDER}|database/url-malformed`,
    "a reference of Railway's, which Render fills in with nothing: the URL must start with postgresql://",
    {
      variables: { DATABASE_URL: "${{Postgres.DATABASE_URL}}" },
      command: "node dist/main.js",
      ...prisma,
    },
  ),
  rejected(
    `${PLACEHOLDER}|${REFUSED}|environment/interpolated-value`,
    "Render fills in no variable: Celery takes the characters $REDIS_URL for its broker",
    { command: GUNICORN, variables: { CELERY_BROKER_URL: "$REDIS_URL" }, ...django },
  ),
  rejected(
    `${PLACEHOLDER}|${REFUSED}`,
    "the key of Laravel's old example file has 16 letters: Unsupported cipher or incorrect key length",
    {
      command: "php artisan serve --host=0.0.0.0 --port=8000",
      variables: { APP_KEY: "SomeRandomString", APP_ENV: "production" },
      ...laravel,
    },
  ),
  rejected(REFUSED, "the module is written as a path: No module named 'config/settings/production'", {
    command: GUNICORN,
    variables: { DJANGO_SETTINGS_MODULE: "config/settings/production.py" },
    ...django,
  }),
  rejected(REFUSED, "an origin has no scheme: (4_0.E001), and migrate ends before the server starts", {
    command: `python manage.py migrate && ${GUNICORN}`,
    variables: { CSRF_TRUSTED_ORIGINS: "lantern-web.onrender.com,www.lantern-works.com" },
    ...django,
  }),
  rejected(
    `${REFUSED}|environment/missing-file`,
    "the variable holds the account itself, where Google's libraries open a file of that name",
    {
      command: "node dist/main.js",
      variables: { GOOGLE_APPLICATION_CREDENTIALS: JSON.stringify(ACCOUNT) },
      ...node,
    },
  ),
  rejected("environment/missing-file", "the secret file has another name than the variable says", {
    variables: { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/firebase-adminsdk.json" },
    secretFiles: { "serviceAccountKey.json": JSON.stringify(ACCOUNT) },
  }),
  rejected("service/allowed-hosts", "Django's list has the developer's machine alone: DisallowedHost, 400", {
    command: GUNICORN,
    variables: { ALLOWED_HOSTS: "localhost,127.0.0.1", DEBUG: "False" },
    ...django,
  }),
  rejected(
    "service/allowed-hosts",
    "a host is written with its scheme, which no request's host has: DisallowedHost",
    {
      command: GUNICORN,
      variables: { DJANGO_ALLOWED_HOSTS: "https://lantern-web.onrender.com" },
      ...django,
    },
  ),
  rejected("service/python-version", "the version is written as in a runtime.txt of Heroku (Render's page)", {
    variables: { PYTHON_VERSION: "python-3.11.9" },
  }),
  rejected("service/python-version", "Render takes PYTHON_VERSION in full, and there is no 3.12", {
    command: GUNICORN,
    variables: { PYTHON_VERSION: "3.12" },
    ...django,
  }),
  rejected("service/blocked-port", "no free service reaches port 587: nodemailer ends with ETIMEDOUT", {
    command: "node dist/main.js",
    variables: { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "587", SMTP_USER: "post@lantern-works.com" },
    properties: { plan: "free" },
    ...node,
  }),
  rejected(
    `${REFUSED}|database/url-malformed`,
    "Laravel has pgsql: Database connection [postgresql] not configured",
    {
      command: "php artisan serve --host=0.0.0.0 --port=8000",
      variables: { ...eloquent(POOL), DB_CONNECTION: "postgresql" },
      ...laravel,
    },
  ),
  rejected(PLACEHOLDER, "the password of a public render.yaml was never filled in", {
    command: "gunicorn -w 2 -b 0.0.0.0:$PORT app_minimal:app --timeout 60",
    variables: { SUPABASE_PASSWORD: "your_supabase_password_here", FLASK_ENV: "production" },
    ...flask,
  }),
  // The developer's own machine.
  rejected(LOCAL, "the example file's database is on the developer's machine", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: "postgresql://postgres:postgres@localhost:5432/lantern?schema=public" },
    ...prisma,
  }),
  rejected(LOCAL, "MongoDB is looked for in the instance: connect ECONNREFUSED 127.0.0.1:27017", {
    command: "node server.js",
    variables: { MONGO_URI: "mongodb://127.0.0.1:27017/lantern" },
    runtime: "node",
    driver: "none",
  }),
  rejected(`${LOCAL}|${NETWORK}`, "the host is a name of a compose file: could not translate host name db", {
    variables: { DATABASE_URL: "postgresql://lantern:Zr6copperLantern4@db:5432/lantern" },
  }),
  rejected(`${LOCAL}|${NETWORK}`, "the name is of Railway's private network", {
    command: "node dist/main.js",
    variables: {
      DATABASE_URL: "postgresql://postgres:Zr6copperLantern4@postgres.railway.internal:5432/railway",
    },
    ...drizzle,
  }),
  rejected(`${LOCAL}|${NETWORK}`, "the name is of Docker Desktop alone", {
    command: GUNICORN,
    variables: {
      DATABASE_URL: "postgresql://postgres:Zr6copperLantern4@host.docker.internal:54322/postgres",
    },
    ...django,
  }),
  rejected(`${LOCAL}|${NETWORK}`, "the API of Supabase's local stack is on the developer's machine", {
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: { SUPABASE_URL: "http://127.0.0.1:54321", SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role") },
    ...node,
  }),
  // The batch did not know that an address of a developer's machine is a sample's value, too.
  rejected(
    `${LOCAL}|${NETWORK}|${REFUSED}|environment/placeholder`,
    "NextAuth leads each sign-in to the visitor's own machine",
    {
      command: "npx next start -H 0.0.0.0 -p $PORT",
      variables: { NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: "q7Tz0vKc2nLr9XbM4wPe8sYd" },
      ...node,
    },
  ),
  rejected(
    `${LOCAL}|${NETWORK}|service/unmet-need`,
    "no Redis runs in the worker: ECONNREFUSED 127.0.0.1:6379",
    {
      kind: "worker",
      command: "node dist/worker.js",
      variables: { REDIS_HOST: "127.0.0.1", REDIS_PORT: "6379" },
      ...node,
    },
  ),
];
