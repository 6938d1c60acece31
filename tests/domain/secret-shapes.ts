/** A made-up secret: no part of it may be in what is printed, written or sent. */
export const CANARY = "Xc4naryQ7vN2pL9t";

const CORE = CANARY.slice(1, 9);

/** Whether the secret, or base64 of it, is in a text. */
export function holdsCanary(text: string): boolean {
  return text.includes(CORE) || text.includes(ENCODED);
}

const ENCODED = Buffer.from(`u:${CANARY}`).toString("base64").slice(4, 16);

const NAMES = [
  ...[
    "PASSWORD",
    "DB_PASSWORD",
    "PGPASSWORD",
    "POSTGRES_PWD",
    "MAIL_PASSWD",
    "SSL_KEYFILE_PASSWORD",
    "DB_PASS",
  ],
  ...["SECRET", "SECRET_KEY", "JWT_SECRET_KEY", "CLIENT_SECRET", "SECRET_KEY_BASE", "AWS_SECRET_ACCESS_KEY"],
  ...["TOKEN", "ACCESS_TOKEN", "REFRESH_TOKEN", "GITHUB_TOKEN", "TOKEN_V2", "CSRF_TOKEN_SALT"],
  ...[
    "API_KEY",
    "OPENAI_API_KEY",
    "STRIPE_KEY",
    "ENCRYPTION_KEY",
    "SUPABASE_SERVICE_ROLE_KEY",
    "PRIVATE_KEY",
  ],
  ...["FERNET_KEY", "SIGNING_KEY", "DB_CREDENTIALS", "NPM_AUTH", "SMTP_PASSPHRASE", "SESSION_KEY"],
];

/** An assignment in each notation in which a text may have one. */
const ASSIGNMENTS: readonly ((name: string) => string)[] = [
  (name) => `${name}=${CANARY}`,
  (name) => `  export ${name}="${CANARY}"`,
  (name) => `${name.toLowerCase()}: ${CANARY}`,
  (name) => `{"${name}": "${CANARY}", "port": 8000}`,
  (name) => `connect(host="db", ${name.toLowerCase()}='${CANARY} and more')`,
  (name) => `web: ${name}=${CANARY} uvicorn main:app`,
  (name) => `os.getenv("${name}", "${CANARY}")`,
  (name) => `tool --${name.toLowerCase().replaceAll("_", "-")} ${CANARY} --verbose`,
];

/** By place, by a driver's own words, and by the prefix that a maker gives. */
const OTHERS: readonly string[] = [
  `postgresql://u:${CANARY}@h:5432/d`,
  `postgres://u:${CANARY} y@h/db": net/url: invalid userinfo`,
  `Could not parse SQLAlchemy URL from string 'postgres//u:${CANARY}@h/db'`,
  `Could not parse SQLAlchemy URL from string 'postgresql:/u:${CANARY}@h/db'`,
  `Could not parse SQLAlchemy URL from string 'u:${CANARY}@h/db'`,
  `TypeError: Invalid URL: postgresql:u:${CANARY}@h`,
  `panic: parse "postgres://u:${CANARY} y@h/db": net/url: invalid userinfo`,
  `U9=postgresql://HOST:${CANARY}/postgres`,
  `redis://:${CANARY}@h:6379/0`,
  `mongodb+srv://u:${CANARY}@cluster.acme.mongodb.net/app`,
  `amqps://u:a@${CANARY}@mq.acme.com/v`,
  `https://${CANARY}@o1.ingest.sentry.io/2`,
  `https://x-access-token:${CANARY}@github.com/acme/api.git`,
  `git clone https://oauth2:${CANARY}@gitlab.com/acme/api`,
  `GET /hook?access_token=${CANARY}&x=1 HTTP/1.1`,
  `postgresql://h/d?user=u&password=${CANARY}`,
  `jdbc:postgresql://h:5432/d?user=u&password=${CANARY}&ssl=true`,
  `host=h user=u password=${CANARY} dbname=d`,
  `host=h user=u password='${CANARY} two' dbname=d`,
  `Server=h;User Id=u;Password=${CANARY};Database=d`,
  `postgresql%3A%2F%2Fu%3A${CANARY}%40h%2Fd`,
  `invalid integer value "${CANARY}" for connection option "port"`,
  `invalid dsn: missing "=" after "${CANARY}" in connection info string`,
  `invalid URI query parameter: "${CANARY}"`,
  `ValueError: Port could not be cast to integer value as '${CANARY}'`,
  `ValueError: invalid literal for int() with base 10: '${CANARY}'`,
  `parse "postgres://u:${CANARY}/d": invalid port ":${CANARY}" after host`,
  `could not translate host name "${CANARY}@h" to address`,
  `getaddrinfo ENOTFOUND ${CANARY}@h`,
  `invalid percent-encoded token: "${CANARY}"`,
  `input: 'postgres//u:${CANARY}@h/db', code: 'ERR_INVALID_URL'`,
  `Set-Cookie: session=${CANARY}; Path=/; HttpOnly`,
  `Cookie: theme=dark; sid=${CANARY}`,
  `Authorization: Bearer ${CANARY}`,
  `Authorization: Basic ${Buffer.from(`u:${CANARY}`).toString("base64")}`,
  `authorization: ${CANARY}`,
  `X-Api-Key: ${CANARY}`,
  `curl -u admin:${CANARY} https://acme.com`,
  `curl --user admin:${CANARY} https://acme.com`,
  `mysql -u root -p${CANARY} app`,
  `ghp_${CANARY}aB3dE5fG7hJ9kL1mN2pQ`,
  `glpat-${CANARY}aB3d`,
  `hf_${CANARY}aB3dE5fG7hJ9kL1mN`,
  `whsec_${CANARY}aB3dE5fG7hJ9`,
  `sk-proj-${CANARY}aB3dE5fG7hJ9`,
  `sk_test_${CANARY}aB3dE5`,
  `xoxb-12345-${CANARY}aB3d`,
  `AIza${CANARY}aB3dE5fG7hJ9kL1mN2p`,
  `SG.${CANARY}.aB3dE5fG7hJ9kL1mN2pQ`,
  `dop_v1_${CANARY}aB3dE5fG7hJ9`,
  `pypi-${CANARY}aB3dE5fG7hJ9`,
  `https://hooks.slack.com/services/T02AB3C4D/B05EF6G7H/${CANARY}`,
  `https://discord.com/api/webhooks/1187293847561029384/${CANARY}`,
  `https://api.render.com/deploy/srv-abc123?key=${CANARY}`,
  `bot7123984561:${CANARY}AAHk3JqL9vX2mNpQ8rTaB`,
  `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n-----END RSA PRIVATE KEY-----`,
  `eyJhbGciOiJIUzI1NiJ9.${CANARY}.${CANARY}`,
];

/** At least 200 texts, each with the canary in a shape of its own. */
export const SECRET_SHAPES: readonly string[] = [
  ...NAMES.flatMap((name) => ASSIGNMENTS.map((write) => write(name))),
  ...OTHERS,
];

/** What has a secret's words or signs and holds none: it stays as it is. */
export const NO_SECRETS: readonly string[] = [
  "Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
  'FATAL: password authentication failed for user "navigator"',
  "password: authentication failed for user navigator",
  "Error: the password: it must have eight characters",
  "token: expected a string, got none",
  "secret: this value is not known before the deployment",
  "Enter password:",
  "password: required",
  "token: missing",
  "SECRET_KEY is not set",
  "TOKEN_TTL=3600",
  "PASSWORD_MIN_LENGTH=12",
  "AWS_SECRET_REGION=eu-central-1",
  "SECRET_NAME=prod/db",
  "TOKEN_URL=https://auth.acme.com/oauth/token",
  "API_KEY_HEADER=X-Api-Key",
  "token_type: bearer",
  "postgresql://navigator.abcdefghijklmnopqrst@aws-0-us-west-1.pooler.supabase.com:5432/postgres",
  "postgresql://aws-0-us-west-1.pooler.supabase.com:6543/postgres?sslmode=require",
  "redis://red-abc123:6379",
  "http://localhost:$PORT/health",
  "http://localhost:${PORT}/health",
  "http://localhost:PORT/health",
  "ssh://git@github.com/acme/api",
  "git@github.com:acme/api.git",
  "write to jane@acme.com or mailto:jane@acme.com",
  "npm:vite@5.4.0",
  "image ghcr.io/acme/api:1.2@sha256:0f8c2d1e",
  "uvicorn main:app --host 0.0.0.0 --port 8000",
  "tool --token-file /etc/secrets/token --verbose",
  "the driver's key: value pairs",
  "KeyError: 'DATABASE_URL'",
  'invalid integer value "abc" for connection option "connect_timeout"',
  "npm ERR! code ENOTFOUND",
  "getaddrinfo ENOTFOUND db.acme.com",
  'could not translate host name "db.acme.com" to address',
  "Cookie policy: strict",
  "primary key: id",
  "  key: PORT",
  "  - key: DATABASE_URL",
  "sort_key=name",
  "cache key=user",
  "PASS tests/app.test.js",
  "https://acme.com/reset?step=2",
  "https://user@example.com/path",
  "12:30:45 main:42@worker started",
];
