import { dotnet, java, PORT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { CANARY, fails, HEALTH, HEX, NEED, REFUSED, starts } from "./reported-services-form";

const DJANGO = "gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT";
const JAR = "java -jar target/heron.jar --server.port=8000";
const NET = "dotnet Heron.Api.dll";
const django = (variables: Readonly<Record<string, string>>) => ({ driver: "psycopg2", variables });
const boot = (variables: Readonly<Record<string, string>>) => ({ ...java, variables });
const net = (variables: Readonly<Record<string, string>>) => ({
  ...dotnet,
  variables: { ASPNETCORE_URLS: "http://+:8000", ...variables },
});
const FILES = { "tls.crt": "certificate", "tls.key": "key" };
const pathed = (healthCheckPath: string) => ({ ...bare, properties: { healthCheckPath } });

/** Values that end their reader or are another one than was meant, and servers that encrypt by themselves. */
export const READER_VALUES_BROKEN: readonly ExplainedCase[] = [
  fails(
    REFUSED,
    "Boot has no level of this name (LogLevel), and ends at start",
    JAR,
    boot({ LOGGING_LEVEL_ROOT: "WARNING" }),
  ),
  fails(
    REFUSED,
    "a level of a package is one of the same",
    JAR,
    boot({ LOGGING_LEVEL_ORG_HIBERNATE: "VERBOSE" }),
  ),
  fails(
    REFUSED,
    "Hibernate has no action of this name",
    JAR,
    boot({ SPRING_JPA_HIBERNATE_DDL_AUTO: "updated" }),
  ),
  fails(
    REFUSED,
    ".NET has no level of this name, and the host ends at start",
    NET,
    net({ Logging__LogLevel__Default: "Info" }),
  ),
  fails(
    REFUSED,
    "a provider's level is one of the same",
    NET,
    net({ Logging__Console__LogLevel__Microsoft: "Warn" }),
  ),
  fails(`${REFUSED}|${PORT}`, "Kestrel refuses an address without a scheme: invalid url", NET, {
    ...dotnet,
    variables: { ASPNETCORE_URLS: "0.0.0.0:8000" },
  }),
  fails(
    REFUSED,
    "Rails has no configuration of this environment, unless the team wrote it",
    "bundle exec rails server -b 0.0.0.0 -p $PORT",
    { ...ruby, variables: { RAILS_ENV: "prod" } },
  ),
  fails(REFUSED, "libpq ends at an sslmode that it has not", DJANGO, django({ PGSSLMODE: "required" })),
  fails(
    REFUSED,
    "int() refuses the word, and Django's settings are not loaded",
    DJANGO,
    django({ EMAIL_PORT: "smtp" }),
  ),
  fails(REFUSED, "a port with a path is no number", DJANGO, django({ REDIS_PORT: "6379/0" })),
  fails(
    REFUSED,
    "AWS has no region of this name, and no host of it is found",
    DJANGO,
    django({ AWS_REGION: "eu-central" }),
  ),
  fails(
    REFUSED,
    "the quotes belong to the key, and OpenAI answers 401",
    DJANGO,
    django({ OPENAI_API_KEY: `'sk-proj-${CANARY}${CANARY}'` }),
  ),
  fails(
    REFUSED,
    "the quotes belong to the word, and libraries take it for development",
    "npx next start -p $PORT",
    { ...node, variables: { NODE_ENV: '"production"' } },
  ),
  fails(
    `${REFUSED}|database/local-host`,
    "kombu knows no backend without a scheme",
    DJANGO,
    django({ CELERY_RESULT_BACKEND: "red-d2k4h8vfte5s73abc120:6379" }),
  ),
  fails(
    NEED,
    "gunicorn encrypts by itself, and Render asks in plain HTTP",
    `${DJANGO} --certfile=/etc/secrets/tls.crt --keyfile=/etc/secrets/tls.key`,
    { driver: "psycopg2", secretFiles: FILES },
  ),
  fails(
    NEED,
    "uvicorn encrypts by itself",
    "uvicorn heron.main:app --host 0.0.0.0 --port $PORT --ssl-keyfile /etc/secrets/tls.key --ssl-certfile /etc/secrets/tls.crt",
    { secretFiles: FILES },
  ),
  fails(
    NEED,
    "hypercorn encrypts by itself",
    "hypercorn heron:app --bind 0.0.0.0:8000 --certfile tls.crt --keyfile tls.key",
  ),
  fails(
    NEED,
    "flask run makes a certificate of its own",
    "flask run --host 0.0.0.0 --port $PORT --cert=adhoc",
    bare,
  ),
  fails(
    NEED,
    "puma's bind is one of TLS",
    "bundle exec puma -b 'ssl://0.0.0.0:8000?key=tls.key&cert=tls.crt'",
    ruby,
  ),
  fails(NEED, "http-server encrypts by -S", "npx http-server dist -p $PORT -S -C tls.crt -K tls.key", {
    ...node,
    ...bare,
  }),
  fails(
    NEED,
    "Boot encrypts by itself",
    JAR,
    boot({ SERVER_SSL_ENABLED: "true", SERVER_SSL_KEY_STORE: "classpath:heron.p12" }),
  ),
  fails(
    HEALTH,
    "Streamlit answers each path below its base alone",
    "streamlit run Home.py --server.port $PORT --server.address 0.0.0.0 --server.baseUrlPath=heron",
    pathed("/_stcore/health"),
  ),
  fails(
    HEALTH,
    "Jupyter answers below its base alone",
    "jupyter lab --no-browser --ip=0.0.0.0 --port=$PORT --ServerApp.base_url=/lab",
    pathed("/api"),
  ),
];

export const READER_VALUES_SOUND: readonly ExplainedCase[] = [
  starts(
    "levels of Boot's in any letters",
    JAR,
    boot({ LOGGING_LEVEL_ROOT: "warn", LOGGING_LEVEL_ORG_HIBERNATE_SQL: "OFF" }),
  ),
  starts("another program's name for its level", DJANGO, django({ LOGGING_LEVEL: "WARNING" })),
  starts(
    "levels of .NET in any letters, and by number",
    NET,
    net({
      Logging__LogLevel__Default: "information",
      Logging__LogLevel__Microsoft: "3",
      Logging__LogLevel__System: "None",
    }),
  ),
  starts("two addresses with schemes", NET, {
    ...dotnet,
    variables: { ASPNETCORE_URLS: "http://0.0.0.0:8000;http://[::]:8000" },
  }),
  starts("an environment that Rails has", "bundle exec rails server -b 0.0.0.0 -p $PORT", {
    ...ruby,
    variables: { RAILS_ENV: "production", SECRET_KEY_BASE: `${HEX}${HEX}` },
  }),
  starts("an sslmode of libpq's", DJANGO, django({ PGSSLMODE: "verify-full", PGSSLROOTCERT: "system" })),
  starts("node-postgres has one more", "npx next start -p $PORT", {
    ...node,
    variables: { PGSSLMODE: "no-verify" },
  }),
  starts("ports are numbers, also with a blank", DJANGO, django({ EMAIL_PORT: "2525", REDIS_PORT: " 6379" })),
  starts("Kubernetes' form of a port is an address", DJANGO, django({ REDIS_PORT: "tcp://10.215.0.9:6379" })),
  starts(
    "regions of AWS and of other makers",
    DJANGO,
    django({ AWS_REGION: "us-gov-west-1", S3_REGION: "auto", AWS_DEFAULT_REGION: "nyc3" }),
  ),
  starts(
    "quotes within a text",
    DJANGO,
    django({ APP_NAME: 'Heron\'s "Nest"', GREETING_TEXT: '"Hello," she said', WELCOME_MESSAGE: '"Hello"' }),
  ),
  starts("a text of JSON", DJANGO, django({ ALLOWED_LIST: '["a","b"]', FEATURES_JSON: '"none"' })),
  starts("a backend of a name", DJANGO, django({ CELERY_RESULT_BACKEND: "django-db" })),
  starts("Boot does not encrypt", JAR, boot({ SERVER_SSL_ENABLED: "false" })),
  starts("-S is another option of serve", "npx serve -S -l $PORT dist", { ...node, ...bare }),
  starts(
    "the check is below the base",
    "streamlit run Home.py --server.port $PORT --server.address 0.0.0.0 --server.baseUrlPath=heron",
    pathed("/heron/_stcore/health"),
  ),
  starts(
    "Jupyter's check is below its base",
    "jupyter lab --no-browser --ip=0.0.0.0 --port=$PORT --ServerApp.base_url=/lab",
    pathed("/lab/api"),
  ),
];
