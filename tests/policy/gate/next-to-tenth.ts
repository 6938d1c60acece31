import {
  docker,
  dotnet,
  ELSEWHERE,
  LOOPBACK,
  MALFORMED,
  MODE,
  brokenBy as named,
  PLACEHOLDER,
  PORT,
  STANDARD,
  START,
  brokenWeb as web,
  withPassword,
} from "./batch";
import type { SealedCase } from "./sealed";
import { TENTH_BROKEN } from "./tenth-broken";
import { TENTH_SOUND } from "./tenth-sound";
import { TWELFTH_BROKEN } from "./twelfth-broken";
import { BESIDE_STAGING, bare, node, OTHER, POOL, REF, ruby } from "./written";

/**
 * Cases of the tenth batch that the gate does not stop, and why. The linked group's PORT: each web service of a batch
 * has a PORT of 8000 of its own, which wins over its group's, so that the case as it is written deploys well. What it
 * was meant to say is among those below, without a PORT of its own, and is stopped. Of the twelfth: which region a
 * project's pooler is in is written nowhere, and the files below /etc/secrets are not compared with what names them.
 */
export const UNSEEN: readonly SealedCase[] = [
  ...TENTH_BROKEN.filter(({ group }) => group?.PORT === "5000"),
  ...TWELFTH_BROKEN.filter(({ variables }) => /aws-0-ap-south-1/.test(variables?.DATABASE_URL ?? "")),
];

const among = (cases: readonly SealedCase[], command: string, value?: string) =>
  cases.filter(
    (one) => one.command === command && (value === undefined || JSON.stringify(one).includes(value)),
  );

const hasPreDeploy = ({ properties }: SealedCase) =>
  properties !== undefined && "preDeployCommand" in properties;

/** What the tenth batch, whose writer had not read the others, has in common with them. */
export const REPEATED: readonly SealedCase[] = [
  ...among(TENTH_BROKEN, "dotnet Api.dll", "localhost"),
  ...TENTH_BROKEN.filter(hasPreDeploy),
  ...among(TENTH_SOUND, "npx remix-serve ./build/server/index.js"),
  ...among(TENTH_SOUND, "HOSTNAME=0.0.0.0 node .next/standalone/server.js"),
  ...among(TENTH_SOUND, "dotnet Api.dll", "+:8000"),
  ...TENTH_SOUND.filter(hasPreDeploy),
];

const worker = (command: string, more: Partial<SealedCase> = {}): SealedCase => ({
  rule: START,
  kind: "worker",
  command,
  ...more,
});
const cron = (command: string, more: Partial<SealedCase> = {}): SealedCase => ({
  rule: START,
  kind: "cron",
  command,
  ...more,
});
const schedule = (text: string): SealedCase => ({
  rule: "service/cron-schedule",
  kind: "cron",
  properties: { schedule: text },
});
const NPGSQL = `Host=${POOL};Port=6543;Username=app.${REF};Database=postgres`;
const pairs = (rule: string, value: string): SealedCase =>
  named(rule, { ConnectionStrings__Main: value }, { ...dotnet, command: "dotnet Api.dll" });
const keyFile = (key: string): SealedCase => ({
  secretFiles: { "google.json": JSON.stringify({ type: "service_account", private_key: key }) },
});
const begin = "-----BEGIN PRIVATE KEY-----\n";
const end = "\n-----END PRIVATE KEY-----\n";
const REAL_KEY = `${begin}${"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n".repeat(12)}${end}`;

/** Siblings of what the tenth batch got past the gate, of each kind. */
export const NEXT_TO_TENTH: readonly SealedCase[] = [
  web(STANDARD, "uvicorn main:app --host 0.0.0.0 --port $PORT", {
    ...bare,
    variables: { PORT: null },
    group: { PORT: "5000" },
  }),
  web(LOOPBACK, "hypercorn main:app\n--bind 0.0.0.0:$PORT"),
  web(LOOPBACK, "alembic upgrade head\nuvicorn main:app\n  --port $PORT\n  --host 0.0.0.0"),
  web(`${LOOPBACK}|${START}`, "uvicorn main:app \\ \n  --host 0.0.0.0 --port $PORT"),
  web(START, "uvicorn main:app \\  --host 0.0.0.0 \\  --port $PORT"),
  web(START, "node server.js \\   --port $PORT", node),
  web(START, "hypercorn main:app –bind 0.0.0.0:$PORT"),
  web(START, "gunicorn main:app -b 0.0.0.0:$PORT —workers 2"),
  web(START, "node server.js —port $PORT", node),
  web(START, "timeout -k 5 10m gunicorn main:app -b 0.0.0.0:$PORT"),
  web(START, "timeout 24h gunicorn main:app -b 0.0.0.0:$PORT"),
  web(START, "timeout --signal=INT 90 bash -c 'uvicorn main:app --host 0.0.0.0 --port $PORT'"),
  web(START, "uvicorn main:app --host 0.0.0.0 --port $PORT 2>&1 | head -n 100"),
  web(START, "exit 0; uvicorn main:app --host 0.0.0.0 --port $PORT"),
  web(START, "alembic upgrade head && echo done && exit; uvicorn main:app --host 0.0.0.0 --port $PORT"),
  // Options with a value: it is none of an application's names, and must not be left out.
  web(START, "uvicorn --ws auto --host 0.0.0.0 --port $PORT"),
  web(START, "gunicorn main:app -b 0.0.0.0:$PORT -n"),
  web(START, "# set in the dashboard\n# uvicorn main:app"),
  web(START, "/app/bin/shop daemon", docker),
  web(START, "mix run --no-compile", { runtime: "elixir", driver: "postgrex" }),
  worker("rq worker -b default"),
  worker("arq worker.Settings --burst"),
  worker("celery -A app inspect ping"),
  worker("python manage.py db_worker --batch"),
  worker("php artisan queue:work --stop-when-empty", docker),
  worker("bin/acme daemon", docker),
  cron("celery -A app beat -l info"),
  cron("celery -A app worker --loglevel=info"),
  cron("bundle exec sidekiq", ruby),
  cron("php artisan schedule:work", docker),
  cron("supercronic /app/crontab", docker),
  cron("python manage.py qcluster"),
  cron("until false; do ./poll.sh; sleep 5; done"),
  cron("while :; do python tick.py; done"),
  web(LOOPBACK, "bundle exec rails s -p $PORT", { ...ruby, variables: { RAILS_ENV: "development" } }),
  web(LOOPBACK, "RAILS_ENV=development bin/rails server -p $PORT", ruby),
  web(LOOPBACK, "bundle exec jekyll serve --port $PORT", ruby),
  web(LOOPBACK, "mkdocs serve"),
  schedule("0 6 30,31 2 *"),
  schedule("15 4 31 6,11 *"),
  web(PORT, "gunicorn -c /etc/secrets/conf.py main:app", {
    secretFiles: { "conf.py": 'host = "0.0.0.0"\nport = "5000"\nbind = f"{host}:{port}"\n' },
  }),
  web(LOOPBACK, "gunicorn -c /etc/secrets/conf.py main:app", {
    secretFiles: { "conf.py": 'host = "127.0.0.1"  # local\nbind = [f"{host}:8000"]\n' },
  }),
  named(PLACEHOLDER, { DATABASE_URL: withPassword("bitte-passwort-einsetzen") }),
  named(PLACEHOLDER, { DATABASE_URL: withPassword("введите_пароль") }),
  named(PLACEHOLDER, { DATABASE_URL: withPassword("请输入密码") }),
  named(PLACEHOLDER, { DATABASE_URL: withPassword("パスワードを入力") }),
  named(PLACEHOLDER, { SMTP_PASSWORD: "inserisci_la_password_qui" }),
  named(PLACEHOLDER, { JWT_SECRET: "reemplaza-por-tu-clave-secret" }),
  { rule: PLACEHOLDER, ...keyFile(`${begin}YOUR_PRIVATE_KEY${end}`) },
  { rule: PLACEHOLDER, secretFiles: { "key.pem": `${begin}MIIEvQIBADANBg...${end}` } },
  named(PLACEHOLDER, { FIREBASE_PRIVATE_KEY: `${begin}…${end}` }),
  named(
    MALFORMED,
    { DATABASE_URL: `postgres://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
    { driver: "sqlalchemy-psycopg" },
  ),
  pairs(MODE, `${NPGSQL};Password=k3JqL9vX;MaxAutoPrepare=5`),
  pairs(MALFORMED, `Host=db.acme.io;Username=app;Password=a;b=c;d;Database=app`),
  {
    rule: ELSEWHERE,
    declared: BESIDE_STAGING,
    secretFiles: {
      "db.json": `{"HOST":"${POOL}","PORT":"5432","USERNAME":"app.${OTHER}","DATABASE":"postgres"}`,
    },
  },
];

const sound = (command: string, more: Partial<SealedCase> = {}): SealedCase => ({ command, ...more });

/** Sound neighbours of the same kinds. */
export const SOUND_NEXT_TO_TENTH: readonly SealedCase[] = [
  sound("uvicorn main:app \\\n  --host 0.0.0.0 \\\n  --port $PORT"),
  sound("alembic upgrade head\nuvicorn main:app --host 0.0.0.0 --port $PORT"),
  sound("uvicorn main:app --host 0.0.0.0 --port $PORT --app-dir My\\ App"),
  sound("echo 'starting — now' && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  sound("timeout 60 ./wait-for-db.sh && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  sound("timeout 0 uvicorn main:app --host 0.0.0.0 --port $PORT"),
  sound("uvicorn main:app --host 0.0.0.0 --port $PORT | tee /tmp/log"),
  sound('[ "$ROLE" = worker ] && exit 0; uvicorn main:app --host 0.0.0.0 --port $PORT'),
  sound("alembic upgrade head || exit 1; uvicorn main:app --host 0.0.0.0 --port $PORT"),
  sound("# the web service\nuvicorn main:app --host 0.0.0.0 --port $PORT"),
  sound("while true; do uvicorn main:app --host 0.0.0.0 --port $PORT; sleep 1; done"),
  sound("bin/acme start", { runtime: "elixir", driver: "postgrex" }),
  { kind: "worker", command: "rq worker high default" },
  { kind: "worker", command: "while true; do rq worker --burst high; sleep 5; done" },
  { kind: "worker", command: "php artisan queue:work --max-time=3600 --max-jobs=500", ...docker },
  { kind: "worker", command: "celery -A app worker -l info --time-limit=300" },
  { kind: "cron", command: "celery -A app call tasks.nightly" },
  { kind: "cron", command: "timeout 3300 celery -A app worker -l info" },
  { kind: "cron", command: "until pg_isready; do sleep 1; done; python -m jobs.nightly" },
  { kind: "cron", command: "while true; do python step.py || break; done" },
  { kind: "cron", command: "bundle exec rake jobs:workoff", runtime: "ruby" },
  { kind: "cron", properties: { schedule: "0 6 31 1,4 *" } },
  { kind: "cron", properties: { schedule: "0 0 30 2 *" } },
  sound("bundle exec rails server -e production -p $PORT", ruby),
  // In development, as it was written here first, Rails answers requests for localhost alone.
  sound("bundle exec rails server -e staging -b 0.0.0.0 -p $PORT", ruby),
  sound("ng serve --host 0.0.0.0 --port $PORT", node),
  sound("gunicorn -c /etc/secrets/conf.py main:app", {
    secretFiles: { "conf.py": 'import os\nport = os.environ["PORT"]\nbind = f"0.0.0.0:{port}"\n' },
  }),
  sound("gunicorn -c /etc/secrets/conf.py main:app", {
    secretFiles: { "conf.py": 'port = 8000\nbind = f"0.0.0.0:{port}"\n' },
  }),
  { variables: { DATABASE_URL: withPassword("mein-passwort") } },
  { variables: { DATABASE_URL: withPassword("clave-de-la-casa") } },
  { variables: { DATABASE_URL: withPassword("contrasena") } },
  { variables: { DATABASE_URL: withPassword("secret-ide") } },
  { variables: { DATABASE_URL: withPassword("passe-par-tout") } },
  sound("timeout 30d uvicorn main:app --host 0.0.0.0 --port $PORT"),
  { variables: { DATABASE_URL: withPassword("hier-wohnt-der-baer") } },
  keyFile(REAL_KEY),
  { secretFiles: { "key.pem": REAL_KEY } },
  { variables: { ConnectionStrings__Main: `${NPGSQL};Password=k3JqL9vX;Max Auto Prepare=0` }, ...dotnet },
  {
    variables: { ConnectionStrings__Main: "Host=db.acme.io;Username=app;Password='k3;Jq';Database=app;" },
    ...dotnet,
  },
  { secretFiles: { "mail.json": '{"host":"smtp.acme.io","user":"acme","password":"k3JqL9vX","port":587}' } },
  {
    declared: BESIDE_STAGING,
    secretFiles: {
      "database.json": `{"host":"${POOL}","port":5432,"user":"app.${REF}","password":"k3JqL9vX","database":"postgres"}`,
    },
  },
];
