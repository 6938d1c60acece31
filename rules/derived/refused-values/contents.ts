import { isJson } from "../../../domain/is-json";
import { isTimeZone } from "../../../domain/promotion-window";
import type { Row } from "./row";

/**
 * Variables whose readers open a file (cloud.google.com/docs/authentication: application default credentials;
 * postgresql.org: libpq-envars; nodejs.org/api/cli.html; openssl.org: SSL_CERT_FILE; read 2026-11-30).
 */
const PATHS: Row = {
  names:
    /^(?:GOOGLE_APPLICATION_CREDENTIALS|PGSSLROOTCERT|PGSSLCERT|PGSSLKEY|PGPASSFILE|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/,
  refused: (value, _beside, name) =>
    /^\s*(?:\{|-----BEGIN|\\?n?-----BEGIN|MII[A-Za-z0-9+/]{40,}|ey[JA][A-Za-z0-9+/]{40,})/.test(value)
      ? {
          expected: "the path of a file",
          got: "what would be in it",
          fix: "Keep the text as a secret file, and write `/etc/secrets/` and its name.",
          ...(!/^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/.test(name) && {
            unless: "the code may read the text itself",
          }),
        }
      : undefined,
};

/** libpq passes over a line of another form, and then has no password (postgresql.org: libpq-pgpass; read 2026-12-01). */
const PASS_FILE: Row = {
  names: /^\.?pgpass(?:\.conf)?$/,
  refused: (value) =>
    / parts$/.test(value)
      ? {
          expected: "a line `host:port:database:user:password`",
          got: `none in the file, whose first line has ${value}`,
          fix: "Write the five parts, and `*` for any host, port, database or user.",
          unless: "the password may be written elsewhere too",
        }
      : undefined,
};

/** sentry_sdk ends at a DSN without its key (develop.sentry.dev/sdk/overview). */
const SENTRY: Row = {
  names: /^SENTRY_DSN$/,
  refused: (value) =>
    /^https?:\/\/[^@]*$/i.test(value) || /^[0-9a-f]{32}$/i.test(value)
      ? {
          expected: "a DSN, `https://key@host/project`",
          got: "an address without a key, or a key alone",
          fix: "Copy the DSN of the project's client keys.",
          unless: "the code may go on without",
        }
      : undefined,
};

/** `us-east-1a` is a zone of `us-east-1`. */
const AWS: Row = {
  names: /^(?:AWS|S3)_(?:DEFAULT_)?(?:S3_)?REGION(?:_NAME)?$/,
  refused: (value) =>
    /^[a-z]{2}-[a-z]+-\d[a-f]$/.test(value) ||
    /^[a-z]{2}[a-z]+\d$/.test(value) ||
    /^(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:gov-)?(?:north|south|east|west|central)(?:east|west)?$/.test(value) ||
    /^[A-Z][\w ]+\(/.test(value) ||
    /^(?:[A-Z]\. )?[A-Z][a-z]+(?: [A-Z][a-z]+)*$/.test(value)
      ? {
          expected: "a region's name, such as `us-east-1`",
          got: "another name",
          fix: "Write the region's name.",
          unless: "a store of another maker may have a region of that name",
        }
      : undefined,
};

/** A client writes the scheme of the header by itself (RFC 6750). */
const BEARER: Row = {
  names: /(?:^|_)(?:API_KEY|API_TOKEN|ACCESS_TOKEN|SECRET_KEY)$/,
  refused: (value) =>
    /^Bearer\s+\S/i.test(value)
      ? {
          expected: "the key alone",
          got: "`Bearer` before it, which a client writes by itself",
          fix: "Remove the word.",
          unless: "the code may send it as it is",
        }
      : undefined,
};

const JSON_TEXT: Row = {
  names: /(?:SERVICE_ACCOUNT|CREDENTIALS?|_JSON)$/,
  refused: (value) =>
    value.startsWith("{") && !isJson(value)
      ? {
          expected: "a text of JSON",
          got: "one that is none",
          fix: "Copy the file as it is, with its double quotes.",
          unless: "the code may read another notation",
        }
      : undefined,
};

/**
 * A list of settings in brackets is one of JSON: pydantic-settings ends at another notation, and what splits at commas
 * leaves the brackets in its parts (docs.pydantic.dev: settings, parsing environment variable values; read 2026-12-01).
 */
const LIST: Row = {
  names: /(?:ORIGINS?|HOSTS|DOMAINS|CORS\w*)$|(?:^|_)(?:PROXIES|WHITELIST|ALLOWLIST|EXTENSIONS|EMAILS)$/,
  refused: (value) =>
    /^\[(?![\d:a-f]*\]).*\]$/is.test(value) && !isJson(value)
      ? {
          expected: "a list of JSON, or values with commas between them",
          got: "a list in brackets that is no JSON",
          fix: "Write each value in double quotes, or without brackets.",
          unless: "the code may read another notation",
        }
      : undefined,
};

const UNITS: Row = {
  names: /_(?:SECONDS|MINUTES|HOURS|DAYS|MILLISECONDS)$/,
  refused: (value) =>
    /^\d+\s*[a-z]+$/i.test(value)
      ? {
          expected: "a number, as its name has the unit",
          got: "a number with a unit",
          fix: "Write the number alone.",
          unless: "the code may read units",
        }
      : undefined,
};

/** Names of the time zone database, and POSIX's own form `EST5EDT`. */
const ZONE: Row = {
  names: /^(?:TZ|CRON_TZ|TIME_?ZONE|(?:CELERY|GENERIC|APP|DEFAULT)_TIMEZONE)$/,
  refused: (value) =>
    isZone(value)
      ? undefined
      : {
          expected: "a name of the time zone database",
          got: "another, for which a program takes UTC",
          fix: "Write it as `America/New_York`.",
          unless: "the program may know it",
        },
};

const isZone = (text: string): boolean => /^:|^[A-Z]{3,5}[+-]?\d/.test(text) || isTimeZone(text);

const TOOL_VERSION: Row = {
  names: /^(?:POETRY|UV|BUN|PNPM|PIPENV)_VERSION$/,
  refused: (value) =>
    /^(?:[\^~<>=]|v\d)/.test(value)
      ? {
          expected: "a version",
          got: "a range, or a letter before it",
          fix: "Write the version alone, such as `1.8.4`.",
          unless: "the platform may take it",
        }
      : undefined,
};

export const CONTENT_VALUES: readonly Row[] = [
  PATHS,
  PASS_FILE,
  SENTRY,
  AWS,
  BEARER,
  JSON_TEXT,
  LIST,
  UNITS,
  ZONE,
  TOOL_VERSION,
];
