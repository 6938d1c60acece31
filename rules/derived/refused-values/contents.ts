import type { Row } from "./row";

/**
 * Variables whose readers open a file (cloud.google.com/docs/authentication: application default credentials;
 * postgresql.org: libpq-envars; nodejs.org/api/cli.html; openssl.org: SSL_CERT_FILE; read 2026-11-30).
 */
const PATHS: Row = {
  names:
    /^(?:GOOGLE_APPLICATION_CREDENTIALS|PGSSLROOTCERT|PGSSLCERT|PGSSLKEY|PGPASSFILE|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/,
  refused: (value) =>
    /^\s*(?:\{|-----BEGIN|\\?n?-----BEGIN|MII[A-Za-z0-9+/]{40,}|ey[JA][A-Za-z0-9+/]{40,})/.test(value)
      ? {
          expected: "the path of a file",
          got: "what would be in it",
          fix: "Keep the text as a secret file, and write `/etc/secrets/` and its name.",
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
    /^[A-Z][\w ]+\(/.test(value)
      ? {
          expected: "a region's name, such as `us-east-1`",
          got: "another name",
          fix: "Write the region's name.",
          unless: "a store of another maker may have a region of that name",
        }
      : undefined,
};

export const CONTENT_VALUES: readonly Row[] = [PATHS, SENTRY, AWS];
