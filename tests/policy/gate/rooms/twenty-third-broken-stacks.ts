import { ENCODING, IPV6, MALFORMED, PLACEHOLDER, TENANT } from "../batch";
import { type BrokenProgram, envGroup, envGroupLink, values } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { GUNICORN } from "../twenty-first-form";
import {
  breaks,
  CANARY,
  DIRECT,
  ENDPOINT,
  job,
  PARAMETERS,
  POOL,
  pooled,
  REFUSED,
  SESSION,
  USER,
  url,
  works,
} from "./twenty-third-form";

const image = (imageUrl: string, tag: string, healthCheckPath: string) => ({
  runtimeSource: { image: { imageUrl, tag } },
  healthCheckPath,
});

/** Broken programs of reports in which one of several services reaches its database by a wrong way. */
export const HALF_CONNECTED_OF_TWENTY_THIRD: readonly BrokenProgram[] = [
  breaks(
    [IPV6],
    [["jobs", "envVars.DATABASE_URL"]],
    works(
      "worker-by-the-direct-host",
      "The web service has the pooler's URL, and the worker the direct one, whose address is IPv6.",
      "Supabase's page on connecting",
      {
        shop: python("lark-shop", GUNICORN, { DATABASE_URL: SESSION }),
        jobs: queue("lark-jobs", "celery -A shop worker -l info", {
          DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`),
        }),
      },
    ),
  ),
  breaks(
    [TENANT, ENDPOINT],
    [
      ["shared", "envVars.DATABASE_URL"],
      ["link", "serviceIds"],
      ["shop", "envVars"],
      ["jobs", "envVars"],
    ],
    works(
      "group-whose-user-names-no-project",
      "Both services get a URL of the pooler with the direct connection's user.",
      "Supabase's page on: Tenant or user not found",
      {
        shared: envGroup({
          name: "lark-shared",
          envVars: values({ DATABASE_URL: url("postgres", `${POOL}:5432/postgres?sslmode=require`) }),
        }),
        shop: python("lark-shop", GUNICORN),
        jobs: queue("lark-jobs", "celery -A shop worker -l info", {}),
        link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${shop.id}", "${jobs.id}"] }),
      },
    ),
  ),
  breaks(
    [PARAMETERS],
    [
      ["refresh", "envVars.DATABASE_URL"],
      ["refresh", "startCommand"],
    ],
    works(
      "psql-with-the-url-of-prisma",
      "psql ends with invalid URI query parameter: pgbouncer is Prisma's own.",
      "PostgreSQL's page on connection URIs; Supabase's page on Prisma",
      {
        api: nodeApp("lark-api", "node dist/main.js", {
          DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
          DIRECT_URL: SESSION,
        }),
        refresh: job("lark-refresh", "15 * * * *", 'psql "$DATABASE_URL" -f sql/refresh.sql', {
          DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        }),
      },
    ),
  ),
  breaks(
    [IPV6],
    [
      ["backup", "envVars.SUPABASE_DB_URL"],
      ["backup", "startCommand"],
    ],
    works(
      "backup-by-the-direct-host",
      "pg_dump ends with Network is unreachable (supabase/setup-cli#363).",
      "Supabase's page on connecting",
      {
        backup: job(
          "lark-backup",
          "0 3 * * *",
          'pg_dump "$SUPABASE_DB_URL" --format=custom --file=/tmp/shop.dump',
          {
            SUPABASE_DB_URL: url("postgres", `${DIRECT}:5432/postgres`),
          },
        ),
      },
    ),
  ),
  breaks(
    [PLACEHOLDER, MALFORMED, ENCODING],
    [["api", "envVars.DATABASE_URL"]],
    works(
      "url-with-a-reference-to-another-variable",
      "Render fills in no references: the driver logs in with the text ${DB_PASSWORD}.",
      "Render's page on environment variables",
      {
        api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
          DB_PASSWORD: CANARY,
          DATABASE_URL: `postgresql://${USER}:\${DB_PASSWORD}@${POOL}:5432/postgres`,
        }),
      },
    ),
  ),
  breaks(
    [MALFORMED, REFUSED],
    [["login", "envVars.KC_DB_URL"]],
    works(
      "keycloak-with-a-url-that-is-not-jdbc",
      "KC_DB_URL is the URL of a JDBC data source, and the driver refuses another scheme.",
      "Keycloak's page on databases",
      {
        login: python(
          "lark-login",
          "/opt/keycloak/bin/kc.sh start",
          {
            KC_DB: "postgres",
            KC_DB_URL: `postgresql://${POOL}:5432/postgres`,
            KC_DB_USERNAME: USER,
            KC_DB_PASSWORD: CANARY,
            KC_HTTP_ENABLED: "true",
            KC_HTTP_PORT: "8000",
            KC_PROXY_HEADERS: "xforwarded",
            KC_HOSTNAME: "https://login.fen-and-lark.shop",
          },
          image("quay.io/keycloak/keycloak", "26.0.7", "/realms/master"),
        ),
      },
    ),
  ),
  breaks(
    [MALFORMED, PLACEHOLDER],
    [["jobs", "envVars.DATABASE_URL"]],
    works(
      "command-of-psql-as-a-url",
      "The dashboard's tab for psql has a command with flags, and no driver takes it for a URL.",
      "Supabase's page on psql",
      {
        shop: python("lark-shop", GUNICORN, { DATABASE_URL: SESSION }),
        jobs: queue("lark-jobs", "celery -A shop worker -l info", {
          DATABASE_URL: `psql -h ${POOL} -p 5432 -d postgres -U ${USER}`,
        }),
      },
    ),
  ),
];
