import { java, soundBy, soundWeb, UVICORN } from "./batch";
import { type ExplainedCase, PASSWORD } from "./nineteenth-form";
import { POOL, REF, SESSION } from "./twentieth-form";
import { bare, node } from "./written";

/** Sound variables and files that look suspicious. */
export const SOUND_VALUES_OF_TWENTIETH: readonly ExplainedCase[] = [
  {
    why: "the secret file that the command reads is the service's, under the name that it has there",
    ...soundWeb("uvicorn orchard.main:app --host 0.0.0.0 --port $PORT --env-file /etc/secrets/prod.env", {
      secretFiles: { "prod.env": "LOG_LEVEL=info\nFEATURE_EXPORT=on\n" },
    }),
  },
  {
    why: "the credentials are a secret file of the service",
    ...soundBy(
      { DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp-sa.json" },
      { secretFiles: { "gcp-sa.json": '{"type":"service_account","project_id":"orchard-press"}' } },
    ),
  },
  {
    why: "angle brackets are around an address, percent and braces in a format of log lines and of messages",
    ...soundBy({
      DATABASE_URL: SESSION,
      DEFAULT_FROM_EMAIL: "Orchard Press <post@orchard.press>",
      LOG_FORMAT: "%(asctime)s [%(levelname)s] %(name)s: %(message)s",
      ALERT_TEMPLATE: "{{severity}}: {{title}}",
      DATE_FORMAT: "YYYY-MM-DD",
    }),
  },
  {
    why: "the words are a name of a product and of a picture, and their values are real",
    ...soundBy({
      DATABASE_URL: SESSION,
      TODOIST_API_TOKEN: "8f3b0c6e21d94a7fb5e0917c3d24a68b90fe12cd",
      PLACEHOLDER_IMAGE_URL: "https://cdn.orchard.press/img/placeholder.png",
    }),
  },
  {
    why: "localhost is among the hosts beside those that Render asks under",
    ...soundWeb("gunicorn config.wsgi:application --bind 0.0.0.0:$PORT", {
      driver: "psycopg2",
      variables: { ALLOWED_HOSTS: ".onrender.com,api.orchard.press,localhost,127.0.0.1" },
    }),
  },
  {
    why: "the broker is Upstash's, by TLS at a port of its own",
    ...soundBy({
      DATABASE_URL: SESSION,
      REDIS_URL: `rediss://default:${PASSWORD}@eu2-fond-heron-31245.upstash.io:31245`,
    }),
  },
  {
    why: "the publishable key is meant for browsers, and URL and database are of one project",
    ...soundBy(
      {
        DATABASE_URL: SESSION,
        NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
        NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_Q7mZr2xKd9LwVt4cBn8yHs_f3GjPa1e",
      },
      { ...node, command: "npx next start -p $PORT" },
    ),
  },
  {
    why: "a paid plan may send by 587 (Render's page on free instances)",
    ...soundWeb(UVICORN, {
      variables: {
        SMTP_HOST: "email-smtp.eu-west-2.amazonaws.com",
        SMTP_PORT: "587",
        SMTP_STARTTLS: "true",
        TRUSTED_PROXIES: "127.0.0.1,10.0.0.0/8",
      },
      ...bare,
    }),
  },
  {
    why: "libpq's own variables, with the project in the user's name",
    ...soundBy(
      {
        PGHOST: POOL,
        PGPORT: "5432",
        PGUSER: `app.${REF}`,
        PGPASSWORD: PASSWORD,
        PGDATABASE: "postgres",
        PGSSLMODE: "require",
      },
      bare,
    ),
  },
  {
    why: "R2DBC's URL has its own scheme, and the user is in another variable",
    ...soundBy(
      {
        SPRING_R2DBC_URL: `r2dbc:postgresql://${POOL}:5432/postgres?sslMode=require`,
        SPRING_R2DBC_USERNAME: `app.${REF}`,
        SPRING_R2DBC_PASSWORD: PASSWORD,
      },
      { ...java, driver: "r2dbc", command: "java -jar app.jar --server.port=8000" },
    ),
  },
];
