import type { ExplainedCase } from "../nineteenth-form";
import { CERTIFICATE } from "../twentieth-form";
import {
  BESIDE_PRODUCTION,
  CANARY,
  django,
  eloquent,
  flask,
  GUNICORN,
  keyOf,
  laravel,
  node,
  POOL,
  prisma,
  REF,
  SESSION,
  spring,
  taken,
} from "./twenty-fifth-form";

const ACCOUNT = {
  type: "service_account",
  project_id: "lantern-prod-61",
  client_email: "jobs@lantern-prod-61.iam",
};
const NEXT = "npx next start -H 0.0.0.0 -p $PORT";

/** Values that look like a template's, like another machine's or like a secret, and are right where they are. */
export const SOUND_VALUES_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  taken("PYTHON_VERSION has its three numbers", {
    variables: { PYTHON_VERSION: "3.11.9", PYTHONUNBUFFERED: "1" },
  }),
  taken("NODE_VERSION may be a range, unlike Python's", {
    command: "node dist/main.js",
    variables: { NODE_VERSION: "22.x" },
    ...node,
  }),
  taken("the settings' module is written with dots", {
    command: GUNICORN,
    variables: { DJANGO_SETTINGS_MODULE: "config.settings.production", DJANGO_DEBUG: "False" },
    ...django,
  }),
  taken("the list of hosts has Render's domain beside the developer's machine", {
    command: GUNICORN,
    variables: { ALLOWED_HOSTS: ".onrender.com,localhost,127.0.0.1", DEBUG: "False" },
    ...django,
  }),
  taken("each origin has its scheme, one of them a star", {
    command: GUNICORN,
    variables: { CSRF_TRUSTED_ORIGINS: "https://*.onrender.com,https://www.lantern-works.com" },
    ...django,
  }),
  taken("the origins that may ask have the developer's machine among them", {
    variables: { CORS_ORIGINS: "http://localhost:3000,https://app.lantern-works.com" },
  }),
  taken("the secret file has the name that the variable says", {
    variables: { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/serviceAccountKey.json" },
    secretFiles: { "serviceAccountKey.json": JSON.stringify(ACCOUNT) },
  }),
  taken("the account itself is in a variable of the team's own, which its code reads", {
    command: "node dist/main.js",
    variables: { FIREBASE_SERVICE_ACCOUNT_JSON: JSON.stringify(ACCOUNT) },
    ...node,
  }),
  taken("a free service sends mail by 2525, which is not closed", {
    command: "node dist/main.js",
    variables: { SMTP_HOST: "smtp.mailgun.org", SMTP_PORT: "2525", SMTP_USER: "post@mg.lantern-works.com" },
    properties: { plan: "free" },
    ...node,
  }),
  taken("a paid service sends mail by 587", {
    command: GUNICORN,
    variables: { EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
    ...django,
  }),
  taken("Laravel's key has 32 bytes behind base64:", {
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: {
      ...eloquent(POOL),
      APP_KEY: `base64:${Buffer.from("another text that has 32 bytes..").toString("base64")}`,
      APP_URL: "https://lantern-web.onrender.com",
      REDIS_PASSWORD: "null",
    },
    ...laravel,
  }),
  taken("the master key has 32 hexadecimal digits", {
    command: "bundle exec rails server -b 0.0.0.0 -p $PORT",
    variables: { RAILS_MASTER_KEY: "4f1c9b7e02a85d63e9f0c1b2a7d84e65", RAILS_LOG_TO_STDOUT: "enabled" },
    runtime: "ruby",
    driver: "active-record",
  }),
  taken("MongoDB is at Atlas, found by its record", {
    command: "node server.js",
    variables: {
      MONGO_URI: `mongodb+srv://lantern:${CANARY}@cluster0.q8zr2.mongodb.net/lantern?retryWrites=true&w=majority`,
    },
    runtime: "node",
    driver: "none",
  }),
  taken("the broker is at CloudAMQP", {
    kind: "worker",
    command: "celery -A lantern worker -l info",
    variables: {
      CELERY_BROKER_URL: `amqps://qlantern:${CANARY}@kangaroo.rmq.cloudamqp.com/qlantern`,
      DATABASE_URL: SESSION,
    },
    ...django,
  }),
  taken("the store is at Upstash, by TLS", {
    kind: "worker",
    command: "node dist/worker.js",
    variables: {
      REDIS_URL: `rediss://default:${CANARY}@apt-lantern-31337.upstash.io:6379`,
      DATABASE_URL: SESSION,
    },
    ...prisma,
  }),
  taken("the database of the tests is on the developer's machine, and nothing here reads it", {
    command: "node dist/main.js",
    variables: {
      DATABASE_URL: SESSION,
      TEST_DATABASE_URL: "postgresql://postgres:postgres@localhost:5433/test",
    },
    ...prisma,
  }),
  taken("the project's address with its secret key", {
    command: NEXT,
    variables: {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_ANON_KEY: keyOf("anon"),
    },
    ...node,
  }),
  taken("the newer keys under their own names", {
    command: NEXT,
    variables: {
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_7Yc2LanternQm0Wv4TzKp9Rx_8sFd1aGh",
      SUPABASE_SECRET_KEY: "sb_secret_5Tb8LanternKc3Zq7VnXp2Mw_9rGd4eJk",
    },
    ...node,
  }),
  taken("NextAuth has the public address", {
    command: NEXT,
    variables: {
      NEXTAUTH_URL: "https://lantern-web.onrender.com",
      NEXTAUTH_SECRET: "q7Tz0vKc2nLr9XbM4wPe8sYd",
      AUTH_TRUST_HOST: "true",
    },
    ...node,
  }),
  taken("keys that browsers may have, by their prefixes", {
    command: NEXT,
    variables: {
      NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: ["pk", "live", "51Lq8LanternW2mZc7Kx0Yd4Tn"].join("_"),
      NEXT_PUBLIC_SENTRY_DSN: "https://8f2c4a6b1d3e5f709182a3b4c5d6e7f8@o450712.ingest.sentry.io/4507120011",
      NEXT_PUBLIC_GA_ID: "G-Q8ZR2LANT1",
    },
    ...node,
  }),
  taken("staging has its own project, and production's is another", {
    variables: { DATABASE_URL: SESSION },
    declared: BESIDE_PRODUCTION,
  }),
  taken("Node knows Supabase's authority by a secret file", {
    command: "node dist/main.js",
    variables: {
      DATABASE_URL: `${SESSION}?sslmode=require`,
      NODE_EXTRA_CA_CERTS: "/etc/secrets/prod-ca-2021.crt",
    },
    secretFiles: { "prod-ca-2021.crt": CERTIFICATE },
    ...node,
  }),
  taken("memory, time zone and log of a small instance", {
    command: "java $JAVA_OPTS -jar /app/lantern.jar --server.port=$PORT",
    variables: { JAVA_OPTS: "-Xmx350m -XX:+UseSerialGC", TZ: "Asia/Kolkata", LOGGING_LEVEL_ROOT: "WARN" },
    ...spring,
  }),
  taken("gin's word for production, and a limit of Go's memory", {
    command: "./bin/lantern",
    variables: {
      GIN_MODE: "release",
      GOMEMLIMIT: "450MiB",
      DATABASE_URL: `${SESSION}?sslmode=require`,
    },
    runtime: "go",
    driver: "pgx",
  }),
  taken("the secret was drawn by chance, and its name says where it is for", {
    command: "gunicorn --bind 0.0.0.0:$PORT lantern:app",
    variables: {
      SECRET_KEY: "b41e9c7d5f0a83266e1c0d9b7a54f382",
      FLASK_ENV: "production",
      WEB_CONCURRENCY: "2",
    },
    ...flask,
  }),
];
