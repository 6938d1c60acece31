import { brokenWeb, LOCAL, MALFORMED, PORT, STANDARD, START } from "../batch";
import { explainedBy } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER, node, POOL, REF, ruby, SESSION } from "../written";

const REFUSED = "environment/refused-value";
const PLACEHOLDER = "environment/placeholder";
const NETWORK = "service/private-network";

/** Further variables of the same kind: versions, files, hosts, mail and keys. */
export const HABITS_BROKEN_SETTINGS: readonly ExplainedCase[] = [
  explainedBy(`${REFUSED}|${MALFORMED}`, "quotes of a word processor", { DATABASE_URL: `“${SESSION}”` }),
  explainedBy(PLACEHOLDER, "the password's brackets of Supabase's page were left", {
    DATABASE_URL: `postgresql://postgres.${REF}:[k3JqL9vX]@${POOL}:5432/postgres`,
  }),
  explainedBy(`${STANDARD}|${PORT}`, "the port of Render's example", { PORT: "10000" }),
  explainedBy(`${PORT}|${REFUSED}|${STANDARD}`, "a port with a word", { PORT: "port 8000" }),
  explainedBy(
    REFUSED,
    "a level that Python's logging does not know",
    { LOG_LEVEL: "verbose" },
    {
      command:
        "gunicorn main:app -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT --log-level $LOG_LEVEL",
    },
  ),
  explainedBy(`${REFUSED}|environment/missing-file`, "the key itself where a path is read", {
    GOOGLE_APPLICATION_CREDENTIALS: '{"type": "service_account", "project_id": "habit"}',
  }),
  explainedBy("environment/missing-file", "a file of a developer's machine", {
    GOOGLE_APPLICATION_CREDENTIALS: "C:\\Users\\me\\key.json",
  }),
  explainedBy("environment/missing-file", "a secret file that the service does not have", {
    GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google.json",
  }),
  explainedBy("service/python-version", "a version without its patch", { PYTHON_VERSION: "3.12" }),
  explainedBy("service/python-version", "a version with a word", { PYTHON_VERSION: "python-3.12.4" }),
  explainedBy(
    "service/allowed-hosts",
    "hosts with their scheme",
    { ALLOWED_HOSTS: "https://api-web.onrender.com" },
    { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" },
  ),
  explainedBy(
    `service/allowed-hosts|${REFUSED}`,
    "Django wants a scheme in each trusted origin",
    { ALLOWED_HOSTS: "api-web.onrender.com", CSRF_TRUSTED_ORIGINS: "api-web.onrender.com" },
    { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" },
  ),
  explainedBy(
    `${REFUSED}|${NETWORK}`,
    "a browser cannot ask Render's private network",
    { VITE_API_URL: "http://api:8000" },
    { kind: "static" },
  ),
  explainedBy(
    `${REFUSED}|${NETWORK}|environment/debug-in-production|${LOCAL}`,
    "each visitor's own machine is asked",
    { VITE_API_URL: "http://localhost:8000" },
    { kind: "static" },
  ),
  explainedBy("service/blocked-port", "port 25 is blocked", { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "25" }),
  explainedBy(
    `${REFUSED}|service/unmet-need`,
    "the free plan lets no mail out",
    { EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "587" },
    { properties: { plan: "free" }, rule: "service/blocked-port" },
  ),
  explainedBy(
    `${REFUSED}|service/unmet-need|${PLACEHOLDER}`,
    "Laravel's key is made with a command",
    { APP_KEY: "SomeRandomString", APP_ENV: "production" },
    { ...bare, properties: DOCKER },
  ),
  explainedBy(
    REFUSED,
    "Fernet's key has 32 bytes in base64",
    { AIRFLOW__CORE__FERNET_KEY: "my-fernet-key" },
    { ...bare, properties: DOCKER },
  ),
  explainedBy(
    `${REFUSED}|service/unmet-need`,
    "Rails' key of a developer's example",
    { RAILS_MASTER_KEY: "config/master.key" },
    ruby,
  ),
  explainedBy(`${PLACEHOLDER}`, "a key of an example", { OPENAI_API_KEY: "sk-your-openai-key" }),
  explainedBy(REFUSED, "an origin has no slash at its end, so that none is ever equal", {
    CORS_ORIGINS: "https://app.habit.io/",
  }),
  explainedBy(REFUSED, "a port is a number", { SMTP_PORT: "587/tcp", SMTP_HOST: "smtp.postmarkapp.com" }),
  explainedBy(
    REFUSED,
    "node refuses a flag that it does not have",
    { NODE_OPTIONS: "--max_old_space=512m" },
    node,
  ),
  {
    why: "a user of Windows sets a variable",
    ...brokenWeb(`${START}|${PORT}`, "set PORT=8000 && uvicorn main:app --host 0.0.0.0 --port %PORT%"),
  },
];
