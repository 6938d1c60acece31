import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DIRECT,
  DIRECT_URL,
  DOCKER,
  elixir,
  go,
  IMAGE,
  node,
  OTHER,
  OWN,
  POOL,
  REF,
  ruby,
  rust,
  TRANSACTION,
  url,
} from "./written";

const web = (rule: string, command: string, more: SealedCase = {}): SealedCase => ({
  rule,
  command,
  ...more,
});
const database = (rule: string, value: string, more: SealedCase = {}): SealedCase => ({
  rule,
  variables: { DATABASE_URL: value },
  ...more,
});
const [LOOPBACK, PORT, START] = ["service/loopback-bind", "port/agreement", "service/start-command"];
const [IPV6, TENANT, LOCAL] = ["database/ipv6-only-host", "database/pooler-tenant", "database/local-host"];
const [MODE, TLS, MALFORMED] = [
  "database/transaction-mode-statements",
  "database/tls-off",
  "database/url-malformed",
];
const [PLACEHOLDER, ENCODING] = ["environment/placeholder", "database/password-encoding"];
const docker = { properties: DOCKER };
const java = { driver: "pgjdbc", ...docker };

/**
 * The broken half of the sixth batch, from what people type in guides and questions (29 November 2026). Written before
 * any run: in the first, 54 of 60 were rejected by the right rule, 2 undecided for it, and 4 passed without a word.
 */
export const SIXTH_BROKEN: readonly SealedCase[] = [
  // What is pasted into the field of the start command.
  web(START, "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT"),
  web(START, "web: gunicorn app:app"),
  web(START, "$ gunicorn app:app --bind 0.0.0.0:$PORT"),
  web(START, "gunicorn app.py"),
  web(START, "gunicorn main.py:app -b 0.0.0.0:$PORT"),
  web(START, "pip install -r requirements.txt"),
  web(START, "python manage.py migrate && python manage.py collectstatic --noinput"),
  web(START, "gunicorn main:app -b 0.0.0.0:$PORT --daemon"),
  web(START, "uvicorn main:app --host 0.0.0.0 --port $PORT > log.txt 2>&1 &"),
  web(START, "prisma migrate deploy", node),
  web(START, "npx prisma generate && npx tsc", node),
  web(START, "bundle exec rails db:migrate", ruby),
  // Ports that are not asked.
  web(PORT, "uvicorn main:app --host 0.0.0.0 --port 10000"),
  web(PORT, "cd backend && python migrate_db.py && gunicorn -b 0.0.0.0:5000 app:app"),
  web(PORT, "next start -p 3000", node),
  web(PORT, "npx serve -s build -l 5000", node),
  web(PORT, "npx http-server dist -p 8080", node),
  web(PORT, "next start -p process.env.PORT", node),
  web(PORT, "PORT=3333 npx nuxt start", node),
  web(PORT, "NITRO_PORT=3000 node .output/server/index.mjs", node),
  web(PORT, "streamlit run app.py --server.port 8501 --server.address 0.0.0.0"),
  web(PORT, "streamlit run app.py --server.address=0.0.0.0"),
  web(PORT, "python manage.py runserver 0.0.0.0:8001"),
  web(PORT, "flask run --host=0.0.0.0"),
  web(PORT, "bundle exec puma -b tcp://0.0.0.0:9292", ruby),
  web(PORT, "bin/rails server -b 0.0.0.0 -p 3000", ruby),
  web(PORT, "java -Dserver.port=8080 -jar target/api.jar", java),
  web(PORT, "dotnet Api.dll --urls http://0.0.0.0:8080", { driver: "npgsql", ...docker }),
  // Interfaces that are not reached.
  web(LOOPBACK, "hypercorn main:app --bind 127.0.0.1:$PORT"),
  web(LOOPBACK, "cd server && uvicorn app.main:app --reload"),
  web(LOOPBACK, "python -m flask --app api run -p $PORT"),
  web(LOOPBACK, "python manage.py runserver $PORT"),
  web(LOOPBACK, "npx vite preview --port $PORT", node),
  web(LOOPBACK, "npm exec -- next start -H 127.0.0.1 -p $PORT", node),
  web(LOOPBACK, "bundle exec rackup -p $PORT", ruby),
  web(LOOPBACK, "marimo run notebook.py --headless -p $PORT"),
  web(LOOPBACK, "mlflow ui --port $PORT --backend-store-uri sqlite:///m.db"),
  web(LOOPBACK, "fastapi dev main.py --port $PORT"),
  // Databases as they are typed.
  database(IPV6, DIRECT_URL, { kind: "worker" }),
  database(IPV6, `postgres://postgres:k3JqL9vX@${DIRECT}:6543/postgres`, node),
  database(TENANT, `postgresql://postgres:k3JqL9vX@${POOL}:5432/postgres`, { kind: "cron" }),
  database(TENANT, `postgresql+asyncpg://postgres:k3JqL9vX@${POOL}:5432/postgres`, {
    driver: "sqlalchemy-asyncpg",
  }),
  database(MODE, TRANSACTION, { driver: "prisma", runtime: "node", command: "next start" }),
  database(MODE, `${TRANSACTION}&pool_max_conns=5`, go),
  database(MODE, TRANSACTION, { ...rust, command: "./target/release/api" }),
  database(MODE, TRANSACTION.replace("postgresql:", "ecto:"), { ...elixir, command: "bin/api start" }),
  database(PLACEHOLDER, `postgresql://postgres.${REF}:[YOUR-PASSWORD]@${POOL}:5432/postgres`),
  database(
    `${PLACEHOLDER}|database/project-reference|database/supabase-endpoint`,
    "postgresql://postgres.[project-ref]:k3JqL9vX@aws-0-[region].pooler.supabase.com:5432/postgres",
  ),
  database(ENCODING, `postgresql://app.${REF}:pa#ss/w0rd?@${POOL}:5432/postgres`),
  database(MALFORMED, `https://${REF}.supabase.co`),
  database(MALFORMED, `"${OWN}"`),
  database(MALFORMED, `psql ${OWN}`),
  database(LOCAL, "postgres://postgres:postgres@db:5432/app", node),
  database(LOCAL, "postgresql://postgres:postgres@127.0.0.1:54322/postgres"),
  database(TLS, `${OWN.replace("=require", "=disable")}`, go),
  {
    rule: "database/other-environment",
    declared: BESIDE_STAGING,
    secretFiles: { "settings.toml": `[db]\ndsn = "${url(`app.${OTHER}`, `${POOL}:5432/postgres`)}"\n` },
  },
  { rule: PLACEHOLDER, variables: { JWT_SECRET: "your-256-bit-secret" } },
  { rule: PLACEHOLDER, variables: { STRIPE_SECRET_KEY: "sk_test_xxxxxxxxxxxxxxxx" }, properties: IMAGE },
  { rule: "service/health-check-path", properties: { healthCheckPath: "http://localhost:8000/health" } },
  { rule: "port/standard", variables: { PORT: "3000" }, ...bare },
];
