import { brokenBy, brokenWeb, docker } from "../batch";
import type { SealedCase } from "../sealed";
import { bare, node } from "../written";
import { image, native, scaled } from "./render-parts";

const LIMITS = "plan/limits";
const VALUE = "blueprint/unknown-value|plan/limits";
const SOURCE = "service/source";
const CRON = "service/cron-schedule";
const HEALTH = "service/health-check-path";
const COMMAND = "service/start-command";

const broken = (rule: string, properties: object, more: SealedCase = {}): SealedCase => ({
  rule,
  properties,
  ...more,
});
const job = (schedule: string): SealedCase => ({ kind: "cron", rule: CRON, properties: { schedule } });
const jobOf = (command: string): SealedCase => ({ kind: "cron", rule: COMMAND, command });

/**
 * What no value of a field of Render's can be, field by field (docs/facts/render-openapi.json; R10, R14, R22, R33, R46,
 * R53 of docs/facts/render.md). Written on 30 November 2026 with the verdict, before it was judged for the first time: 46 of
 * 89 rejected, 10 stopped by another rule, 33 silent; of the sound ones 81 of 84 passed, and the 3 others had a wrong PORT.
 * `api:local` was among them: whether an image is only on one's own machine no name says.
 */
export const RENDER_BROKEN: readonly SealedCase[] = [
  // Autoscaling: 1 to 100 instances, a target of 1 to 90 percent.
  broken(LIMITS, scaled(0, 3)),
  broken(LIMITS, scaled(5, 2)),
  broken(LIMITS, scaled(1, 150)),
  broken(LIMITS, scaled(1, 3, 0)),
  broken(LIMITS, scaled(1, 3, 70, 100)),
  broken(LIMITS, scaled(2, 4, 95), { kind: "worker" }),
  broken(LIMITS, scaled(3, 1), { kind: "private", variables: { PORT: "8000" } }),
  broken(LIMITS, { ...scaled(1, 2), disk: { name: "data", mountPath: "/data", sizeGb: 10 } }),
  broken(LIMITS, { ...scaled(1, 2), plan: "free" }),
  // Instances and disks.
  broken(LIMITS, { numInstances: 0 }),
  broken(LIMITS, { numInstances: 250 }, { kind: "worker" }),
  broken(
    LIMITS,
    { numInstances: 2, disk: { name: "data", mountPath: "/data", sizeGb: 5 } },
    { kind: "private" },
  ),
  broken(LIMITS, { disk: { name: "data", mountPath: "data", sizeGb: 5 } }),
  broken(LIMITS, { disk: { name: "data", mountPath: "/", sizeGb: 5 } }),
  broken(LIMITS, { disk: { name: "data", mountPath: "/etc/secrets", sizeGb: 5 } }),
  broken(LIMITS, { disk: { name: "data", mountPath: "~/uploads", sizeGb: 5 } }),
  broken(LIMITS, { disk: { name: "data", mountPath: "/var/data", sizeGb: 0 } }),
  broken(LIMITS, { disk: { name: "data", mountPath: "/var/data", sizeGb: 2.5 } }, { kind: "worker" }),
  broken(LIMITS, { maxShutdownDelaySeconds: 0 }),
  broken(LIMITS, { maxShutdownDelaySeconds: 3600 }, { kind: "worker" }),
  broken(LIMITS, { plan: "free", disk: { name: "data", mountPath: "/data", sizeGb: 1 } }),
  broken(LIMITS, { plan: "free", schedule: "0 4 * * *" }, { kind: "cron" }),
  // Names that a list has not, by a letter: what came later cannot be known.
  broken(VALUE, { region: "franfurt" }),
  broken(VALUE, { region: "eu-central-1" }),
  broken(VALUE, { region: "singapur" }, { kind: "worker" }),
  broken(VALUE, { plan: "standart" }),
  broken(VALUE, native({}, "nodejs")),
  broken(VALUE, native({}, "python3"), { kind: "cron" }),
  // Repositories and images.
  broken(SOURCE, native({ repoUrl: "https://github.com/acme/api/tree/main" })),
  broken(SOURCE, native({ repoUrl: "github.com/acme/api" })),
  broken(SOURCE, native({ repoUrl: "https://github.com/acme" }), { kind: "worker" }),
  broken(SOURCE, native({ repoUrl: "/home/jo/projects/api" })),
  broken(SOURCE, image("https://ghcr.io/acme/api", { tag: "1.4.2" }), { command: null }),
  broken(SOURCE, image("ghcr.io/Acme/API", { tag: "1.4.2" }), { command: null }),
  broken(SOURCE, image("localhost:5000/acme/api", { tag: "1.4.2" }), { command: null }),
  broken(SOURCE, image("ghcr.io/acme/api", { tag: "release candidate" }), { command: null }),
  broken(SOURCE, image("ghcr.io/acme/api:1.4", { tag: "1.4.2" }), { command: null, kind: "private" }),
  broken(SOURCE, image("ghcr.io/acme/api", { digest: "4f5e1c" }), { command: null }),
  // Domains and addresses.
  broken(LIMITS, { customDomains: [{ name: "https://api.acme.io" }] }),
  broken(LIMITS, { customDomains: [{ name: "api.acme.io/v1" }] }),
  broken(LIMITS, { customDomains: [{ name: "api.acme.io" }, { name: "localhost" }] }),
  broken(LIMITS, { customDomains: [{ name: "api.acme.io:443" }] }),
  broken(LIMITS, { customDomains: [{ name: "acme-api.onrender.com" }] }),
  broken(LIMITS, { ipAllowLists: [{ cidrBlock: "203.0.113.0/33", description: "office" }] }),
  broken(LIMITS, { ipAllowLists: [{ cidrBlock: "office.acme.io", description: "office" }] }),
  // Health checks.
  broken(HEALTH, { healthCheckPath: "health" }),
  broken(HEALTH, { healthCheckPath: "https://api.acme.io/health" }),
  broken(HEALTH, { healthCheckPath: "localhost:8000/health" }),
  broken(HEALTH, { healthCheckPath: "GET /health" }),
  // Schedules.
  job("60 * * * *"),
  job("0 3 * *"),
  job("0 0 31 2 *"),
  job("*/0 * * * *"),
  job("every 5 minutes"),
  job("0 0 3 * * *"),
  job("0 3 * * MO"),
  // What a cron job never comes to the end of.
  jobOf("while true; do python sync.py; sleep 300; done"),
  jobOf("sh -c 'until false; do node dist/poll.js; sleep 5; done'"),
  jobOf("bash -c 'for ((;;)); do ./sync; sleep 1; done'"),
  jobOf("gunicorn shop.wsgi --bind 0.0.0.0:8000"),
  jobOf("celery -A shop beat"),
  jobOf("python manage.py migrate && python manage.py rqworker default"),
  jobOf("tail -f /dev/null"),
  jobOf("sleep infinity"),
  jobOf("npx next start"),
  // What has to end before the service starts.
  broken(COMMAND, { preDeployCommand: "uvicorn main:app --host 0.0.0.0 --port 8000" }),
  broken(COMMAND, {
    preDeployCommand: "python manage.py migrate && python manage.py runserver 0.0.0.0:8000",
  }),
  broken(COMMAND, { preDeployCommand: "celery -A app worker" }, { kind: "worker" }),
  broken(COMMAND, { preDeployCommand: "while true; do sleep 1; done" }),
  broken(COMMAND, native({ buildCommand: "pip install -r requirements.txt && gunicorn app:app" })),
  broken(COMMAND, native({ buildCommand: "npm ci && npx next start" }, "node")),
  broken(COMMAND, native({ buildCommand: "apt-get install -y ffmpeg && pip install -r requirements.txt" })),
  broken(COMMAND, native({ buildCommand: "sudo npm ci" }, "node")),
  broken(COMMAND, native({ buildCommand: "docker build -t api ." })),
  {
    kind: "static",
    rule: COMMAND,
    properties: { buildCommand: "npm ci && npx vite --host", publishPath: "dist" },
  },
  // Kinds of services.
  { kind: "private", rule: "service/native-without-start", command: null },
  { kind: "worker", rule: COMMAND, command: "celery -A app worker --detach" },
  { kind: "worker", rule: COMMAND, command: "alembic upgrade head" },
  {
    kind: "private",
    rule: "service/loopback-bind",
    command: "uvicorn main:app --port 9000",
    variables: { PORT: "9000" },
  },
  // Mail of a free service.
  brokenBy(
    "service/blocked-port",
    { EMAIL_HOST: "smtp.postmarkapp.com", EMAIL_PORT: "587" },
    { properties: { plan: "free" } },
  ),
  brokenBy(
    "service/blocked-port",
    { SMTP_HOST: "email-smtp.eu-west-1.amazonaws.com", SMTP_PORT: "465" },
    { ...node, properties: { plan: "free" }, command: "npx next start -H 0.0.0.0 -p $PORT" },
  ),
  brokenBy(
    "service/blocked-port",
    { EMAIL_URL: "smtp://orchard:K3wpLt9xQz@smtp.eu.mailgun.org:587" },
    { properties: { plan: "free" } },
  ),
  // A shell that reads a secret file before it starts the server.
  {
    ...bare,
    rule: "port/agreement",
    command: ". /etc/secrets/app.env && exec gunicorn app:app --bind 0.0.0.0:$APP_PORT",
    secretFiles: { "app.env": "APP_PORT=9000\n" },
  },
  {
    ...bare,
    rule: "service/loopback-bind",
    command: "set -a; source /etc/secrets/.env; set +a; exec uvicorn main:app --host $BIND_HOST --port $PORT",
    secretFiles: { ".env": "BIND_HOST=127.0.0.1\n" },
  },
  {
    ...bare,
    rule: "port/agreement|environment/missing-variable",
    command: "gunicorn app:app --bind 0.0.0.0:$APP_PORT",
    secretFiles: { "app.env": "APP_PORT=8000\n" },
  },
  {
    ...bare,
    rule: "port/agreement|environment/missing-variable",
    command: "bash -c 'source /etc/secrets/other.env; uvicorn main:app --host 0.0.0.0 --port $WEB_PORT'",
    secretFiles: { "app.env": "WEB_PORT=8000\n" },
  },
  // The image's own command takes a flag for its program's.
  brokenWeb(
    "port/agreement|service/start-command|service/loopback-bind",
    "uvicorn main:app --host 0.0.0.0:8000",
  ),
  brokenWeb("port/agreement|service/start-command", "gunicorn main:app --bind 0.0.0.0 $PORT", docker),
];
