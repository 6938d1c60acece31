import type { SealedCase } from "./sealed";
import { DISK, GUNICORN, SCALING } from "./sixteenth-written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;

/**
 * Services of the sixteenth batch that Render refuses, or that its limits break: each has to be rejected by its rule.
 * The comment says what happens, and after the dash what decides it. "Also right" names another rule that may reject
 * the case instead.
 */
export const REJECTED_BY_PLATFORM_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Health checks ---------------------------------------------------------------------------------------------------

  // The path has to begin with a slash. - Render's page on health checks.
  {
    ...node,
    rule: "service/health-check-path",
    command: "node dist/main.js",
    properties: { healthCheckPath: "api/health" },
  },
  // A whole address is no path. - Render's page on health checks.
  {
    ...python,
    rule: "service/health-check-path",
    command: GUNICORN,
    properties: { healthCheckPath: "https://harbor-tides.onrender.com/health" },
  },
  // A host with a port is no path. - Render's page on health checks.
  { rule: "service/health-check-path", properties: { healthCheckPath: "localhost:8000/healthz" } },

  // --- Versions --------------------------------------------------------------------------------------------------------

  // Render takes a whole version alone, and finds none named 3.12. - Render's page on the Python version.
  { rule: "service/python-version", variables: { PYTHON_VERSION: "3.12" } },
  // This is the notation of Heroku's runtime.txt. - Render's page on the Python version.
  {
    ...python,
    rule: "service/python-version",
    command: GUNICORN,
    variables: { PYTHON_VERSION: "python-3.11.9" },
  },

  // --- Ports of mail servers -------------------------------------------------------------------------------------------

  // Free services reach no port 587: mails wait until they time out. - Render's page on free services.
  {
    ...python,
    rule: "service/blocked-port",
    command: GUNICORN,
    properties: { plan: "free" },
    variables: { EMAIL_HOST: "smtp.mailgun.org", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
  },
  // Free services reach no port 465. - Render's page on free services.
  {
    ...node,
    rule: "service/blocked-port",
    command: "node dist/main.js",
    properties: { plan: "free" },
    variables: { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "465", SMTP_SECURE: "true" },
  },

  // --- Names that Django answers ---------------------------------------------------------------------------------------

  // Every request from outside has status 400. - Django's page on its settings (ALLOWED_HOSTS).
  {
    ...python,
    rule: "service/allowed-hosts",
    command: GUNICORN,
    variables: { ALLOWED_HOSTS: "localhost,127.0.0.1" },
  },
  // A host with its scheme matches no Host header. - Django's page on its settings (ALLOWED_HOSTS).
  {
    ...python,
    rule: "service/allowed-hosts",
    command: GUNICORN,
    variables: { DJANGO_ALLOWED_HOSTS: "https://harbor-tides.onrender.com" },
  },

  // --- Sources ---------------------------------------------------------------------------------------------------------

  // The provider wants the tag in its own field. - the Terraform provider's page (image_url).
  {
    driver: "none",
    rule: "service/source",
    properties: { runtimeSource: { image: { imageUrl: "ghcr.io/harbor-tides/api:1.4.2" } } },
  },
  // A tag and a digest exclude each other. - the Terraform provider's page (digest).
  {
    driver: "none",
    rule: "service/source",
    properties: {
      runtimeSource: {
        image: { imageUrl: "ghcr.io/harbor-tides/api", tag: "1.4.2", digest: `sha256:${"4be1".repeat(16)}` },
      },
    },
  },

  // --- Plans -----------------------------------------------------------------------------------------------------------

  // The free plan has one instance. - Render's page on free services.
  { rule: "plan/limits", properties: { plan: "free", numInstances: 2 } },
  // The free plan has no disk. - Render's page on free services.
  { ...node, rule: "plan/limits", command: "node dist/main.js", properties: { plan: "free", disk: DISK } },
  // The free plan does not scale. - Render's page on scaling.
  { ...python, rule: "plan/limits", command: GUNICORN, properties: { plan: "free", autoscaling: SCALING } },
  // The free plan has no pre-deploy command. - Render's page on deploys.
  {
    ...python,
    rule: "plan/limits",
    command: GUNICORN,
    properties: { plan: "free", preDeployCommand: "python manage.py migrate --noinput" },
  },
  // A disk belongs to one instance. - Render's page on disks.
  {
    ...ruby,
    rule: "plan/limits",
    command: "bundle exec puma -C config/puma.rb -p $PORT",
    properties: { plan: "standard", disk: DISK, numInstances: 3 },
  },
  // A service with a disk does not scale. - Render's page on disks.
  {
    ...node,
    rule: "plan/limits",
    command: "node dist/main.js",
    properties: { plan: "pro", disk: DISK, autoscaling: SCALING },
  },
];
