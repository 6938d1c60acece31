import { docker, PLACEHOLDER, soundBy, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, ruby } from "../written";
import { hosted, laravel, NETWORK, n8n, REFUSED, SESSION } from "./twenty-sixth-form";

/** Values that the application refuses, or that are public. */
export const REJECTED_VALUES_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    rule: REFUSED,
    why: "ENCRYPTION_SECRET is not 32 characters long, and the builder ends (baptisteArno/typebot.io, issues 516 and 235)",
    ...hosted("docker.io/baptistearno/typebot-builder", "2.28.2", {
      DATABASE_URL: SESSION,
      ENCRYPTION_SECRET: "abc",
      NEXTAUTH_URL: "https://builder.marsh.example.org",
      NEXT_PUBLIC_VIEWER_URL: "https://bot.marsh.example.org",
    }),
  },
  {
    rule: REFUSED,
    why: "NEXTAUTH_URL has no scheme: invalid environment variables (baptisteArno/typebot.io, issue 611)",
    ...hosted("docker.io/baptistearno/typebot-builder", "2.28.2", {
      DATABASE_URL: SESSION,
      ENCRYPTION_SECRET: "eZftB277rBcw0vKauF9W4xCBQkRtSXFq",
      NEXTAUTH_URL: "typebot-editor.marsh.example.org",
      NEXT_PUBLIC_VIEWER_URL: "https://bot.marsh.example.org",
    }),
  },
  {
    rule: `${PLACEHOLDER}|${REFUSED}`,
    why: "the example's text is left, and Outline asks for 32 bytes in hexadecimal (outline/outline, its .env.sample)",
    ...hosted("docker.io/outlinewiki/outline", "0.82.0", {
      NODE_ENV: "production",
      SECRET_KEY: "generate_a_new_key",
      UTILS_SECRET: "generate_a_new_key",
      URL: "https://wiki.marsh.example.org",
      DATABASE_URL: SESSION,
      REDIS_URL: "redis://red-d0heron0marsh0canary:6379",
    }),
  },
  {
    rule: `${PLACEHOLDER}|${REFUSED}`,
    why: "Docmost refuses the example's text: validation failed for APP_SECRET (docmost/docmost, its environment's validation)",
    ...hosted("docker.io/docmost/docmost", "0.8.4", {
      APP_URL: "https://wiki.marsh.example.org",
      APP_SECRET: "REPLACE_WITH_LONG_SECRET",
      DATABASE_URL: SESSION,
      REDIS_URL: "redis://red-d0heron0marsh0canary:6379",
    }),
  },
  {
    rule: `${PLACEHOLDER}|${REFUSED}`,
    why: "the key is public in Firefly's example, so all that it encrypts is (firefly-iii/firefly-iii, its .env.example)",
    ...hosted(
      "docker.io/fireflyiii/core",
      "version-6.1.21",
      laravel({ APP_KEY: "SomeRandomStringOf32CharsExactly" }),
    ),
  },
  {
    rule: `${REFUSED}|${PLACEHOLDER}`,
    why: "AES-256 takes a key of 32 bytes: unsupported cipher or incorrect key length (investbrainapp/investbrain, issue 57)",
    command: "php artisan serve --host=0.0.0.0 --port=$PORT",
    ...soundBy(laravel({ APP_KEY: "base64:aGVyb24=" }), { ...docker, ...bare }),
  },
  {
    rule: PLACEHOLDER,
    why: "the example's encryption key is left in place (eborges-git/n8n-render, issue 11)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({ N8N_ENCRYPTION_KEY: "CHANGE_THIS_TO_A_SECURE_RANDOM_STRING" }),
    ),
  },
  {
    rule: `${PLACEHOLDER}|environment/interpolated-value|database/url-malformed|database/local-host|${NETWORK}`,
    why: "Render fills in no other variable, so the host is the text $POSTGRES_HOST (eborges-git/n8n-render, issue 11; Render's page on Blueprints)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({
        DB_POSTGRESDB_HOST: "$POSTGRES_HOST",
        DB_POSTGRESDB_USER: "$POSTGRES_USER",
        DB_POSTGRESDB_PASSWORD: "$POSTGRES_PASSWORD",
      }),
    ),
  },
  {
    rule: PLACEHOLDER,
    why: "both keys are the template's text, which is public (frappe/erpnext, pull request 50348)",
    command: "gunicorn -b 0.0.0.0:$PORT frappe.app:application",
    ...soundBy(
      {
        SECRET_KEY: "change-this-to-random-string-32-chars-minimum",
        ENCRYPTION_KEY: "change-this-to-random-string-32-chars-minimum",
      },
      bare,
    ),
  },
  {
    rule: `${PLACEHOLDER}|${REFUSED}`,
    why: "Superset refuses to start with its default key (Superset's page on its configuration; apache/superset, issue 26016)",
    command: 'gunicorn -w 2 -b 0.0.0.0:$PORT "superset.app:create_app()"',
    ...soundBy(
      { SUPERSET_SECRET_KEY: "CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET", DATABASE_URL: SESSION },
      { driver: "psycopg2" },
    ),
  },
  {
    rule: `${REFUSED}|database/url-malformed`,
    why: "without redis:// Celery takes the host for a transport's name, and knows no such transport (frappe/crm, issue 947; Kombu's page on URLs)",
    kind: "worker",
    command: "celery -A marsh worker --loglevel=info",
    variables: { CELERY_BROKER_URL: "red-d0heron0marsh0canary:6379", DATABASE_URL: SESSION },
    driver: "psycopg2",
  },
  {
    rule: `${REFUSED}|${TLS}|database/url-malformed`,
    why: "Upstash answers by TLS alone, so redis:// ends in ECONNRESET (mx-space/core, issue 2762; Upstash's page on clients)",
    kind: "worker",
    command: "node dist/worker.js",
    runtime: "node",
    driver: "node-postgres",
    variables: { REDIS_URL: "redis://default:Zq7heronUp@gentle-heron-41234.upstash.io:6379" },
  },
  {
    rule: `${REFUSED}|database/url-malformed`,
    why: "the address of Upstash's REST interface is none of Redis's protocol (Upstash's page on BullMQ)",
    kind: "worker",
    command: "node dist/queues/worker.js",
    runtime: "node",
    driver: "node-postgres",
    variables: { REDIS_URL: "https://gentle-heron-41234.upstash.io" },
  },
  {
    rule: `${PLACEHOLDER}|database/url-malformed`,
    why: "the text is the example of Phoenix's own error message (phoenixframework/phoenix, its runtime.exs)",
    command: "_build/prod/rel/marsh/bin/server",
    ...soundBy({ DATABASE_URL: "ecto://USER:PASS@HOST/DATABASE", PHX_HOST: "marsh.example.org" }, elixir),
  },
  {
    rule: REFUSED,
    why: "a key base has at least 64 bytes, and each request with a session ends without (Plug's page on its cookie store)",
    command: "_build/prod/rel/marsh/bin/server",
    ...soundBy(
      { DATABASE_URL: SESSION, PHX_HOST: "marsh.example.org", SECRET_KEY_BASE: "Zq7heronMarsh4" },
      elixir,
    ),
  },
  {
    rule: `${PLACEHOLDER}|${REFUSED}`,
    why: "the master key has 32 hexadecimal digits: key must be 16 bytes (AllYourBot/hostedgpt, pull request 40)",
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    ...soundBy({ RAILS_ENV: "production", RAILS_MASTER_KEY: "your-master-key", DATABASE_URL: SESSION }, ruby),
  },
];
