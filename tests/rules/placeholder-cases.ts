import { type Fact, known } from "../../domain";
import { type Cases, connection, here, POOLER, REF, url, variable } from "./facts";

/** Sound values that hold what a hasty pattern takes for a placeholder: a false alarm stops a sound deploy. */
const SOUND: Readonly<Record<string, string>> = {
  LOG_LEVEL: "info",
  LOG_FORMAT: "<%(levelname)s> %(message)s",
  LOG_TAG: "[api]",
  LOG_LINE: "${time} ${level}",
  DOCS_URL: "https://example.com/docs",
  ALLOWED_MAIL_DOMAINS: "example.com,example.org",
  ADMIN_EMAIL: "admin@example.com",
  MAIL_FROM: "Acme <noreply@acme.com>",
  CORS_ORIGINS: '["https://acme.com","http://localhost:3000"]',
  EMAIL_SUBJECT: "Welcome, {{name}}!",
  CORS_ORIGIN: "https://example.com,https://acme.onrender.com/your-profile",
  CALLBACK_PATH: "/users/{{id}}/your-account",
  PHONE_FORMAT: "xxx-xxx-xxxx",
  HTML_SEPARATOR: "<br>",
  BANNER: "<b>Sale</b>",
  SPACER: "<br>",
  FOOTER: '<a href="/terms">paste</a>',
  LINE: "<put it here> and go on",
  GREETING: "Tell us your name and change me later",
  SYSTEM_PROMPT: "Answer as <assistant>; your-name is Nav.",
  APP_NAME: "todo",
  PLAYLIST: "your-self",
  PASSPHRASE: "your-horse-battery-staple",
  SENTRY_DSN: "https://abc123@o1.ingest.sentry.io/2",
  TIMEZONE: "Europe/Berlin",
  SIZE: "XXL",
  ROMAN: "XXX",
  BASE64: "abcxxxxdef+/==",
  JSON: '{"a":{"b":1}}',
  TEMPLATE_DIR: "templates/example",
  RETRIES: "3",
  REDIRECT_URL: "https://acme.com/settings/your-profile",
  JAVA_OPTS: "-Xmx512m",
  IPV6: "[::1]",
  EMPTY: "",
  TEST_USER_PASSWORD: "test",
  DEMO_PASSWORD: "demo",
  KEYWORDS: "change,meaning,exchange",
  COMPOSED: "--port ${PORT} --reload",
  MARKDOWN_LINK: "[here](https://acme.com)",
  DATABASE_URL: `postgresql://navigator.${REF}:Kx%3Ckey%3E9@${POOLER}:5432/postgres?sslmode=require`,
  DATABASE_URL_READ: "postgresql://app:password@db.acme.com/example_app",
};

const LEFT: readonly (readonly [string, RegExp])[] = [
  ["your-api-key", /your-api-key/],
  ["<api key>", /<api key>/],
  ["<token>", /<token>/],
  ["<contents of config/master.key>", /<contents of config/],
  ["<from the team's vault, item 3>", /<from the team's vault/],
  ["Bearer <token>", /<token>/],
  ["changeme", /changeme/],
  ["change-me", /change-me/],
  ["CHANGE_ME_123", /CHANGE_ME/],
  ["replace_me", /replace_me/],
  ["sk-xxxxxxxx", /xxxxxxxx/],
  ["xxxx", /xxxx/],
  ["example", /example/],
  ["placeholder", /placeholder/],
  ["TODO", /TODO/],
  ["${DB_PASSWORD}", /\$\{DB_PASSWORD\}/],
  ["{{ secret }}", /\{\{ secret \}\}/],
  ["[YOUR-PASSWORD]", /YOUR-PASSWORD/],
  ["https://your-project.supabase.co", /your-project/],
  ["you@your-domain.com", /your-domain/],
  ["postgresql://u:[YOUR-PASSWORD]@h/d", /YOUR-PASSWORD/],
  ["postgresql://u:changeme@h/d", /changeme/],
  ["postgresql://u:${DB_PASSWORD}@h/d", /DB_PASSWORD/],
  ["postgresql://u:p@db.example.com:5432/d", /example\.com/],
  [`postgresql://postgres.[project-ref]:p@${POOLER}:6543/postgres`, /project-ref/],
  ["postgresql://postgres.x:p@aws-0-[region].pooler.supabase.com:5432/postgres", /region/],
  ["postgresql://your_user:p@h/your_database", /your_user/],
];

/** What a program gives the platform beside variables: its name as a variable's, and the value. */
const input = (name: string, value: string): Fact => ({
  kind: "input",
  place: here,
  name,
  what: "an input",
  value: known(value),
});

/** A variable in a file, of an environment where the file's name says it. */
const inFile = (file: string, name: string, value: string, environment?: string): Fact => ({
  kind: "variable",
  place: { source: "file", file, line: 1, column: 1 },
  name,
  value: known(value),
  secret: false,
  ...(environment !== undefined && { environment }),
});
const MAIL = "Acme <noreply@example.com>";

/** Variables of a program's resource. */
const ofResource = (values: Record<string, string>): readonly Fact[] =>
  Object.entries(values).map(([name, value]) => ({
    kind: "variable",
    place: { source: "resource", urn: "urn:pulumi:production::acme::t::api", property: `envVars.${name}` },
    name,
    value: known(value),
    secret: true,
  }));

/** Servers of mail. */
const SERVERS: readonly (readonly [values: Record<string, string>, got?: RegExp])[] = [
  [{ SMTP_HOST: "smtp.sendgrid.net" }],
  [{ SMTP_HOST: "mailhog" }, /^`mailhog`, which is a developer's/],
  [{ MAIL_HOST: "127.0.0.1" }, /the service's own machine/],
  [{ MAIL_HOST: "127.0.0.1", MAIL_MAILER: "log" }],
  [{ MAIL_HOST: "mailpit", MAIL_MAILER: "smtp" }, /^`mailpit`/],
  [{ EMAIL_HOST: "localhost", EMAIL_BACKEND: "django.core.mail.backends.console.EmailBackend" }],
  [{ MAILER_DSN: "smtp://localhost:1025" }, /^`localhost`/],
  [{ MAILER_DSN: "smtp://u:p@smtp.acme.io:587" }],
  [{ TEST_SMTP_HOST: "localhost" }],
];

const GIVEN: readonly (readonly [name: string, value: string, got?: RegExp])[] = [
  ["AUTH_TOKEN", "ghp_V7kq2LxZr8Tn4WcBm1YdFa6HsJ3uPe9RoXiE"],
  ["AUTH_TOKEN", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", /ghp_xxx/],
  ["USERNAME", "_json_key"],
  ["USERNAME", "your-github-username", /your-github-username/],
  ["ENDPOINT", "logs.papertrailapp.com:12345"],
  ["ENDPOINT", "logs.example.com:514", /example\.com/],
  ["TOKEN", "YOUR_SOURCE_TOKEN", /YOUR_SOURCE_TOKEN/],
  ["URL", "https://hooks.acme.io/render?room=example.com"],
  ["URL", "https://example.com/hooks", /example\.com/],
  ["URL", "https://your-app.onrender.com/hooks", /your-app/],
  ["HOSTNAME", "example.acme.io"],
  ["HOSTNAME", "www.example.com", /example\.com/],
  ["HOSTNAME", "app.yourdomain.com", /yourdomain/],
];

export const PLACEHOLDER_CASES: Cases = {
  "environment/placeholder": [
    ...Object.entries(SOUND).map(
      ([name, value]) => [`${name}=${value}`, [variable(name, value)], undefined] as const,
    ),
    ...LEFT.map(
      ([value, got]) =>
        [
          value,
          [variable(value.includes("://") || value.includes("@") ? "SERVICE_URL" : "API_KEY", value)],
          got,
        ] as const,
    ),
    // The name says no more than that it is a setting; the value says that it is an address.
    ["an origin of a template", [variable("CORS_ORIGIN", "https://your-app.onrender.com")], /your-app/],
    [
      "one of several origins",
      [variable("ALLOWED", '["https://acme.com", "https://your-domain.com"]')],
      /your-domain/,
    ],
    ["a declared connection without one", [connection({})], undefined],
    ["a declared host", [connection({ host: "your-db-host" })], /your-db-host/],
    ["a declared database", [connection({ database: "[db-name]" })], /db-name/],
    ...GIVEN.map(
      ([name, value, got]) => [`an input ${name} of ${value}`, [input(name, value)], got] as const,
    ),
    ...SERVERS.map(([values, got]) => [JSON.stringify(values), ofResource(values), got] as const),
    ["a manifest's sender", [inFile("render.yaml", "MAIL_FROM", MAIL)], /example\.com/],
    ["a stack's", [inFile("Pulumi.production.yaml", "MAIL_FROM", MAIL)], /example\.com/],
    ["production's own", [inFile(".env.production", "MAIL_FROM", MAIL, "production")], /example\.com/],
    ["a developer's own", [inFile(".env", "MAIL_FROM", MAIL)], undefined],
    ["a template's", [inFile(".env.example", "MAIL_FROM", MAIL)], undefined],
    ["a compose file's", [inFile("compose.yaml", "MAIL_FROM", MAIL)], undefined],
    ["a manifest's own domain", [inFile("render.yaml", "MAIL_FROM", "noreply@acme.io")], undefined],
    ["a text with an address", [inFile("render.yaml", "EMAIL_HELP", "you@example.com")], undefined],
    ["a URL is judged in its variable", [url("postgresql://u:changeme@h/d")], undefined],
  ],
};
