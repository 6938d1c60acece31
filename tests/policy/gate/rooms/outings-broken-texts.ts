import { LOCAL, MALFORMED, PLACEHOLDER, START } from "../batch";
import { explainedBy } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import { node, POOL, REF } from "../written";

const REFUSED = "environment/refused-value";
const NETWORK = "service/private-network";
const KEY = "database/key-role";
const BROWSER = "secret/in-browser";

/** Texts that are no value of their variables. */
export const OUTINGS_BROKEN_TEXTS: readonly ExplainedCase[] = [
  explainedBy(
    `${REFUSED}|${START}`,
    "uvicorn reads a number",
    { UVICORN_WORKERS: "auto" },
    { command: "uvicorn main:app --host 0.0.0.0 --port $PORT" },
  ),
  explainedBy(`${REFUSED}|unknown`, "a name with a space is no variable's", {
    "DATABASE URL": "postgresql://app:k3JqL9vX@db.acme.io:5432/app",
  }),
  explainedBy(`${REFUSED}|unknown`, "a name begins with no digit", { "2FA_SECRET": "k3JqL9vXm2TnR8yW" }),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "angle brackets around the value", {
    JWT_SECRET: "<k3JqL9vXm2TnR8yW>",
  }),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "a note in place of the value", {
    STRIPE_SECRET_KEY: "see 1Password",
  }),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "a note in place of the value", { API_KEY: "TODO" }),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "a masked value was copied", {
    STRIPE_SECRET_KEY: "sk_live_****************4242",
  }),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "a masked value was copied", {
    DATABASE_URL: `postgresql://app.${REF}:*******@${POOL}:5432/postgres`,
  }),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "a reference of GitHub's workflows", {
    API_KEY: "${{ secrets.API_KEY }}",
  }),
  explainedBy(`${PLACEHOLDER}|${REFUSED}`, "a reference of a vault", { API_KEY: "op://shop/api/key" }),
  explainedBy(
    `${REFUSED}|${MALFORMED}`,
    "the URL with its line's end",
    { DATABASE_URL: `postgresql://app.${REF}:k3JqL9vX@${POOL}:5432/postgres\n` },
    { driver: "sqlalchemy-psycopg2" },
  ),
  explainedBy(`${REFUSED}|${KEY}`, "the key with the word before it", {
    SUPABASE_SERVICE_ROLE_KEY: "service_role: sb_secret_k3JqL9vXm2TnR8yWq4ZbC6_H7pKd2Q",
  }),
  explainedBy(
    BROWSER,
    "OpenAI's key in every page",
    { REACT_APP_OPENAI_API_KEY: "sk-proj-k3JqL9vXm2TnR8yWq4ZbC6H7pKd2Q" },
    { kind: "static" },
  ),
  explainedBy(
    BROWSER,
    "a password in every page",
    { VITE_SMTP_PASSWORD: "k3JqL9vXm2TnR8yW" },
    { kind: "static" },
  ),
  explainedBy(
    `${LOCAL}|${NETWORK}|${REFUSED}`,
    "a tunnel of a developer's",
    { WEBHOOK_URL: "https://calm-heron-42.ngrok-free.app/webhook" },
    node,
  ),
  explainedBy(
    `${REFUSED}|${NETWORK}`,
    "a webhook without its scheme",
    { WEBHOOK_URL: "api.acme.io/webhook" },
    node,
  ),
  explainedBy(
    `${REFUSED}|${PLACEHOLDER}`,
    "the address of the example",
    { NEXTAUTH_URL: "https://example.com" },
    node,
  ),
  explainedBy(
    `${REFUSED}|${PLACEHOLDER}`,
    "the service's name of the example",
    { BACKEND_URL: "https://your-service.onrender.com" },
    node,
  ),
];
