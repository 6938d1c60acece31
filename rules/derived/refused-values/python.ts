import { type Beside, hasCommand, isOn, type Refusal, type Row } from "./row";

const isDjango = (beside: Beside): boolean =>
  beside.look("DJANGO_SETTINGS_MODULE") !== undefined ||
  hasCommand(beside, /\bmanage\.py\b|\bdjango-admin\b|\.wsgi\b/);

const CODE = "the code may change it before its reader has it";

/** A list with commas, or of JSON, as settings read it. */
const listed = (value: string): readonly string[] =>
  value.split(/[\s,;]+/).flatMap((one) => one.replace(/^[["']+|[\]"']+$/g, "") || []);

/** docs.djangoproject.com, checks 4_0.E001; github.com/adamchainz/django-cors-headers, E013 (read 2026-11-30). */
const ORIGINS: Row = {
  names: /(?:^|_)(?:CSRF_TRUSTED_ORIGINS|CORS_ALLOWED_ORIGINS|CORS_ORIGIN_WHITELIST)$/,
  refused: (value, beside) =>
    isDjango(beside) && listed(value).some((one) => !one.includes("://") && one !== "*" && one !== "null")
      ? {
          expected: "origins with their scheme, which Django asks for",
          got: "one without",
          fix: "Write `https://` before it.",
          unless: CODE,
        }
      : undefined,
};

const MODULE: Row = {
  names: /^DJANGO_SETTINGS_MODULE$/,
  refused: (value) =>
    /[/\\]|\.py$/.test(value)
      ? {
          expected: "the name of a module, such as `orchard.settings`",
          got: "a path, which Python cannot import",
          fix: "Write dots for the slashes, and no `.py` at the end.",
        }
      : undefined,
};

/** Ports of mail by how TLS begins there (RFC 8314): with the first byte at 465, after the greeting at 587. */
const MAIL: Row = {
  names: /(?:^|_)(?:EMAIL|SMTP|MAIL)_PORT$/,
  refused: (port, { look }, name) => {
    const stem = name.replace(/PORT$/, "");
    const said = (word: string) => look(`${stem}${word}`);
    const [fromFirst, after] = [
      ["USE_SSL", "SECURE", "SSL"],
      ["USE_TLS", "STARTTLS"],
    ].map((words) => words.some((word) => isOn(said(word))));
    if (port === "465" && after === true && fromFirst !== true)
      return {
        expected: "587 for STARTTLS",
        got: "465, at which a server waits for TLS and greets nobody before",
        fix: "Write 587, or turn TLS on from the first byte.",
        unless: CODE,
      };
    if (port === "587" && fromFirst === true)
      return {
        expected: "465 for TLS from the first byte",
        got: "587, at which a server greets in clear text",
        fix: "Write 465, or leave TLS to STARTTLS.",
        unless: CODE,
      };
    return undefined;
  },
};

/** `EMAIL_USE_TLS/EMAIL_USE_SSL are mutually exclusive` (django/core/mail/backends/smtp.py). */
const BOTH: Row = {
  names: /^EMAIL_USE_SSL$/,
  refused: (value, { look }) =>
    isOn(value) && isOn(look("EMAIL_USE_TLS"))
      ? {
          expected: "one of EMAIL_USE_TLS and EMAIL_USE_SSL",
          got: "both",
          fix: "Leave EMAIL_USE_SSL away at port 587, EMAIL_USE_TLS at 465.",
          unless: CODE,
        }
      : undefined,
};

/** kombu has no transport of these schemes (docs.celeryq.dev: brokers; kombu/transport/__init__.py, read 2026-11-30). */
const BROKER: Row = {
  names: /^CELERY_BROKER_URL$/,
  refused: (value) =>
    /^(?:https?|postgres(?:ql)?|mysql):\/\/(?!\S*\.amazonaws\.com)/i.test(value)
      ? {
          expected: "a broker's scheme, such as `redis://`, `rediss://` or `amqp://`",
          got: "one that no transport has",
          fix: "Copy the broker's own address; Upstash has one beside that of its REST API.",
        }
      : undefined,
};

/** SQLAlchemy 1.4 removed the dialect `postgres` (docs.sqlalchemy.org: changes of 1.4, read 2026-12-01). */
const DIALECT: Row = {
  names: /^(?:CELERY_RESULT_BACKEND|CELERY_BROKER_URL)$/,
  refused: (value) =>
    /^(?:db|sqla)\+postgres(?:\+\w+)?:\/\//i.test(value)
      ? {
          expected: "`postgresql` as SQLAlchemy's dialect",
          got: "`postgres`, which SQLAlchemy has not had since 1.4",
          fix: "Write `postgresql`.",
          unless: "an older SQLAlchemy takes it, and the code may change it",
        }
      : undefined,
};

/** docs.celeryq.dev, userguide/configuration: `db+postgresql://`, and `ssl_cert_reqs` of a `rediss://` (read 2026-11-30). */
const RESULTS: Row = {
  names: /^CELERY_RESULT_BACKEND$/,
  refused: (value) => {
    if (/^(?:https?|postgres(?:ql)?(?:\+\w+)?|mysql(?:\+\w+)?|sqlite):\/\//i.test(value))
      return {
        expected: "a backend's scheme, such as `redis://` or `db+postgresql://`",
        got: "one that no backend has",
        fix: "Write `db+` before a database's address.",
        unless: CODE,
      };
    if (/^[\w.-]+:\d+(?:\/\d+)?$/.test(value))
      return {
        expected: "a backend's scheme, such as `redis://`",
        got: "a host and a port without one",
        fix: "Write `redis://` before it.",
        unless: CODE,
      };
    return /^rediss:\/\/(?!.*ssl_cert_reqs=)/i.test(value)
      ? {
          expected: "`ssl_cert_reqs` behind a `rediss://` address",
          got: "none, at which Celery's backend ends",
          fix: "Write `?ssl_cert_reqs=required` behind it.",
          unless: "the code may give the backend its settings of TLS",
        }
      : undefined;
  },
};

/** Celery's broker by its own name or by the store's, and no other reader of Redis asks for the parameter. */
const BROKER_TLS: Row = {
  names: /^(?:CELERY_BROKER_URL|CELERY_BROKER|BROKER_URL|REDIS_URL|REDIS_TLS_URL)$/,
  refused: (value, beside) =>
    /^rediss:\/\/(?!.*ssl_cert_reqs=)/i.test(value) && hasCommand(beside, /\bcelery\b/)
      ? {
          expected: "`ssl_cert_reqs` behind a `rediss://` address",
          got: "none, at which Celery ends where it is the store of results too",
          fix: "Write `?ssl_cert_reqs=required` behind it.",
          unless: "the code may give Celery its settings of TLS",
        }
      : undefined,
};

/** docs.prefect.io: the server's database is asked by an asynchronous driver alone (read 2026-11-30). */
const PREFECT: Row = {
  names: /^PREFECT_(?:API|SERVER)_DATABASE_CONNECTION_URL$/,
  refused: (value): Refusal | undefined =>
    /^(?:postgres(?:ql)?|postgresql\+psycopg2?):\/\//i.test(value)
      ? {
          expected: "`postgresql+asyncpg://`",
          got: "a scheme of another driver",
          fix: "Write `postgresql+asyncpg://`.",
        }
      : undefined,
};

export const PYTHON_VALUES: readonly Row[] = [
  MODULE,
  ORIGINS,
  MAIL,
  BOTH,
  BROKER,
  DIALECT,
  RESULTS,
  BROKER_TLS,
  PREFECT,
];
