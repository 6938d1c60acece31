import { PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, laravelApp, laravelBy, nest, rails } from "./posted-connections-form";
import { broken, DEBUG, HOSTS, NEED, REFUSED, SESSION, sound } from "./posted-services-form";

const HERE = `${DEBUG}|${PLACEHOLDER}`;
const EMPTY = `${PLACEHOLDER}|${NEED}|${REFUSED}`;
const by = (rule: string, why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  broken(rule, why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });
const works = (why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  sound(why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });
const next = { ...nest, command: "npx next start -p $PORT" };

/** Next to settings that were posted: origins without a scheme, addresses of no host, empty secrets, and levels. */
export const NEXT_TO_POSTED_SETTINGS: readonly ExplainedCase[] = [
  by(REFUSED, "an origin has its scheme", { ALLOWED_ORIGINS: "plum.coop,www.plum.coop" }),
  by(REFUSED, "an origin has its scheme", { CORS_ALLOWED_ORIGINS: "https://plum.coop, www.plum.coop" }, nest),
  by(HERE, "0.0.0.0 is each visitor's own machine", { NEXT_PUBLIC_API_URL: "http://0.0.0.0:8000" }, next),
  by(HERE, "0.0.0.0 is the service's own machine", { API_BASE_URL: "http://0.0.0.0:5000/v1" }),
  by(
    `${HERE}|${HOSTS}`,
    "a host with a developer's port",
    { SITE_HOST: "127.0.0.1:3000", RAILS_ENV: "production" },
    rails,
  ),
  by(EMPTY, "an empty key ends Django", { DJANGO_SECRET_KEY: "" }, django),
  by(
    EMPTY,
    "NextAuth asks for a secret in production",
    { NEXTAUTH_SECRET: "", NEXTAUTH_URL: "https://plum.coop" },
    next,
  ),
  by(EMPTY, "an empty secret signs nothing", { JWT_SECRET_KEY: " " }),
  by(EMPTY, "express-session asks for a secret", { SESSION_SECRET: "" }, nest),
  by(
    REFUSED,
    "Rails has no level of that name",
    { RAILS_ENV: "production", RAILS_LOG_LEVEL: "warning" },
    rails,
  ),
];

/** What deploys and sends no mail. */
export const NEXT_TO_POSTED_ADVISED: readonly ExplainedCase[] = [
  by(
    DEBUG,
    "mails are kept in memory (Django's page on mail)",
    { EMAIL_BACKEND: "django.core.mail.backends.locmem.EmailBackend" },
    django,
  ),
  by(
    DEBUG,
    "mails are written into the log (Laravel's page on mail)",
    { ...laravelBy(), MAIL_MAILER: "log" },
    laravelApp,
  ),
];

export const SOUND_NEXT_TO_POSTED_SETTINGS: readonly ExplainedCase[] = [
  works(
    "an application's own origin",
    { CORS_ORIGINS: "https://plum.coop,capacitor://localhost,null" },
    nest,
  ),
  works("words of cors", { CORS_ORIGIN: "true" }, nest),
  works("a pattern", { CORS_ORIGIN: "/\\.plum\\.coop$/" }, nest),
  works("the service asks itself", { API_URL: "http://0.0.0.0:8000" }, nest),
  works("an address to listen at", { LISTEN_ADDR: "0.0.0.0:8000", BIND: "0.0.0.0" }, nest),
  works("the application binds it", { APP_HOST: "0.0.0.0" }, nest),
  works("a public host", { APP_HOST: "shop.plum.coop" }, rails),
  works("an optional secret", { WEBHOOK_SECRET: "", STRIPE_WEBHOOK_SECRET: "" }, nest),
  works(
    "Django's mail by SMTP",
    { EMAIL_BACKEND: "django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST: "smtp.eu.mailgun.org" },
    django,
  ),
  works("Django's mail by a provider", { EMAIL_BACKEND: "anymail.backends.mailgun.EmailBackend" }, django),
  works("Laravel's mail by a provider", { ...laravelBy(), MAIL_MAILER: "postmark" }, laravelApp),
  works("Rails's level", { RAILS_ENV: "production", RAILS_LOG_LEVEL: "WARN" }, rails),
];
