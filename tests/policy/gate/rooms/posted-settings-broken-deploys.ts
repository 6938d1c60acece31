import { LOCAL, PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare } from "../written";
import { django, laravelApp, laravelBy, nest } from "./posted-connections-form";
import { broken, DEBUG, FILE, LIMITS, NEED, REFUSED, SESSION } from "./posted-services-form";

const MAIL = "service/blocked-port";
const LOST = `${NEED}|${FILE}|${LOCAL}|service/disk-of-another|service/disk-before-start|${LIMITS}`;

const by = (rule: string, why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  broken(rule, why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });

/** Mail, disks, plans, builds, sources, and values that their reader refuses. */
export const POSTED_DEPLOYS: readonly ExplainedCase[] = [
  by(
    MAIL,
    "a free service reaches no port 587 (nodemailer/nodemailer, issue 438's kind; Render's page on free instances)",
    { EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
    { ...django, properties: { plan: "free" } },
  ),
  by(
    MAIL,
    "a free service reaches no port 465 (Render's page on free instances)",
    { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "465", SMTP_SECURE: "true" },
    { ...nest, properties: { plan: "free" } },
  ),
  by(
    PLACEHOLDER,
    "no mail server runs beside the service (Django's page on mail)",
    { EMAIL_HOST: "localhost", EMAIL_PORT: "25" },
    django,
  ),
  by(
    PLACEHOLDER,
    "mailpit is a name of Sail's network (Laravel's .env.example)",
    { ...laravelBy(), MAIL_MAILER: "smtp", MAIL_HOST: "mailpit", MAIL_PORT: "1025" },
    laravelApp,
  ),
  by(
    REFUSED,
    "a server at 465 waits for TLS, and greets nobody before (grapesmoker/qems2, pull request 269's kind)",
    { EMAIL_HOST: "smtp.eu.mailgun.org", EMAIL_PORT: "465", EMAIL_USE_TLS: "True" },
    django,
  ),
  by(
    REFUSED,
    "a server at 587 greets in clear text: wrong version number (nodemailer's page on SMTP)",
    { SMTP_HOST: "smtp.eu.mailgun.org", SMTP_PORT: "587", SMTP_SECURE: "true" },
    nest,
  ),
  by(
    DEBUG,
    "mails are written into the log (Django's page on mail)",
    { EMAIL_BACKEND: "django.core.mail.backends.console.EmailBackend" },
    django,
  ),
  broken(LIMITS, "a free service has no disk (FlowiseAI/FlowiseDocs, issue 5)", {
    properties: { plan: "free", disk: { name: "data", mountPath: "/var/data", sizeGb: 1 } },
  }),
  broken(LIMITS, "a service with a disk has one instance (Render's page on disks)", {
    properties: { numInstances: 2, disk: { name: "data", mountPath: "/var/data", sizeGb: 1 } },
  }),
  broken(LIMITS, "a free service has one instance (Render's page on scaling)", {
    properties: { plan: "free", numInstances: 2 },
  }),
  broken(LIMITS, "a disk is mounted below an absolute path (Render's page on disks)", {
    properties: { disk: { name: "data", mountPath: "data", sizeGb: 1 } },
  }),
  broken(LIMITS, "the delay is at most 300 seconds (Render's page on deploys)", {
    properties: { maxShutdownDelaySeconds: 600 },
  }),
  broken(LIMITS, "a worker has no free plan (Render's page on free instances)", {
    kind: "worker",
    driver: "none",
    command: "celery -A shop worker -l info",
    properties: { plan: "free" },
  }),
  broken(LIMITS, "a cron job has no free plan (prof-rossetti/intro-to-python, issue 125)", {
    kind: "cron",
    driver: "none",
    properties: { plan: "free" },
  }),
  broken(
    LOST,
    "no disk is there, and each deploy begins with an empty database (FlowiseAI/FlowiseDocs, issue 5)",
    { ...bare, variables: { DATABASE_URL: "sqlite:////var/data/shop.db" } },
  ),
  broken(LOST, "the disk is at another path than the database (tinycld/tinycld, pull request 94)", {
    ...bare,
    variables: { DATABASE_URL: "sqlite:////workspace/data/shop.db" },
    properties: { disk: { name: "data", mountPath: "/workspace/shop/data", sizeGb: 1 } },
  }),
];
