import { ELSEWHERE, ENCODING, LOCAL, MALFORMED, PLACEHOLDER, soundBy, soundWeb, TLS } from "./batch";
import { type ExplainedCase, PASSWORD } from "./nineteenth-form";
import { BESIDE_OTHER, OTHER, POOL, REF, SESSION, url } from "./twentieth-form";
import { go, node } from "./written";

const FILE = "environment/missing-file";

/** Values that are left open, of another project, or that the driver cannot use. */
export const REJECTED_VALUES_OF_TWENTIETH: readonly ExplainedCase[] = [
  {
    rule: PLACEHOLDER,
    why: "Supabase's Connect window leaves the password to be typed in",
    ...soundBy({ DATABASE_URL: SESSION.replace(PASSWORD, "[YOUR-PASSWORD]") }),
  },
  {
    rule: PLACEHOLDER,
    why: "the key of a README's .env.example: the provider answers 401 to each request",
    ...soundBy({
      DATABASE_URL: SESSION,
      OPENAI_API_KEY: "sk-your-api-key-here",
      OPENAI_MODEL: "gpt-4o-mini",
    }),
  },
  {
    rule: PLACEHOLDER,
    why: "a row of x is no signing secret, so each webhook is refused (Stripe's page on webhooks)",
    ...soundBy(
      { STRIPE_WEBHOOK_SECRET: "whsec_xxxxxxxxxxxxxxxx" },
      { ...node, command: "node dist/server.js" },
    ),
  },
  {
    rule: PLACEHOLDER,
    why: "the secret file has a name in angle brackets where the key belongs",
    ...soundWeb("uvicorn orchard.main:app --host 0.0.0.0 --port $PORT --env-file /etc/secrets/.env", {
      secretFiles: {
        ".env": `SUPABASE_URL=https://${REF}.supabase.co\nSUPABASE_SERVICE_ROLE_KEY=<service-role-key>\n`,
      },
    }),
  },
  {
    rule: FILE,
    why: "Google's libraries end where the file of the credentials is not there, and there is no such secret file",
    ...soundBy({ DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/gcp-sa.json" }),
  },
  {
    rule: `${FILE}|database/tls-untrusted`,
    why: "libpq ends where the file of sslrootcert is not there, and the service has no secret file",
    ...soundBy(
      {
        DATABASE_URL: `${SESSION}?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt`,
      },
      { driver: "psycopg" },
    ),
  },
  {
    rule: ELSEWHERE,
    why: "the user names staging's project behind the same pooler",
    ...soundBy({ DATABASE_URL: url(`app.${OTHER}`, `${POOL}:5432/postgres`) }, { declared: BESIDE_OTHER }),
  },
  {
    rule: "database/one-project",
    why: "the API's URL is of one project and the database of another, so no user that signs in has rows",
    ...soundBy({ DATABASE_URL: SESSION, SUPABASE_URL: `https://${OTHER}.supabase.co` }),
  },
  {
    rule: `${MALFORMED}|${LOCAL}|${PLACEHOLDER}|service/unmet-need`,
    why: "the value was to be typed in and is empty: asyncpg looks for a socket on the machine itself",
    ...soundBy({ DATABASE_URL: "", LOG_LEVEL: "info" }),
  },
  {
    rule: TLS,
    why: "a developer's sslmode: the password leaves Render in clear, and a project that enforces SSL refuses it",
    ...soundBy(
      { DATABASE_URL: `${SESSION}?sslmode=disable` },
      { ...go, command: "./bin/orchard --addr=:$PORT" },
    ),
  },
  {
    rule: "database/tls-untrusted",
    why: "node-postgres verifies, and the pooler's authority is Supabase's own: self-signed certificate in chain",
    ...soundBy(
      { DATABASE_URL: `${SESSION}?sslmode=verify-full` },
      { ...node, command: "node dist/server.js" },
    ),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    why: "libpq ends the password at the first @, so the host is Tree9@aws-1 and its like",
    ...soundBy(
      { DATABASE_URL: SESSION.replace(PASSWORD, "pear@Tree9") },
      { driver: "psycopg2", command: "gunicorn orchard.wsgi -b 0.0.0.0:$PORT" },
    ),
  },
  {
    rule: "database/url-parameters",
    why: 'the URL of a Prisma project: libpq refuses it, invalid URI query parameter "schema"',
    ...soundBy({ DATABASE_URL: `${SESSION}?schema=public` }, { driver: "psycopg" }),
  },
];
