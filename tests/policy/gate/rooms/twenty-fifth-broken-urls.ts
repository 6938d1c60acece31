import type { ExplainedCase } from "../nineteenth-form";
import {
  alchemy,
  django,
  dotnet,
  flask,
  GUNICORN,
  node,
  POOL,
  pooled,
  prisma,
  REF,
  rejected,
  SESSION,
  spring,
  USER,
} from "./twenty-fifth-form";

const MALFORMED = "database/url-malformed";
const PARAMETERS = "database/url-parameters";
const ENCODING = "database/password-encoding";
const UNTRUSTED = "database/tls-untrusted";
const withPassword = (password: string, rest = "") =>
  `postgresql://${USER}:${password}@${POOL}:5432/postgres${rest}`;
const FLASK = "gunicorn --bind 0.0.0.0:$PORT lantern:app";
const JAVA = "java -jar /app/lantern.jar --server.port=$PORT";

/** Connection URLs that their driver does not take apart, or takes apart in another way. */
export const REJECTED_URLS_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  rejected(
    MALFORMED,
    "SQLAlchemy has no dialect of that name since 1.4: Can't load plugin (flasky issue 505)",
    {
      command: FLASK,
      variables: { DATABASE_URL: pooled("5432/postgres", "postgres") },
      ...flask,
    },
  ),
  rejected(MALFORMED, "the name is misspelt: Can't load plugin: sqlalchemy.dialects:posgresql", {
    command: FLASK,
    variables: { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "posgresql") },
    ...flask,
  }),
  rejected(MALFORMED, "Spring's URL lacks jdbc: in front: 'url' must start with \"jdbc\"", {
    command: JAVA,
    variables: { SPRING_DATASOURCE_URL: SESSION },
    ...spring,
  }),
  rejected(
    MALFORMED,
    "pgJDBC has no user before the host: it takes all before the port for the host's name",
    {
      command: JAVA,
      variables: { SPRING_DATASOURCE_URL: `jdbc:${SESSION}` },
      ...spring,
    },
  ),
  rejected(MALFORMED, "R2DBC takes r2dbc:postgresql://: the connection string of a database is none", {
    command: JAVA,
    variables: { SPRING_R2DBC_URL: SESSION },
    ...spring,
    driver: "r2dbc",
  }),
  rejected(MALFORMED, "Npgsql takes pairs: Format of the initialization string does not conform", {
    command: "dotnet Lantern.Api.dll --urls http://0.0.0.0:8000",
    variables: { ConnectionStrings__DefaultConnection: SESSION },
    ...dotnet,
  }),
  rejected(
    MALFORMED,
    "the quotes of an .env file are part of the value: the URL must start with postgresql://",
    {
      command: "node dist/main.js",
      variables: { DATABASE_URL: `"${SESSION}"` },
      ...prisma,
    },
  ),
  rejected(MALFORMED, "the line of an .env file was pasted with its name (P1012)", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: `DATABASE_URL=${SESSION}` },
    ...prisma,
  }),
  rejected(MALFORMED, "the API's address is no database's: asyncpg ends with invalid DSN", {
    variables: { DATABASE_URL: `https://${REF}.supabase.co` },
  }),
  rejected(MALFORMED, "the dashboard's command for psql was pasted in place of the URL", {
    command: GUNICORN,
    variables: { DATABASE_URL: `psql -h ${POOL} -p 5432 -d postgres -U ${USER}` },
    ...django,
  }),
  rejected(PARAMETERS, "SQLAlchemy makes sslmode a keyword: connect() got an unexpected keyword argument", {
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
    ...alchemy,
  }),
  rejected(
    PARAMETERS,
    "a URL of Neon's form: connect() got an unexpected keyword argument 'channel_binding'",
    {
      variables: {
        DATABASE_URL: pooled("5432/postgres?ssl=require&channel_binding=require", "postgresql+asyncpg"),
      },
      ...alchemy,
    },
  ),
  rejected(PARAMETERS, "Prisma's URL is given to psycopg2: invalid URI query parameter: pgbouncer", {
    command: `python manage.py migrate && ${GUNICORN}`,
    variables: { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
    ...django,
  }),
  rejected(PARAMETERS, "the URL of Supabase's integration with Vercel: invalid URI query parameter: supa", {
    command: FLASK,
    variables: { DATABASE_URL: pooled("6543/postgres?sslmode=require&supa=base-pooler.x") },
    ...flask,
  }),
  rejected(PARAMETERS, "psycopg reads by libpq: invalid URI query parameter: connection_limit", {
    variables: { DATABASE_URL: pooled("5432/postgres?connection_limit=5") },
    driver: "psycopg",
  }),
  rejected(
    ENCODING,
    "the host begins after the first @: could not translate host name (supabase issue 28648)",
    {
      command: "bundle exec rails server -b 0.0.0.0 -p $PORT",
      variables: { DATABASE_URL: withPassword("lantern@52817$") },
      runtime: "ruby",
      driver: "active-record",
    },
  ),
  rejected(ENCODING, "the # ends the authority: invalid port after host (supabase cli issue 155)", {
    command: "./bin/lantern",
    variables: { DATABASE_URL: withPassword("Ax^s#Lantern91", "?sslmode=require") },
    runtime: "go",
    driver: "pgx",
  }),
  rejected(ENCODING, "the slash ends the authority: P1013, invalid port number in database URL", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: withPassword("Lan/tern8Qz2") },
    ...prisma,
  }),
  rejected(
    UNTRUSTED,
    "node-postgres verifies with sslmode=require: self-signed certificate in certificate chain",
    {
      command: "node dist/main.js",
      variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
      ...node,
    },
  ),
  rejected(UNTRUSTED, "libpq looks for its root certificate in a folder that has none: does not exist", {
    command: GUNICORN,
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=verify-full") },
    ...django,
  }),
  rejected("database/tls-off", "the URL of a local test: the password's proof and all data go in the clear", {
    command: "./bin/lantern",
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=disable") },
    runtime: "go",
    driver: "lib-pq",
  }),
  rejected(
    `${PARAMETERS}|${MALFORMED}|${UNTRUSTED}`,
    "the word is node-postgres's own: libpq ends with invalid sslmode value: no-verify",
    {
      command: FLASK,
      variables: { DATABASE_URL: pooled("5432/postgres?sslmode=no-verify") },
      ...flask,
    },
  ),
];
