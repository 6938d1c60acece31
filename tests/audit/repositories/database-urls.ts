import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

const PARTS =
  "    envVars:\n      - key: DB_HOST\n        sync: false\n      - key: DB_PASSWORD\n        sync: false\n";
/** An engine whose URL is an f-string, as `url` says it. */
const ENGINE = (...url: readonly string[]): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("uvicorn main:app --host 0.0.0.0 --port $PORT", PARTS),
  "requirements.txt": "starlette\nuvicorn\nsqlalchemy[asyncio]\nasyncpg\n",
  "main.py": "from starlette.applications import Starlette\n\nfrom db import engine\n\napp = Starlette()\n",
  "db.py": lines(
    "import os",
    "from sqlalchemy.ext.asyncio import create_async_engine",
    'host, password = os.environ["DB_HOST"], os.environ["DB_PASSWORD"]',
    ...url,
    "engine = create_async_engine(URL)",
  ),
});

/** A worker that compose builds from a folder of its own, with what it is given as its URL. */
const BUILT = (
  url: string,
  code: Readonly<Record<string, string>>,
  store = "    image: postgres:17",
): Readonly<Record<string, string>> => ({
  "compose.yaml": lines(
    "services:",
    "  store:",
    store,
    "    environment: { POSTGRES_USER: app, POSTGRES_PASSWORD: app, POSTGRES_DB: app }",
    "  mailer:",
    "    build: mailer",
    "    environment:",
    `      DATABASE_URL: ${url}`,
  ),
  ...code,
});
const IMAGE = (command: string): string => lines("FROM scratch", "COPY . .", `CMD ${command}`);
const PSYCOPG = {
  "mailer/Dockerfile": IMAGE('["python", "main.py"]'),
  "mailer/main.py": 'import os\nimport psycopg\n\nconnection = psycopg.connect(os.environ["DATABASE_URL"])\n',
};

/** node-postgres whose parts are in fly.toml and in code, on Supabase's pooler. */
const NODE = (driver: "pg" | "postgres", tls: string, image = ""): Readonly<Record<string, string>> => ({
  "fly.toml": lines(
    'app = "rail"',
    "[env]",
    '  PGHOST = "aws-0-eu-central-1.pooler.supabase.com"',
    '  PGUSER = "postgres.abcdefghijklmnopqrst"',
    "[http_service]",
    "  internal_port = 8080",
  ),
  Dockerfile: `FROM node:22\nCOPY . .\nRUN npm install\n${image}CMD ["node", "server.js"]\n`,
  "package.json": `{ "type": "module", "dependencies": { "${driver}": "*" } }\n`,
  "server.js": lines(
    'import { createServer } from "node:http";',
    ...(driver === "pg"
      ? ['import { Pool } from "pg";', `const pool = new Pool({ host: process.env.PGHOST, ssl: ${tls} });`]
      : [
          'import postgres from "postgres";',
          `const sql = postgres({ host: process.env.PGHOST, ssl: ${tls} });`,
        ]),
    'createServer().listen(8080, "0.0.0.0");',
  ),
});

const LARAVEL = (url: string): Readonly<Record<string, string>> => ({
  "composer.json": '{ "require": { "laravel/framework": "^12.0" } }\n',
  ".env.production": `DB_CONNECTION=pgsql\nDB_URL="${url}"\n`,
});

export const FAULTY_URLS: readonly FaultyRepository[] = [
  ...["salt#sea", "salt?sea", "salt/sea"].map((password) => ({
    name: `URL: of Laravel's scheme, with ${password.charAt(4)} as it is in the password`,
    files: LARAVEL(`pgsql://app:${password}@db.acme-data.net:5432/app`),
    finds: ["database/password-encoding .env.production:2"],
  })),
  {
    name: "URL: parts, of which the port leads to transaction mode",
    files: {
      "render.yaml": BLUEPRINT(
        "uvicorn main:app --host 0.0.0.0 --port $PORT",
        lines(
          "    envVars:",
          "      - { key: PGHOST, value: aws-0-eu-central-1.pooler.supabase.com }",
          "      - { key: PGUSER, value: postgres.abcdefghijklmnopqrst }",
          '      - { key: PGPORT, value: "6543" }',
        ),
      ),
      "requirements.txt": "uvicorn\nasyncpg\n",
      "main.py": "import asyncpg\n\nasync def app(scope, receive, send):\n    await asyncpg.connect()\n",
    },
    finds: ["database/transaction-mode-statements render.yaml:12"],
  },
  ...(["pg", "postgres"] as const).map((driver) => ({
    name: `URL: parts in fly.toml, and ${driver} that verifies Supabase's certificate without its authority`,
    files: NODE(driver, "{ rejectUnauthorized: true }"),
    finds: ["database/tls-untrusted fly.toml:3"],
  })),
  {
    name: "URL: an f-string of two lines with libpq's parameter for asyncpg",
    files: ENGINE(
      "URL = (",
      '    f"postgresql+asyncpg://app:{password}@{host}:5432"',
      '    "/app?sslmode=require"',
      ")",
    ),
    finds: ["database/url-parameters db.py:6"],
  },
  {
    name: "URL: an f-string whose TLS word is none that asyncpg takes",
    files: ENGINE('URL = f"postgresql+asyncpg://app:{password}@{host}/app?ssl=true"'),
    finds: ["database/url-parameters db.py:4"],
  },
  {
    name: "URL: an f-string with SQLAlchemy's word, that asyncpg itself is given",
    files: {
      ...ENGINE(),
      "db.py": lines(
        "import os",
        "import asyncpg",
        "async def engine():",
        "    return await asyncpg.connect(f\"postgresql://app@{os.environ['DB_HOST']}/app?channel_binding=require\")",
      ),
    },
    finds: ["database/url-parameters db.py:4"],
  },
  {
    name: "URL: compose's of SQLAlchemy's notation, that psycopg itself is given",
    files: BUILT("postgresql+psycopg://app:app@store:5432/app", PSYCOPG),
    finds: ["database/url-malformed compose.yaml:8"],
  },
  {
    name: "URL: compose's of JDBC's notation for a program of Python",
    files: BUILT("jdbc:postgresql://store:5432/app?user=app&password=app", PSYCOPG),
    finds: ["database/url-malformed compose.yaml:8"],
  },
];

export const SOUND_URLS: readonly SmallRepository[] = [
  ...["salt%23sea", "salt@sea", "salt+sea&more"].map((password) => ({
    name: `URL: of Laravel's scheme, with a password that PHP reads whole: ${password}`,
    files: LARAVEL(`pgsql://app:${password}@db.acme-data.net:5432/app`),
  })),
  {
    name: "URL: of Laravel's scheme, with an @ among the parameters",
    files: LARAVEL("pgsql://db.acme-data.net:5432/app?application_name=a@b"),
  },
  {
    name: "URL: parts in fly.toml, and pg with the authority in a variable of the image",
    files: NODE("pg", "{ rejectUnauthorized: true }", "ENV NODE_EXTRA_CA_CERTS=/app/supabase.crt\n"),
  },
  {
    name: "URL: parts in fly.toml, and pg that is given the authority",
    files: NODE("pg", "{ rejectUnauthorized: true, ca: process.env.DB_CA }"),
  },
  {
    name: "URL: parts in fly.toml, and pg that encrypts alone",
    files: NODE("pg", "{ rejectUnauthorized: false }"),
  },
  {
    name: "URL: compose's of libpq's notation for psycopg",
    files: BUILT("postgresql://app:app@store:5432/app", PSYCOPG),
  },
  {
    name: "URL: compose's of another notation, for an image of its own beside the code",
    files: BUILT("postgresql+psycopg://app:app@store:5432/app", {
      "mailer/Dockerfile": IMAGE('["./mailer"]'),
      "main.py": 'import os\nimport psycopg\n\nconnection = psycopg.connect(os.environ["DATABASE_URL"])\n',
    }),
  },
  {
    name: "URL: an f-string with asyncpg's own parameter",
    files: ENGINE('URL = f"postgresql+asyncpg://app:{password}@{host}:5432/app?ssl=require"'),
  },
  {
    name: "URL: an f-string whose parameters are a value of their own",
    files: ENGINE(
      'OPTIONS = os.environ["DB_PASSWORD"]',
      'URL = f"postgresql+asyncpg://app:{password}@{host}:5432/app?{OPTIONS}"',
    ),
  },
  {
    name: "URL: an f-string with libpq's parameter for psycopg",
    files: {
      ...ENGINE('URL = f"postgresql+psycopg://app:{password}@{host}:5432/app?sslmode=require"'),
      "requirements.txt": "starlette\nuvicorn\nsqlalchemy[asyncio]\npsycopg\n",
    },
  },
];
