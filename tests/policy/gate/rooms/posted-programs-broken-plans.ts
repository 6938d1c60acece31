import {
  type BrokenProgram,
  cron,
  native,
  PIP,
  type Resource,
  registryCredential,
  values,
  web,
} from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import {
  CANARY,
  DOMAIN,
  GUNICORN,
  LIMITS,
  NETWORK,
  REFUSED,
  SESSION,
  START,
  UNICORN,
  vite,
} from "./posted-programs-form";

const DISK = { name: "data", mountPath: "/var/data", sizeGb: 5 };
const job = (schedule: string, startCommand = "python -m jobs.nightly", more = {}) =>
  cron({
    name: "tern-nightly",
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values({ DATABASE_URL: SESSION }),
    ...more,
  });
const scheduled = (name: string, schedule: string, why: string, source: string): BrokenProgram => ({
  name,
  rules: ["service/cron-schedule"],
  at: ["nightly", "schedule"],
  why,
  source,
  resources: { nightly: job(schedule) },
});
const sqlite = (more = {}) =>
  nodeApp(
    "tern-cms",
    "npx strapi start",
    { DATABASE_FILENAME: "/var/data/strapi.db" },
    { disk: DISK, ...more },
  );
const one = (
  name: string,
  rules: readonly string[],
  at: BrokenProgram["at"],
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
  alsoAt: BrokenProgram["alsoAt"] = [],
): BrokenProgram => ({ name, rules, at, alsoAt, why, source, resources });

/** Broken programs of plans, disks, schedules, domains, sources and values. */
export const POSTED_PROGRAMS_BROKEN_PLANS: readonly BrokenProgram[] = [
  one(
    "tern-free-with-a-pre-deploy-command",
    [LIMITS],
    ["web", "preDeployCommand"],
    "Render refuses it: pre-deploy commands are of paid services.",
    "maybe-finance/maybe, issue 1717",
    {
      web: python(
        "tern-web",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "free", preDeployCommand: "python manage.py migrate" },
      ),
    },
    [["web", "plan"]],
  ),
  one(
    "tern-free-with-a-disk",
    [LIMITS],
    ["cms", "disk"],
    "Free services have no disks.",
    "cedarjs/cedar, pull request 2404; zhiyu1998/Gemi2Api-Server, pull request 50",
    { cms: sqlite({ plan: "free" }) },
    [["cms", "plan"]],
  ),
  one(
    "tern-two-instances-of-one-disk",
    [LIMITS],
    ["cms", "numInstances"],
    "A service with a disk has one instance.",
    "usdigitalresponse/usdr-gost, issue 315; render-examples/elixir_cluster, issue 7",
    { cms: sqlite({ numInstances: 2 }) },
    [["cms", "disk"]],
  ),
  one(
    "tern-scaling-with-a-disk",
    [LIMITS],
    ["cms", "autoscaling"],
    "A service with a disk does not scale.",
    "render-examples/elixir_cluster, issue 7; Render's page on scaling",
    {
      cms: sqlite({
        plan: "standard",
        autoscaling: {
          enabled: true,
          min: 1,
          max: 3,
          criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 80 } },
        },
      }),
    },
    [["cms", "disk"]],
  ),
  one(
    "tern-postgres-of-a-legacy-plan",
    [LIMITS, "blueprint/unknown-value"],
    ["records", "plan"],
    "The plan starter is no longer sold for new databases.",
    "brightbeanxyz/brightbean-studio, issue 14",
    {
      records: {
        type: "render:index:Postgres",
        properties: { name: "tern-records", plan: "starter", region: "frankfurt", version: "17" },
      },
      web: python("tern-web", GUNICORN, { DATABASE_URL: SESSION }),
    },
  ),
  one(
    "tern-migration-on-the-disk-before-the-deploy",
    ["service/disk-before-start"],
    ["cms", "preDeployCommand"],
    "The pre-deploy command has no disk: it migrates a file that is lost when it ends.",
    "cedarjs/cedar, pull request 2401",
    {
      cms: nodeApp(
        "tern-cms",
        "node dist/server.js",
        { DATABASE_URL: "file:/var/data/app.db" },
        {
          disk: DISK,
          preDeployCommand: "npx prisma migrate deploy && sqlite3 /var/data/app.db 'PRAGMA journal_mode=WAL'",
        },
      ),
    },
  ),
  one(
    "tern-job-that-reads-the-disk-of-another",
    ["service/disk-of-another"],
    ["nightly", "startCommand"],
    "The disk is the service's alone: the job finds no such file.",
    "Render's page on disks; Open-Finance-Lab/AgenticTrading, issue 470",
    {
      cms: sqlite(),
      nightly: job(
        "0 2 * * *",
        "sqlite3 /var/data/strapi.db '.backup /tmp/b.db' && python upload.py /tmp/b.db",
      ),
    },
  ),
  scheduled(
    "tern-schedule-as-a-word",
    "everyday",
    "Render takes five fields.",
    "render-oss/render-mcp-server, issue 31",
  ),
  scheduled(
    "tern-schedule-of-31-february",
    "0 0 31 2 *",
    "February has no such day.",
    "openchoreo/openchoreo, issue 2954",
  ),
  scheduled(
    "tern-schedule-of-four-fields",
    "0 2-7/1 * *",
    "One field is missing.",
    "hmcts/cnp-flux-config, pull request 18036",
  ),
  scheduled(
    "tern-schedule-of-quartz",
    "0 0 12 1/1 * ? *",
    "Seven fields are Quartz's.",
    "hexparrot/mineos-node, issue 91",
  ),
  one(
    "tern-job-that-is-beat",
    [START],
    ["nightly", "startCommand"],
    "beat never ends, and Render ends the job after 12 hours.",
    "render-examples/celery, issue 16; Render's page on cron jobs",
    { nightly: job("0 * * * *", "celery -A tern beat --loglevel=info") },
  ),
  one(
    "tern-domain-with-a-scheme",
    [DOMAIN],
    ["web", "customDomains"],
    "A domain is a name alone.",
    "Render's page on custom domains",
    { web: python("tern-web", UNICORN, {}, { customDomains: [{ name: "https://api.tern-reef.example" }] }) },
    [["web", "customDomains[0].name"]],
  ),
  one(
    "tern-domain-of-two",
    [DOMAIN],
    ["pages", "customDomains"],
    "Render refuses a domain that another service has.",
    "superplanehq/superplane, issue 4456",
    {
      web: python("tern-web", UNICORN, {}, { customDomains: [{ name: "app.tern-reef.example" }] }),
      pages: vite({}, { customDomains: [{ name: "app.tern-reef.example" }] }),
    },
    [
      ["pages", "customDomains[0].name"],
      ["web", "customDomains"],
    ],
  ),
  one(
    "tern-hosts-of-a-laptop",
    ["service/allowed-hosts"],
    ["web", "envVars.ALLOWED_HOSTS"],
    "Django answers each request under onrender.com with 400.",
    "Ambrose-OO/enhanced_access_portal_v2, issue 49",
    { web: python("tern-web", GUNICORN, { ALLOWED_HOSTS: "localhost,127.0.0.1", DATABASE_URL: SESSION }) },
  ),
  one(
    "tern-origins-without-a-scheme",
    [REFUSED],
    ["web", "envVars.CSRF_TRUSTED_ORIGINS"],
    "Since Django 4 each origin begins with its scheme: the check 4_0.E001 ends the start.",
    "TheSpaghettiDetective/obico-server, issue 1093; 0x4bs3nt/urlinks, pull request 48",
    {
      web: python("tern-web", GUNICORN, {
        CSRF_TRUSTED_ORIGINS: "tern-web.onrender.com",
        DATABASE_URL: SESSION,
      }),
    },
  ),
  one(
    "tern-origin-with-a-slash",
    [REFUSED],
    ["web", "envVars.CORS_ALLOWED_ORIGINS"],
    "An origin has no path: django-cors-headers refuses it, and others match no browser's header.",
    "chaynHQ/bloom-backend, pull request 1081; oslabs-beta/Lambda-Lens, pull request 89",
    {
      web: python("tern-web", GUNICORN, { CORS_ALLOWED_ORIGINS: "https://tern-pages.onrender.com/" }),
      pages: vite({}),
    },
  ),
  one(
    "tern-flower-at-its-own-port",
    ["port/agreement"],
    ["flower", "startCommand"],
    "Flower opens 5555, and PORT says 8000.",
    "Flower's page on its options; Render's page on ports",
    {
      flower: python("tern-flower", "celery -A tern flower --address=0.0.0.0 --port=5555", {
        CELERY_BROKER_URL: "redis://red-d0tern0reef0canary0q:6379",
      }),
    },
    [["flower", "envVars.PORT"]],
  ),
  one(
    "tern-image-with-the-credential-of-another",
    ["service/registry-credential"],
    ["web", "runtimeSource"],
    "Docker Hub's user is none of ghcr.io: unauthorized.",
    "coollabsio/coolify, issue 999; acorn-io/runtime, issue 1548",
    {
      hub: registryCredential({ name: "hub", registry: "DOCKER", username: "tern", authToken: CANARY }),
      web: web({
        name: "tern-web",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: {
          image: { imageUrl: "ghcr.io/tern-reef/web", tag: "1.4.0", registryCredentialId: "${hub.id}" },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000" }),
      }),
    },
    [["hub", "registry"]],
  ),
  one(
    "tern-two-secrets-of-one-token",
    [REFUSED],
    ["engine", "envVars.JWT_SECRET"],
    "Each service draws a secret of its own, and the one refuses the other's tokens.",
    "kitokoh/leopardo-hr, pull request 4008; LabsCrypt/flowfi, issue 564",
    {
      api: python(
        "tern-api",
        UNICORN,
        {},
        {
          envVars: {
            ...values({ PORT: "8000", ENGINE_URL: "http://tern-engine:8000" }),
            JWT_SECRET: { generateValue: true },
          },
        },
      ),
      engine: python(
        "tern-engine",
        UNICORN,
        {},
        { envVars: { ...values({ PORT: "8000" }), JWT_SECRET: { generateValue: true } } },
      ),
    },
    [["api", "envVars.JWT_SECRET"]],
  ),
  one(
    "tern-mail-from-a-free-service",
    ["service/blocked-port", NETWORK],
    ["web", "envVars.EMAIL_PORT"],
    "Free services reach no port 587.",
    "Render's page on free services",
    {
      web: python(
        "tern-web",
        GUNICORN,
        { EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
        { plan: "free" },
      ),
    },
  ),
];
