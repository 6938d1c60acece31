import { dotnet, ENCODING, java, MALFORMED, PLACEHOLDER, soundBy, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { CANARY, django, fails, node, PARAMETERS, POOL, pooled, SESSION, USER } from "./twenty-third-form";

const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const nest = { ...node, command: "node dist/main.js" } as const;
const flask = { driver: "sqlalchemy-psycopg2", command: "gunicorn app:app --bind 0.0.0.0:$PORT" } as const;

/** Services of reports whose URL has a form, a password or a parameter that the driver does not take. */
export const WRONG_URLS_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  fails(
    MALFORMED,
    "one slash is missing: the driver does not accept the URL (railwayapp-templates/postgres-ssl#8)",
    soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql:/${POOL}:5432/postgres`,
        SPRING_DATASOURCE_USERNAME: USER,
        SPRING_DATASOURCE_PASSWORD: CANARY,
      },
      { ...java, command: "java -jar app.jar --server.port=8000" },
    ),
  ),
  fails(
    MALFORMED,
    "Npgsql takes pairs of keys and values and no URI (npgsql/efcore.pg#559)",
    soundBy(
      { ConnectionStrings__DefaultConnection: SESSION },
      { ...dotnet, command: "dotnet Shop.Web.dll --urls http://0.0.0.0:8000" },
    ),
  ),
  fails(
    MALFORMED,
    "the scheme was not copied, and Prisma asks for postgresql:// at the beginning (baptisteArno/typebot.io#434)",
    soundBy({ DATABASE_URL: `${USER}:${CANARY}@${POOL}:5432/postgres` }, prisma),
  ),
  fails(
    MALFORMED,
    "the quotes of an env file are a part of the value at Render (CrowdHailer/raxx_kit#104)",
    soundBy({ DATABASE_URL: `"${SESSION}?sslmode=require"` }, flask),
  ),
  fails(
    MALFORMED,
    "SQLAlchemy has no dialect called postgres since 1.4 (trotto/go-links#100)",
    soundBy({ DATABASE_URL: pooled("5432/postgres", "postgres") }, flask),
  ),
  fails(
    `${PLACEHOLDER}|${ENCODING}|${MALFORMED}`,
    "the dashboard's URL has brackets where the password belongs (BerriAI/litellm#5159 copied one)",
    soundBy({ DATABASE_URL: `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres` }, flask),
  ),
  fails(
    ENCODING,
    "the # ends the URL's authority: invalid port number in database URL, P1013 (Prisma's page on connection URLs)",
    soundBy({ DATABASE_URL: `postgresql://${USER}:h7Tarn#Moss4w@${POOL}:5432/postgres` }, prisma),
  ),
  fails(
    ENCODING,
    "libpq ends the password at the first @, and looks for a host called Moss4w@aws-1-…",
    soundBy({ DATABASE_URL: `postgresql://${USER}:h7Tarn@Moss4w@${POOL}:5432/postgres` }, django),
  ),
  fails(
    PARAMETERS,
    "SQLAlchemy gives sslmode to asyncpg's connect, which has no such argument (MagicStack/asyncpg#737)",
    soundBy(
      { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  ),
  fails(
    PARAMETERS,
    "pgbouncer is Prisma's own parameter: libpq ends with invalid URI query parameter",
    soundBy({ DATABASE_URL: pooled("6543/postgres?pgbouncer=true") }, flask),
  ),
  fails(
    `${PARAMETERS}|${TLS}|${MALFORMED}`,
    'libpq has no mode of that name: invalid sslmode value: "required" (sqlalchemy/sqlalchemy#6275 wrote it)',
    soundBy({ DATABASE_URL: `${SESSION}?sslmode=required` }, django),
  ),
  fails(
    "database/tls-untrusted",
    "pg verifies from require on: self-signed certificate in certificate chain (sambecker/exif-photo-blog#254)",
    soundBy({ POSTGRES_URL: pooled("6543/postgres?sslmode=require&supa=base-pooler.x", "postgres") }, nest),
  ),
  fails(
    `${PLACEHOLDER}|${MALFORMED}`,
    "the reference is Railway's, and Render fills in nothing: the driver reads the braces",
    soundBy({ DATABASE_URL: "${{Postgres.DATABASE_URL}}" }, prisma),
  ),
];
