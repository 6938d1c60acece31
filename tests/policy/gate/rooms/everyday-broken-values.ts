import { LOCAL, LOOPBACK, MALFORMED, PLACEHOLDER, PORT, START } from "../batch";
import { explainedBy } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER, node, POOL, REF, ruby } from "../written";

const REFUSED = "environment/refused-value";
const NETWORK = "service/private-network";
const DEBUG = "environment/debug-in-production";
const HOSTS = "service/allowed-hosts";
const LOCAL_ADDRESS = `${NETWORK}|${DEBUG}|${LOCAL}|${REFUSED}`;
const image = { ...bare, properties: DOCKER };
const django = { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" };
const spring = { driver: "pgjdbc", properties: DOCKER, command: "java -jar app.jar" };

/** Values of everyday's services that their readers refuse, or that lead to a developer's machine. */
export const EVERYDAY_BROKEN_VALUES: readonly ExplainedCase[] = [
  explainedBy(
    MALFORMED,
    "Prisma's SQLite file, and the client is PostgreSQL's",
    { DATABASE_URL: "file:./dev.db" },
    { ...node, driver: "prisma" },
  ),
  explainedBy(
    LOCAL,
    "MongoDB at the service's own machine",
    { MONGO_URI: "mongodb://localhost:27017/shop" },
    { ...node, ...bare },
  ),
  explainedBy(
    PLACEHOLDER,
    "Atlas' placeholder was left",
    { MONGODB_URI: "mongodb+srv://shop:<password>@cluster0.k3jql.mongodb.net/shop" },
    { ...node, ...bare },
  ),
  explainedBy(
    `${REFUSED}|${MALFORMED}`,
    "mongodb+srv takes no port",
    { MONGODB_URI: "mongodb+srv://shop:k3JqL9vX@cluster0.k3jql.mongodb.net:27017/shop" },
    { ...node, ...bare },
  ),
  explainedBy(
    `${REFUSED}|${MALFORMED}|database/password-encoding`,
    "an at sign in MongoDB's password",
    { MONGODB_URI: "mongodb+srv://shop:k3Jq@L9vX@cluster0.k3jql.mongodb.net/shop" },
    { ...node, ...bare },
  ),
  explainedBy(
    `${PLACEHOLDER}|${REFUSED}`,
    "the secret of Express' example",
    { SESSION_SECRET: "keyboard cat" },
    node,
  ),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "the secret of FastAPI's example", {
    SECRET_KEY: "your-secret-key",
  }),
  explainedBy(
    LOCAL_ADDRESS,
    "visitors are sent to their own machine",
    { CLIENT_URL: "http://localhost:5173" },
    node,
  ),
  explainedBy(LOCAL_ADDRESS, "visitors are sent to their own machine", {
    FRONTEND_URL: "http://localhost:3000",
  }),
  explainedBy(
    `${LOCAL_ADDRESS}|${HOSTS}`,
    "no page but a developer's may ask",
    { CORS_ORIGIN: "http://localhost:3000" },
    node,
  ),
  explainedBy(`${LOCAL_ADDRESS}|${HOSTS}`, "no page but a developer's may ask", {
    ALLOWED_ORIGINS: "http://localhost:5173,http://127.0.0.1:5173",
  }),
  explainedBy(
    LOCAL_ADDRESS,
    "Google sends visitors back to their own machine",
    { GOOGLE_CALLBACK_URL: "http://localhost:5000/auth/google/callback" },
    node,
  ),
  explainedBy(LOCAL_ADDRESS, "GitHub sends visitors back to their own machine", {
    GITHUB_REDIRECT_URI: "http://127.0.0.1:8000/auth/callback",
  }),
  explainedBy(
    `${LOCAL_ADDRESS}|${HOSTS}`,
    "a cookie of another host is not kept",
    { COOKIE_DOMAIN: "localhost" },
    node,
  ),
  explainedBy(
    `${REFUSED}|${HOSTS}`,
    "browsers keep no cookie of a public suffix",
    { SESSION_COOKIE_DOMAIN: ".onrender.com" },
    django,
  ),
  explainedBy(
    `${HOSTS}|${LOCAL_ADDRESS}`,
    "Django refuses forms of its own pages",
    { ALLOWED_HOSTS: "api-web.onrender.com", CSRF_TRUSTED_ORIGINS: "http://localhost:8000" },
    django,
  ),
  explainedBy(HOSTS, "Django answers no host at all", { ALLOWED_HOSTS: "", DEBUG: "False" }, django),
  explainedBy(
    HOSTS,
    "Django answers a developer's hosts alone",
    { DJANGO_ALLOWED_HOSTS: "127.0.0.1 localhost" },
    django,
  ),
  explainedBy(DEBUG, "Rails in development", { RAILS_ENV: "development" }, ruby),
  explainedBy(DEBUG, "Django's pages of errors", { DJANGO_DEBUG: "1" }, django),
  explainedBy(
    `${LOCAL_ADDRESS}`,
    "Laravel's links lead to the visitor's machine",
    {
      APP_URL: "http://localhost",
      APP_ENV: "production",
      APP_KEY: "base64:aGFiaXQtY2FuYXJ5LW9mLXRoaXJ0eS10d28tYnl0ZXM=",
    },
    image,
  ),
  explainedBy(DEBUG, "Laravel shows its configuration", { APP_DEBUG: "true", APP_ENV: "production" }, image),
  explainedBy(
    `${REFUSED}|${MALFORMED}`,
    "Spring wants jdbc: before the URL",
    { SPRING_DATASOURCE_URL: `postgresql://${POOL}:5432/postgres?user=app.${REF}` },
    spring,
  ),
  explainedBy(
    `${REFUSED}|${MALFORMED}`,
    "pgjdbc has no scheme postgres",
    { SPRING_DATASOURCE_URL: `jdbc:postgres://${POOL}:5432/postgres` },
    spring,
  ),
  explainedBy(
    `${REFUSED}|${MALFORMED}`,
    "pgjdbc takes no user before the host",
    { SPRING_DATASOURCE_URL: `jdbc:postgresql://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
    spring,
  ),
  explainedBy(PORT, "Spring opens another port than the service has", { SERVER_PORT: "8080" }, spring),
  explainedBy(
    LOOPBACK,
    "Spring listens on its own machine alone",
    { SERVER_ADDRESS: "127.0.0.1", SERVER_PORT: "8000" },
    spring,
  ),
  explainedBy(
    `${LOOPBACK}|${START}|unknown`,
    "the address of a server of Go",
    { LISTEN_ADDR: "localhost:8000" },
    { runtime: "go", driver: "pgx", command: "./app" },
  ),
];
