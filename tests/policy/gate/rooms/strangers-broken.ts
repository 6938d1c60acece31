// Longer than 200 lines: one table, a row for each kind of fault.
import { docker, java, PLACEHOLDER, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";
import { jwt } from "./keys";
import {
  built,
  brokenBy as by,
  django,
  GUNICORN,
  brokenHaving as having,
  PASSWORD,
  parts,
  rails,
  brokenRun as run,
  SITE,
  server,
  UVICORN,
} from "./orchard";

const KEY = "database/key-role";
const VALUE = "environment/refused-value";
const boot = { ...java, command: "java -Dserver.port=8000 -jar build/libs/orchard.jar" } as const;

/**
 * Further kinds of public questions: what Render's own runtimes do not let a command do, what belongs to another machine or
 * shell, and values of stores, cookies and origins. Written on 30 November 2026 with the verdict, before it was judged for
 * the first time: of 60 the right rule rejected 16 and left 7 undecided, one was advice, of 9 others were undecided, and of 27
 * nothing was said; of 60 sound ones none was rejected.
 */
export const STRANGERS_BROKEN: readonly ExplainedCase[] = [
  // What a native runtime does not let a command do.
  having(
    START,
    "its user may not install packages of the system",
    built("apt-get update && apt-get install -y ffmpeg && pip install -r requirements.txt"),
  ),
  having(START, "there is no sudo", built("sudo apt install -y poppler-utils && npm ci", "node"), server),
  run(START, "there is no sudo at the start either", "sudo node dist/main.js", node),
  run(START, "there is no daemon of Docker", "docker compose up"),
  run(
    START,
    "its user may not write to /var/log",
    `${GUNICORN} --access-logfile /var/log/gunicorn/access.log`,
    { driver: "psycopg2" },
  ),
  run(START, "its user may not write to /run", `${GUNICORN} --pid /run/gunicorn.pid`, { driver: "psycopg2" }),
  run(START, "there is no systemd", `systemctl start redis && ${UVICORN}`),
  run(
    `${START}|environment/missing-file`,
    "nothing makes the folder venv",
    `source venv/bin/activate && ${UVICORN}`,
    {
      properties: built("pip install -r requirements.txt"),
    },
  ),
  run(START, "conda is not there", `conda activate orchard && ${UVICORN}`),
  // What belongs to another shell.
  run(
    START,
    "a list of JSON is no command of a shell",
    '["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]',
  ),
  run(START, "PowerShell sets variables so", "$env:NODE_ENV='production' && node dist/main.js", node),
  run(START, "the path is one of Windows", String.raw`.\venv\Scripts\activate && python main.py`),
  run(
    `${START}|port/agreement`,
    "a shell takes the text behind the colon for an offset",
    "uvicorn main:app --host 0.0.0.0 --port ${PORT:8000}",
  ),
  run(
    `${START}|port/agreement`,
    "nothing fills in the braces",
    "java -jar app.jar --server.port={PORT}",
    java,
  ),
  run(
    START,
    "the shell is replaced by the migration, and nothing follows it",
    `exec alembic upgrade head && ${UVICORN}`,
  ),
  run(START, "screen leaves it in the background", `screen -dmS api ${UVICORN}`),
  // What waits for a neighbour of compose.
  run(
    `${START}|database/local-host|service/private-network`,
    "no host is called db here",
    `./wait-for-it.sh db:5432 -- ${UVICORN}`,
  ),
  run(
    `${START}|database/local-host|service/private-network`,
    "the loop never ends",
    `until pg_isready -h db -p 5432; do sleep 1; done; ${UVICORN}`,
  ),
  run(
    `${START}|service/loopback-bind`,
    "no interface has the address of a public name",
    "uvicorn main:app --host orchard-api.onrender.com --port $PORT",
  ),
  by(
    `service/loopback-bind|${VALUE}`,
    "a server binds no URL",
    { HOST: "https://orchard.press", ORIGIN: "https://orchard.press" },
    { ...node, command: "node build" },
  ),
  by(
    `service/loopback-bind|${VALUE}`,
    "the name is the edge's",
    { HOST: "orchard-web.onrender.com", ORIGIN: "https://orchard-web.onrender.com" },
    { ...node, command: "node build" },
  ),
  // Supabase.
  by(`${KEY}|database/project-reference|${VALUE}`, "a reference is no address", {
    SUPABASE_PROJECT_REF: `https://${REF}.supabase.co`,
  }),
  by(`${KEY}|${VALUE}`, "the command line takes tokens that begin with sbp_", {
    SUPABASE_ACCESS_TOKEN: jwt("service_role", REF),
  }),
  by("database/supabase-endpoint", "a client asks by HTTP, and opens sockets by itself", {
    SUPABASE_URL: `wss://${REF}.supabase.co`,
  }),
  by("database/supabase-endpoint", "a slash is missing", { SUPABASE_URL: `https:/${REF}.supabase.co` }),
  by("database/supabase-endpoint", "the ending is not Supabase's", {
    SUPABASE_URL: `https://${REF}.supabase.io`,
  }),
  by(KEY, "a line break of the terminal is in the key", {
    SUPABASE_ANON_KEY: `${jwt("anon", REF).slice(0, 76)}\n${jwt("anon", REF).slice(76)}`,
  }),
  // Drivers of another database.
  by(
    `database/url-malformed|${VALUE}`,
    "Laravel asks PostgreSQL in the words of MySQL",
    { ...parts, DB_CONNECTION: "mysql" },
    {
      ...docker,
      ...bare,
      command: "php artisan serve --host=0.0.0.0 --port=$PORT",
    },
  ),
  by(
    `database/url-malformed|${VALUE}`,
    "Django's engine is MySQL's",
    { ...parts, DB_ENGINE: "django.db.backends.mysql" },
    django,
  ),
  by(
    `database/url-malformed|${VALUE}`,
    "TypeORM's driver is MySQL's",
    { ...parts, DB_TYPE: "mysql" },
    server,
  ),
  by(
    `database/url-malformed|${VALUE}`,
    "the driver's class is MySQL's",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
      SPRING_DATASOURCE_PASSWORD: PASSWORD,
      SPRING_DATASOURCE_DRIVER_CLASS_NAME: "com.mysql.cj.jdbc.Driver",
    },
    boot,
  ),
  by(
    "database/url-malformed|database/supabase-endpoint",
    "no MySQL answers at the pooler",
    { DATABASE_URL: `mysql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres` },
    server,
  ),
  // Stores and queues.
  by(
    VALUE,
    "Sidekiq takes the name of a variable there",
    { REDIS_PROVIDER: "redis://red-d0abc1defgh2ij3klmn0:6379" },
    rails,
  ),
  by(VALUE, "a command line is no address", {
    REDIS_URL:
      "redis-cli --tls -u rediss://red-d0abc1defgh2ij3klmn0:k3JqL9vX@frankfurt-keyvalue.render.com:6379",
  }),
  by(
    VALUE,
    "a host is no address",
    { REDIS_HOST: "redis://red-d0abc1defgh2ij3klmn0:6379", REDIS_PORT: "6379" },
    server,
  ),
  by(VALUE, "clients of Python refuse an address without a scheme", {
    REDIS_URL: "red-d0abc1defgh2ij3klmn0:6379",
  }),
  by(
    VALUE,
    "brokers have no scheme",
    { KAFKA_BROKERS: "https://pkc-4r087.us-west2.gcp.confluent.cloud:9092" },
    server,
  ),
  by(
    VALUE,
    "an address of SRV records has no port",
    { MONGODB_URI: `mongodb+srv://orchard:${PASSWORD}@cluster0.ab1cd.mongodb.net:27017/orchard` },
    server,
  ),
  by(VALUE, "the management page speaks no AMQP", {
    RABBITMQ_URL: `https://orchard:${PASSWORD}@kangaroo.rmq.cloudamqp.com`,
  }),
  by(
    VALUE,
    "a host of mail has no port in it",
    { EMAIL_HOST: "smtp.postmarkapp.com:587", EMAIL_PORT: "587" },
    django,
  ),
  // Cookies, origins and addresses.
  by(VALUE, "browsers keep no cookie for a public suffix", { COOKIE_DOMAIN: ".onrender.com" }, server),
  by(VALUE, "a cookie's domain is no address", { SESSION_COOKIE_DOMAIN: "https://orchard.press" }, django),
  by(VALUE, "an origin has no slash at its end", { CORS_ORIGIN: "https://app.orchard.press/" }, server),
  by(VALUE, "an origin has no path", { CORS_ALLOWED_ORIGINS: "https://app.orchard.press/login" }, django),
  by(VALUE, "links of mail are relative without a scheme", { FRONTEND_URL: "orchard.press" }, server),
  by(
    VALUE,
    "a page asks itself where the address has no scheme",
    { VITE_API_BASE_URL: "orchard-api.onrender.com" },
    SITE,
  ),
  // Keys and numbers.
  by(VALUE, "a client writes the header's word by itself", {
    OPENAI_API_KEY: "Bearer sk-proj-k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao",
  }),
  by(VALUE, "a product is no price", { STRIPE_PRICE_ID: "prod_QkzL9vXq7Rr0mV" }, server),
  by(VALUE, "quotes of Python are no JSON", {
    FIREBASE_SERVICE_ACCOUNT: "{'type': 'service_account', 'project_id': 'orchard-press'}",
  }),
  by(VALUE, "the settings read a number", { ACCESS_TOKEN_EXPIRE_MINUTES: "30m" }),
  by(VALUE, "zones have an underscore", { TZ: "America/New York" }, server),
  by("service/python-version", "the version stands alone", { PYTHON_VERSION: "python-3.11.4" }),
  by(VALUE, "pip takes no caret", { POETRY_VERSION: "^1.8" }),
  // Render's fields.
  having("plan/limits|service/source", "the folder is outside of the repository", {
    rootDirectory: "../backend",
  }),
  having("plan/limits", "a service runs in one instance at least", { numInstances: 0 }),
  having("blueprint/unknown-value", "previews are off, manual or automatic", {
    previews: { generation: "on" },
  }),
  having("service/health-check-path", "a path has no blank", { healthCheckPath: "/health check" }),
  having("service/cron-schedule", "a range goes upwards", { schedule: "0 17-9 * * *" }, { kind: "cron" }),
  having("plan/limits", "an entry is a network", {
    ipAllowLists: [{ cidrBlock: "10.0.0.0/33", description: "office" }],
  }),
  by(PLACEHOLDER, "a shell's variable is filled in by nothing", { JWT_SECRET: "$(openssl rand -hex 32)" }),
];

/** Which of them is advice: a list of Render's words may have grown. */
export const STRANGERS_ADVISED: readonly ExplainedCase[] = STRANGERS_BROKEN.filter(
  ({ rule }) => rule === "blueprint/unknown-value",
);
