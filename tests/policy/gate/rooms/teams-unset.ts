import { LOCAL, PLACEHOLDER } from "../batch";
import type { SealedCase } from "../sealed";
import { bare, node } from "../written";

type Pair = readonly [name: string, value: string];
const each = (rule: string | undefined, all: readonly Pair[]): readonly SealedCase[] =>
  all.map(([name, value]) => ({ ...(rule && { rule }), ...bare, variables: { [name]: value } }));
const FILE = "environment/missing-file";
const OUTPUT = "Calling [toString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T>";

/**
 * What a program wrote where it had no value, and paths of a developer's machine. Written on 30 November 2026 with the
 * verdict: a text of Pulumi's was silent in the first run, and so was every path.
 */
export const TEAMS_UNSET_BROKEN: readonly SealedCase[] = [
  ...each(PLACEHOLDER, [
    ["API_URL", OUTPUT],
    ["API_URL", `https://${OUTPUT}/v1`],
    ["RELEASE", OUTPUT],
    ["CONFIG", "[object Object]"],
    ["WORKER_COUNT", "[object Promise]"],
    ["REDIS_URL", "redis://<pulumi.output.Output object at 0x7f3a2b91c0>:6379"],
    ["API_URL", "https://undefined.onrender.com"],
    ["API_URL", "http://undefined:8000"],
    ["DATABASE_URL", "postgresql://undefined:undefined@undefined:5432/undefined"],
    ["DATABASE_URL", "postgresql://app:undefined@db.acme.io:5432/app"],
    ["DATABASE_URL", "postgresql://app:None@db.acme.io:5432/app"],
    ["REDIS_HOST", "undefined"],
    ["REDIS_HOST", "None"],
    ["API_HOST", "null"],
    ["S3_BUCKET", "undefined"],
    ["APP_ENV", "undefined"],
    ["API_URL", "https://%!s(<nil>)/v1"],
    ["API_TOKEN", "projects/acme/secrets/api-token/versions/latest"],
  ]),
  ...each(FILE, [
    ["GOOGLE_APPLICATION_CREDENTIALS", "/Users/anna/keys/gcp.json"],
    ["FIREBASE_CREDENTIALS", "C:\\Users\\anna\\firebase.json"],
    ["SSL_CERT_FILE", "/Users/anna/certs/ca.pem"],
    ["DATABASE_PATH", "C:/projects/shop/app.db"],
    ["CONFIG_FILE", "~/shop/config.yaml"],
    ["PGSSLROOTCERT", "/home/anna/supabase/prod-ca-2021.crt"],
  ]),
  {
    rule: FILE,
    ...node,
    variables: {
      DATABASE_URL:
        "postgresql://app:k3JqL9vX@db.acme.io:5432/app?sslmode=verify-full&sslrootcert=/Users/anna/ca.crt",
    },
  },
  ...each(LOCAL, [
    ["ConnectionStrings__Redis", "127.0.0.1:6379,abortConnect=false"],
    ["ConnectionStrings__Cache", "localhost"],
    ["CELERY_RESULT_BACKEND", "db+postgresql+psycopg2://app:k3JqL9vX@127.0.0.1/app"],
    ["TYPEORM_HOST", "127.0.0.1"],
  ]),
];

export const TEAMS_UNSET_SOUND: readonly SealedCase[] = [
  ...each(undefined, [
    ["REDIS_PASSWORD", "null"],
    ["MAIL_PASSWORD", "null"],
    ["MAIL_USERNAME", "null"],
    ["SESSION_DOMAIN", "null"],
    ["LOG_CHANNEL", "null"],
    ["FALLBACK_LABEL", "undefined"],
    ["NULL_VALUE", "null"],
    ["MAILER_DSN", "null://null"],
    ["NOTIFIER_DSN", "null://default"],
    ["DEFAULT_LOCALE", "None"],
    ["CACHE_DRIVER", "null"],
    ["FORMAT", "%s [%d]"],
    ["LOG_FORMAT", "%(asctime)s %(message)s"],
    ["QUERY_TEMPLATE", "[object]"],
    ["SITE_URL", "https://undefinedbehavior.io"],
    ["SITE_URL", "https://null.computer"],
    ["SCIM_PATH", "/Users/me"],
    ["USERS_ROUTE", "/Users/:id/keys"],
    ["UPLOAD_DIR", "/home/app/uploads"],
    ["HOME_DIR", "/home/render"],
    ["CONFIG_FILE", "/opt/render/project/src/config/prod.yaml"],
    ["CONFIG_FILE", "config/prod.yaml"],
    ["DRIVE_LETTER", "C:"],
    ["TIME_FORMAT", "H:mm"],
    ["SECRET_ARN", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:api-token"],
    ["ConnectionStrings__Redis", "red-d0made0up0example0q:6379,abortConnect=false"],
    ["ConnectionStrings__Cache", "cache.acme.io:6380,password=k3JqL9vX,ssl=True"],
    ["CELERY_RESULT_BACKEND", "db+postgresql://app:k3JqL9vX@db.acme.io/app"],
    ["CELERY_RESULT_BACKEND", "django-db"],
    ["TYPEORM_HOST", "db.acme.io"],
  ]),
  {
    ...bare,
    command: "summon gunicorn shop.wsgi -b 0.0.0.0:$PORT",
    variables: { API_TOKEN: "projects/acme/secrets/api-token" },
  },
];
