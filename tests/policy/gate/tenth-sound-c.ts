import { dotnet, java, jdbc, soundBy as named, prisma, withPassword } from "./batch";
import type { SealedCase } from "./sealed";
import { BESIDE_STAGING, go, node, POOL, REF, ruby, url } from "./written";

/** The sound half of the tenth batch, last part: databases, and values that look like placeholders. */
export const TENTH_SOUND_C: readonly SealedCase[] = [
  // asyncpg knows sslmode in a URL.
  named({ DATABASE_URL: `${withPassword("k3JqL9vX")}?sslmode=require` }, { driver: "asyncpg" }),
  // SQLAlchemy gives ssl to asyncpg as its argument.
  named(
    { DATABASE_URL: `postgresql+asyncpg://app.${REF}:k3JqL9vX@${POOL}:5432/postgres?ssl=require` },
    { driver: "sqlalchemy-asyncpg" },
  ),
  // postgres.js reads `prepare` from the URL, and takes the word false for false.
  named(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?sslmode=require&prepare=false`) },
    { ...node, driver: "postgres-js", command: "node dist/main.js" },
  ),
  // node-postgres names no statements by itself, and no-verify encrypts without asking for the authority.
  named(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?sslmode=no-verify`) },
    { ...node, driver: "node-postgres", command: "node dist/main.js" },
  ),
  // With libpq's meaning `require` encrypts and verifies nothing.
  named(
    { DATABASE_URL: `${withPassword("k3JqL9vX")}?uselibpqcompat=true&sslmode=require` },
    { ...node, driver: "node-postgres", command: "node dist/main.js" },
  ),
  // psycopg2 has no prepared statements at the server.
  named({ DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?sslmode=require`) }, { driver: "psycopg2" }),
  // libpq takes the short scheme.
  named(
    { DATABASE_URL: `postgres://app.${REF}:k3JqL9vX@${POOL}:5432/postgres?sslmode=require` },
    { driver: "psycopg" },
  ),
  // Rails reads prepared_statements from the URL.
  named(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?prepared_statements=false&pool=5`) },
    { ...ruby, driver: "active-record", command: "bundle exec puma -C config/puma.rb" },
  ),
  // pgx leaves out named statements in this mode.
  named(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?sslmode=require&default_query_exec_mode=exec`) },
    { ...go, driver: "pgx", command: "./api" },
  ),
  // Npgsql prepares nothing by itself, and resets no session here.
  named(
    {
      ConnectionStrings__Default: `Host=${POOL};Port=6543;Username=app.${REF};Password=k3JqL9vX;Database=postgres;SSL Mode=Require;Trust Server Certificate=true;No Reset On Close=true`,
    },
    { ...dotnet, command: "./Api --urls http://0.0.0.0:8000" },
  ),
  // Quotation marks keep the semicolon in the password.
  named(
    { ConnectionStrings__Default: 'Host=db.acme.io;Username=app;Password="k3;JqL9vX";SSL Mode=Require' },
    { ...dotnet, command: "./Api --urls http://0.0.0.0:8000" },
  ),
  // The JDBC driver prepares nothing at the server with a threshold of zero.
  named(
    {
      SPRING_DATASOURCE_URL: jdbc(`${POOL}:6543/postgres?user=app.${REF}&sslmode=require&prepareThreshold=0`),
      SPRING_DATASOURCE_PASSWORD: "k3JqL9vX",
    },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  // Quotes hold a space in libpq's notation.
  named(
    {
      DATABASE_URL: `host=${POOL} port=5432 user=app.${REF} password='k3 JqL9vX' dbname=postgres sslmode=require`,
    },
    { driver: "psycopg" },
  ),
  // The pooler takes the tenant from the options, where the user has none.
  named(
    { DATABASE_URL: `postgresql://app:k3JqL9vX@${POOL}:5432/postgres?options=reference%3D${REF}` },
    { driver: "psycopg", declared: BESIDE_STAGING },
  ),
  // The project's certificate is mounted, and the URL names it.
  named(
    {
      DATABASE_URL: `${withPassword("k3JqL9vX")}?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt`,
    },
    {
      driver: "psycopg",
      secretFiles: {
        "prod-ca-2021.crt":
          "-----BEGIN CERTIFICATE-----\nMIICanaryQ2VydGlmaWNhdGU5dlhxMkxtVDdiS2Q0UnpXOHNZYw==\n-----END CERTIFICATE-----\n",
      },
    },
  ),
  // libpq tries one host after another, until one takes writes.
  named(
    {
      DATABASE_URL:
        "postgresql://app:k3JqL9vX@db1.acme.io:5432,db2.acme.io:5432/app?sslmode=require&target_session_attrs=read-write",
    },
    { driver: "psycopg" },
  ),
  // A service file of libpq, mounted as a secret file.
  named(
    { PGSERVICE: "main", PGSERVICEFILE: "/etc/secrets/pg_service.conf" },
    {
      driver: "psycopg",
      secretFiles: {
        "pg_service.conf": `[main]\nhost=${POOL}\nport=5432\nuser=app.${REF}\npassword=k3JqL9vX\ndbname=postgres\nsslmode=require\n`,
      },
    },
  ),
  // Host names do not distinguish upper and lower case.
  named({ DATABASE_URL: url(`app.${REF}`, `${POOL.toUpperCase()}:5432/postgres`) }, { driver: "psycopg" }),
  // The parts in one JSON value.
  named({
    DB_CONFIG: `{"host":"${POOL}","port":5432,"user":"app.${REF}","password":"k3JqL9vX","database":"postgres"}`,
  }),
  // Transaction mode for queries, session mode for the migration: Prisma's two URLs as its manual has them.
  named(
    {
      DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?pgbouncer=true`),
      DIRECT_URL: url(`app.${REF}`, `${POOL}:5432/postgres`),
    },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  // None of these delimits anything in a password, for libpq.
  named({ DATABASE_URL: withPassword("k3^JqL9vX!*()") }, { driver: "psycopg" }),
  // A plus sign stays a plus sign in front of the host, and the others are allowed there.
  named(
    { DATABASE_URL: `${withPassword("k3+JqL=9v&X")}?sslmode=no-verify` },
    { ...node, driver: "node-postgres" },
  ),
  // A password that begins with the French word for it, and goes on as one that was chosen.
  named({ DATABASE_URL: withPassword("MotDePasseRenard7Kq2") }),
  // The same in German, in the part that holds it.
  named({ DB_HOST: POOL, DB_PORT: "5432", DB_USER: `app.${REF}`, DB_PASSWORD: "Passwort-Igel-7Kq2-Xb9" }),
  // Templates that the application fills in: an address for each tenant, a greeting, a log's format.
  named({
    TENANT_URL: "https://{tenant}.acme.io",
    GREETING_TEMPLATE: "Hello {{ first_name }}, welcome back",
    LOG_FORMAT: "%(asctime)s [%(levelname)s] <%(name)s> %(message)s",
  }),
  // A text for the reader of the documentation, which shall hold a placeholder.
  named({ DOCS_CURL_SAMPLE: 'curl -H "Authorization: Bearer YOUR_API_KEY" https://api.acme.io/v1/orders' }),
  // A picture called placeholder, and a company called Example Robotics.
  named({
    PLACEHOLDER_IMAGE_URL: "https://cdn.acme.io/img/placeholder.png",
    PUBLIC_URL: "https://api.example-robotics.com",
  }),
  // Regular expressions, with angle brackets and dots.
  named({ STRIP_TAGS_PATTERN: "<[^>]+>", CORS_ORIGIN_REGEX: "^https://.*\\.acme\\.io$" }),
  // A token of a service whose name begins like a note to oneself, and a lifetime in seconds.
  named({ TODOIST_API_TOKEN: "0f3c9b7e41d8a6250f3c9b7e41d8a6250f3c9b7e", CHANGEME_LINK_TTL: "3600" }),
  // Staging's page is linked, and the database is this environment's own.
  named(
    { STAGING_BANNER_URL: "https://staging.acme.io/banner", DATABASE_URL: withPassword("k3JqL9vX") },
    { declared: BESIDE_STAGING },
  ),
];
