import { soundBy, soundWeb } from "../batch";
import type { SealedCase } from "../sealed";
import { bare, node } from "../written";
import { image, native, scaled } from "./render-parts";

const sound = (properties: object, more: SealedCase = {}): SealedCase => ({ properties, ...more });
const job = (schedule: string): SealedCase => ({ kind: "cron", properties: { schedule } });
const jobOf = (command: string): SealedCase => ({ kind: "cron", command });
const OFF = { enabled: false, percentage: 0 };

/** The same fields with values that work, the rare ones beside the ordinary. */
export const RENDER_SOUND: readonly SealedCase[] = [
  sound(scaled(1, 3)),
  sound(scaled(1, 100, 90, 90)),
  sound(scaled(2, 2, 1, 1)),
  sound(scaled(1, 10), { kind: "worker" }),
  sound(scaled(3, 5, 80), { kind: "private", variables: { PORT: "8000" } }),
  // A target that is turned off, and scaling that is.
  sound({
    autoscaling: {
      enabled: true,
      min: 1,
      max: 4,
      criteria: { cpu: { enabled: true, percentage: 60 }, memory: OFF },
    },
  }),
  sound({ autoscaling: { enabled: false, min: 1, max: 1, criteria: { cpu: OFF, memory: OFF } } }),
  sound({
    autoscaling: { enabled: false, min: 0, max: 0, criteria: { cpu: OFF, memory: OFF } },
    disk: { name: "data", mountPath: "/data", sizeGb: 10 },
  }),
  sound({
    autoscaling: { enabled: true, min: 1, max: 3, criteria: { memory: { enabled: true, percentage: 85 } } },
  }),
  sound({ numInstances: 1, disk: { name: "data", mountPath: "/data", sizeGb: 1 } }),
  sound({ numInstances: 100 }, { kind: "worker" }),
  sound({ disk: { name: "uploads", mountPath: "/opt/render/project/src/uploads", sizeGb: 500 } }),
  sound(
    { disk: { name: "data", mountPath: "/var/lib/data/", sizeGb: 20 } },
    { kind: "private", variables: { PORT: "8000" } },
  ),
  sound({ disk: { name: "data", mountPath: "/etc/acme", sizeGb: 1 } }),
  sound({ maxShutdownDelaySeconds: 300 }),
  sound({ maxShutdownDelaySeconds: 1 }, { kind: "worker" }),
  sound({ plan: "free" }),
  sound({ plan: "pro_plus", region: "ohio" }),
  sound({ plan: "2c-4g", region: "singapore" }),
  // Plans of one workspace and names that came later.
  sound({ plan: "acme_reserved" }),
  sound({ region: "mumbai" }),
  sound(native({}, "elixir"), { command: "_build/prod/rel/app/bin/server" }),
  sound(native({ repoUrl: "https://gitlab.com/acme/group/api" })),
  sound(native({ repoUrl: "https://github.com/acme/api.git" })),
  sound(native({ repoUrl: "https://git.acme.io/tree/api" })),
  sound(native({ repoUrl: "https://bitbucket.org/acme/api" }), { kind: "worker" }),
  sound(native({ repoUrl: "https://github.com/acme/api/" })),
  sound(image("ghcr.io/acme/api", { tag: "1.4.2" }), { command: null }),
  sound(image("ghcr.io/acme/api:1.4.2"), { command: null }),
  sound(image("nginx"), { command: null, kind: "private" }),
  sound(image("docker.io/library/redis", { tag: "7-alpine" }), { command: null, kind: "private" }),
  sound(image("registry.acme.io:5000/team/api_v2", { tag: "v1.0_rc.1" }), { command: null }),
  sound(image("ghcr.io/acme/api", { digest: `sha256:${"4f5e1c9ad2".repeat(6)}4f5e` }), { command: null }),
  sound(image(`ghcr.io/acme/api@sha256:${"4f5e1c9ad2".repeat(6)}4f5e`), { command: null }),
  sound(image("ghcr.io/acme/api", { tag: "Release-2" }), { command: null }),
  sound({ customDomains: [{ name: "api.acme.io" }] }),
  sound({ customDomains: [{ name: "acme.io" }, { name: "www.acme.io" }] }),
  sound({ customDomains: [{ name: "*.acme.io" }] }),
  sound({ customDomains: [{ name: "xn--bcher-kva.example.shop" }] }),
  sound({ customDomains: [{ name: "API.acme.io" }] }),
  sound({ ipAllowLists: [{ cidrBlock: "0.0.0.0/0", description: "everybody" }] }),
  sound({
    ipAllowLists: [
      { cidrBlock: "203.0.113.7/32", description: "office" },
      { cidrBlock: "2001:db8::/32", description: "six" },
    ],
  }),
  sound({ healthCheckPath: "/" }),
  sound({ healthCheckPath: "/health?full=1" }),
  sound({ healthCheckPath: "/api/v1/health-check_ok/" }),
  sound({ healthCheckPath: "" }),
  job("0 */6 * * *"),
  job("0 0 29 2 *"),
  job("15,45 8-18 * * MON-FRI"),
  job("0 0 * * 0"),
  job("0 0 1 JAN *"),
  jobOf("for i in 1 2 3; do python sync.py && break; sleep 5; done"),
  jobOf("while read -r line; do echo $line; done < queue.txt"),
  jobOf("timeout 600 bash -c 'while true; do ./poll; sleep 5; done'"),
  jobOf("bash -c 'while true; do ./poll && exit 0; sleep 5; done'"),
  jobOf("celery -A shop call shop.tasks.nightly"),
  jobOf("python manage.py rqworker --burst default"),
  jobOf("while ! pg_isready -h db.acme.io; do sleep 1; done; python report.py"),
  jobOf("curl -fsS -X POST https://api.acme.io/tasks/nightly"),
  jobOf("sleep 30 && node dist/report.js"),
  jobOf("redis-cli -u $REDIS_URL FLUSHDB"),
  sound({
    preDeployCommand: "python manage.py migrate --noinput && python manage.py collectstatic --noinput",
  }),
  sound(
    { preDeployCommand: "npx prisma migrate deploy" },
    { ...node, command: "npx next start -H 0.0.0.0 -p $PORT" },
  ),
  sound({ preDeployCommand: "bundle exec rails db:migrate" }, { kind: "worker" }),
  sound({ preDeployCommand: "uvicorn --version && alembic upgrade head" }),
  sound(native({ buildCommand: "pip install uvicorn gunicorn && python -m compileall ." })),
  sound(native({ buildCommand: "npm ci && npx next build" }, "node"), {
    command: "npx next start -H 0.0.0.0 -p $PORT",
  }),
  sound(
    native({ buildCommand: "curl -sSL https://install.python-poetry.org | python3 - && poetry install" }),
  ),
  { kind: "static", properties: { buildCommand: "npm ci && npx vite build", publishPath: "dist" } },
  { kind: "static", properties: { buildCommand: "hugo --minify", publishPath: "public" } },
  {
    kind: "private",
    command: "redis-server --port 6379 --bind 0.0.0.0",
    variables: { PORT: "6379" },
    declared: { port: 6379 },
  },
  { kind: "worker", command: "celery -A app worker --beat" },
  { kind: "worker", command: "bash -c 'while true; do python poll.py; sleep 10; done'" },
  { kind: "worker", command: "alembic upgrade head && celery -A app worker" },
  soundBy({ EMAIL_HOST: "smtp.postmarkapp.com", EMAIL_PORT: "587" }),
  soundBy({ EMAIL_HOST: "smtp.postmarkapp.com", EMAIL_PORT: "2525" }, { properties: { plan: "free" } }),
  soundBy(
    { EMAIL_URL: "smtp://orchard:K3wpLt9xQz@smtp.eu.mailgun.org:2525" },
    { properties: { plan: "free" } },
  ),
  soundBy({ SMTP_PORT: "587" }, { properties: { plan: "starter" } }),
  {
    ...bare,
    command: ". /etc/secrets/app.env && exec gunicorn app:app --bind 0.0.0.0:$APP_PORT",
    secretFiles: { "app.env": "APP_PORT=8000\n" },
  },
  {
    ...bare,
    command: "set -a; source /etc/secrets/.env; set +a; exec uvicorn main:app --host $BIND_HOST --port $PORT",
    secretFiles: { ".env": "export BIND_HOST='0.0.0.0'\nLOG_LEVEL=info\n" },
  },
  {
    ...bare,
    command: "set -a && . /etc/secrets/.env && gunicorn app:app --bind 0.0.0.0:${APP_PORT:-8000}",
    secretFiles: { ".env": 'SECRET_KEY="q7X2m9 W4kTZ8$r5V3n6"\n' },
  },
  {
    ...bare,
    command: "export $(cat /etc/secrets/.env | xargs) && gunicorn app:app --bind 0.0.0.0:$PORT",
    secretFiles: { ".env": "LOG_LEVEL=info\n" },
  },
  soundWeb("gunicorn main:app --bind=0.0.0.0:$PORT --workers 2"),
  soundWeb("gunicorn --bind 0.0.0.0 main:app"),
];
