import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

const URL =
  "postgresql://postgres.abcdefghijklmnopqrst:${DB_PASSWORD}@aws-0-us-west-1.pooler.supabase.com:6543/postgres";
const ENV = (parameters = ""): Readonly<Record<string, string>> => ({
  ".env.production": `DATABASE_URL=${URL}${parameters}\n`,
});
const RUST = (dependency: string, main = "fn main() {}\n"): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("./target/release/app", "", "rust").replace("make", "cargo build --release"),
  "Cargo.toml": `[package]\nname = "app"\n\n[dependencies]\n${dependency}\n`,
  "src/main.rs": main,
});
const RAILS = (database = ""): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("bundle exec rails server -b 0.0.0.0", "", "ruby"),
  Gemfile: 'gem "rails"\ngem "pg"\n',
  "config/database.yml": `production:\n  url: <%= ENV["DATABASE_URL"] %>\n${database}`,
});
const GO = (dependency: string, open = ""): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("./app", "", "go").replace("make", "go build -o app"),
  "go.mod": `module a\n\ngo 1.24\n\nrequire (\n\t${dependency}\n)\n`,
  "main.go": `package main\n\nfunc main() {\n${open}}\n`,
});
const ELIXIR = (settings = ""): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("_build/prod/rel/app/bin/app start", "", "elixir"),
  "mix.exs": 'defp deps do\n  [{:ecto_sql, "~> 3.13"}, {:postgrex, ">= 0.0.0"}]\nend\n',
  "config/runtime.exs": `config :app, App.Repo, url: System.fetch_env!("DATABASE_URL")${settings}\n`,
});
const BUN = (options: string): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("bun run index.ts", "", "node"),
  "package.json": '{ "dependencies": { "hono": "4.10.1" } }\n',
  "index.ts": `import { SQL } from "bun";\n\nconst sql = new SQL(${options});\nexport default { port: process.env.PORT, fetch: () => new Response("ok") };\n`,
});
const R2DBC = {
  "render.yaml": BLUEPRINT("", "", "docker").replace(/.*(?:Command).*\n/g, ""),
  Dockerfile:
    'FROM eclipse-temurin:21\nCOPY app.jar .\nCMD ["java", "-jar", "app.jar", "--server.port=${PORT:8080}"]\n',
  "pom.xml":
    "<project>\n  <dependency>\n    <groupId>org.postgresql</groupId>\n    <artifactId>r2dbc-postgresql</artifactId>\n  </dependency>\n</project>\n",
};
const R2DBC_ENV = (parameters: string): string =>
  `SPRING_R2DBC_URL=r2dbc:postgresql://aws-0-us-west-1.pooler.supabase.com:6543/postgres${parameters}\n`;
const TORTOISE = (url: string): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("uvicorn main:app --host 0.0.0.0 --port $PORT"),
  "requirements.txt": "starlette\nuvicorn\ntortoise-orm[asyncpg]==0.25.1\n",
  "settings.py": 'import os\n\nDATABASE_URL = os.environ["DATABASE_URL"]\n',
  "main.py": `from starlette.applications import Starlette
from tortoise import Tortoise

from settings import DATABASE_URL


async def lifespan(app):
    await Tortoise.init(db_url=DATABASE_URL, modules={"models": ["models"]})
    yield


app = Starlette(lifespan=lifespan)
`,
  ".env.production": `DATABASE_URL=${url}\n`,
});
const FINDS = ["database/transaction-mode-statements .env.production:1"];

/** Drivers of other languages on the transaction pooler, with their statements named. */
export const FAULTY_DRIVERS: readonly FaultyRepository[] = [
  { name: "driver: Active Record", files: { ...RAILS(), ...ENV() }, finds: FINDS },
  { name: "driver: Postgrex", files: { ...ELIXIR(), ...ENV() }, finds: FINDS },
  {
    name: "driver: sqlx",
    files: { ...RUST('sqlx = { version = "0.8", features = ["postgres"] }'), ...ENV() },
    finds: FINDS,
  },
  { name: "driver: tokio-postgres", files: { ...RUST('tokio-postgres = "0.7"'), ...ENV() }, finds: FINDS },
  {
    name: "driver: Diesel",
    files: { ...RUST('diesel = { version = "2.2", features = ["postgres"] }'), ...ENV() },
    finds: FINDS,
  },
  { name: "driver: Bun's SQL", files: { ...BUN("process.env.DATABASE_URL"), ...ENV() }, finds: FINDS },
  {
    name: "driver: R2DBC, whose user is in a variable of its own",
    files: { ...R2DBC, ".env.production": R2DBC_ENV("") },
    finds: FINDS,
    spares: ["database/pooler-tenant"],
  },
  { name: "driver: Tortoise ORM", files: TORTOISE(URL.replace("postgresql:", "asyncpg:")), finds: FINDS },
  {
    name: "driver: Tortoise ORM, which takes no `postgresql:` and no `sslmode`",
    files: TORTOISE(`${URL.replace(":6543", ":5432")}?sslmode=require`),
    finds: ["database/url-malformed .env.production:1", "database/url-parameters .env.production:1"],
  },
  { name: "driver: pgx", files: { ...GO("github.com/jackc/pgx/v5 v5.7.6"), ...ENV() }, finds: FINDS },
];

/** The same with their statements off, and drivers that name none. */
export const SOUND_DRIVERS: readonly SmallRepository[] = [
  {
    name: "driver: Active Record without them",
    files: { ...RAILS("  prepared_statements: false\n"), ...ENV() },
  },
  {
    name: "driver: Active Record without them, by the URL",
    files: { ...RAILS(), ...ENV("?prepared_statements=false") },
  },
  {
    name: "driver: Diesel without a cache",
    files: {
      ...RUST(
        'diesel = { version = "2.2", features = ["postgres"] }',
        "fn main() { connection.set_prepared_statement_cache_size(CacheSize::Disabled); }\n",
      ),
      ...ENV(),
    },
  },
  {
    name: "driver: Bun's SQL without names",
    files: { ...BUN("{ url: process.env.DATABASE_URL, prepare: false }"), ...ENV() },
  },
  {
    name: "driver: R2DBC without a cache",
    files: { ...R2DBC, ".env.production": R2DBC_ENV("?preparedStatementCacheQueries=0&sslMode=require") },
  },
  {
    name: "driver: pg8000, which names no statement",
    files: {
      "render.yaml": BLUEPRINT("uvicorn main:app --host 0.0.0.0 --port $PORT"),
      "requirements.txt": "uvicorn\nsqlalchemy==2.0.36\npg8000==1.31.2\n",
      "main.py":
        'import os\n\nfrom sqlalchemy import create_engine\n\nengine = create_engine(os.environ["DATABASE_URL"])\napp = object()\n',
      ".env.production": `DATABASE_URL=${URL.replace("postgresql:", "postgresql+pg8000:")}\n`,
    },
  },
  {
    name: "driver: Tortoise ORM without names, in a scheme of its own",
    files: TORTOISE(`${URL.replace("postgresql:", "asyncpg:")}?statement_cache_size=0`),
  },
  { name: "driver: Postgrex without names", files: { ...ELIXIR(", prepare: :unnamed"), ...ENV() } },
  {
    name: "driver: pgx in its exec mode",
    files: {
      ...GO("github.com/jackc/pgx/v5 v5.7.6", "\tconfig.DefaultQueryExecMode = pgx.QueryExecModeExec\n"),
      ...ENV(),
    },
  },
  {
    name: "driver: Knex over node-postgres",
    files: {
      "render.yaml": BLUEPRINT("node server.js", "", "node"),
      "package.json": '{ "dependencies": { "knex": "3.1.0", "pg": "8.16.3" } }\n',
      "server.js": 'require("http").createServer().listen(process.env.PORT);\n',
      ...ENV(),
    },
  },
];

/** What depends on what is not read. */
export const OPEN_DRIVERS: readonly OpenRepository[] = [
  {
    name: "driver: sqlx whose queries are persistent in some places",
    files: {
      ...RUST(
        'sqlx = { version = "0.8", features = ["postgres"] }',
        'fn main() { query("select 1").persistent(false); }\n',
      ),
      ...ENV(),
    },
    undecidedAt: ".env.production:1",
  },
  {
    name: "driver: lib/pq of whatever version",
    files: { ...GO("github.com/lib/pq v1.10.9"), ...ENV() },
    undecidedAt: ".env.production:1",
  },
];
