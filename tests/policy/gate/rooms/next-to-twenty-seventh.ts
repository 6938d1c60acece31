import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";
import { built, by, DATA, GUNICORN, having, parts, run, UVICORN } from "./orchard";

const lacking = "service/missing-requirement";
const missing = "service/missing-file";
const lost = "environment/missing-file";
const value = "environment/refused-value";
const session = `postgresql://postgres.${REF}:k3JqL9vX@${POOL}:5432/postgres`;
const jobs = { kind: "worker", ...bare } as const;
const byBuild = (why: string, command: string, build: string, more: object = {}): ExplainedCase => ({
  ...run(why, command),
  ...more,
  properties: built(build),
});

/** Siblings of what the twenty-seventh batch found, written before the change: none of 20 broken ones was stopped by its rule then but the three with an environment of Python's, and none of 18 sound ones was rejected. */
export const NEXT_TO_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  // A build that names its packages installs these, and what they depend on.
  { rule: lacking, ...byBuild("Flask brings no gunicorn", GUNICORN, "pip install flask sqlalchemy") },
  {
    rule: lacking,
    ...byBuild("FastAPI alone brings no server", UVICORN, "pip install fastapi==0.115.0 asyncpg"),
  },
  {
    rule: lacking,
    ...byBuild("the same by its module", `python -m ${UVICORN}`, "pip install --no-cache-dir fastapi"),
  },
  {
    rule: lacking,
    ...byBuild("pip itself is no server", GUNICORN, "pip install --upgrade pip && pip3 install 'flask>=3'"),
  },
  {
    rule: lacking,
    ...byBuild("a client of Redis is no queue", "celery -A shop worker", "pip install django redis", jobs),
  },
  {
    rule: lacking,
    ...byBuild(
      "a page of numbers",
      "streamlit run app.py --server.port $PORT --server.address 0.0.0.0",
      "pip install pandas numpy",
    ),
  },
  // Git ignores a virtual environment by the usual lists.
  { rule: missing, ...byBuild("venv", `source venv/bin/activate && ${GUNICORN}`, "./build.sh") },
  { rule: missing, ...byBuild("env", `. env/bin/activate && ${UVICORN}`, "make install") },
  { rule: missing, ...byBuild("its program", `./venv/bin/${UVICORN}`, "make deps") },
  // A host has neither scheme nor path.
  { rule: "database/url-malformed", ...by("a URL", { ...parts, DB_HOST: session }, { driver: "none" }) },
  {
    rule: "database/url-malformed",
    ...by("a URL", {
      PGHOST: `postgresql://${POOL}:5432/postgres`,
      PGUSER: `postgres.${REF}`,
      PGPASSWORD: "k3JqL9vX",
    }),
  },
  // A list of JSON has double quotes.
  { rule: value, ...by("single quotes", { BACKEND_CORS_ORIGINS: "['https://app.acme.io']" }) },
  { rule: value, ...by("single quotes", { ALLOWED_ORIGINS: "['https://acme.io', 'https://www.acme.io']" }) },
  {
    rule: value,
    ...by("no dashes", { NODE_OPTIONS: "max-old-space-size=400" }, { ...node, command: "node dist/main.js" }),
  },
  {
    rule: "database/one-project",
    ...by("the sign-ins of another project", {
      DATABASE_URL: session,
      SUPABASE_URL: "https://pwnzkrvxqtlhjbmdcgsy.supabase.co",
    }),
  },
  // Each deploy begins with the files of the code, and with the disk.
  {
    rule: lost,
    ...having("uploads", { disk: DATA }, { variables: { MEDIA_ROOT: "/opt/render/project/src/media" } }),
  },
  { rule: lost, ...having("uploads", { disk: DATA }, { variables: { UPLOAD_DIR: "./uploads" } }) },
  {
    rule: lost,
    ...having("a file of SQLite", { disk: DATA }, { variables: { DATABASE_FILENAME: ".tmp/data.db" } }),
  },
  { rule: lost, ...having("flows", {}, { variables: { DATABASE_PATH: "/opt/render/.flowise" } }) },
  { rule: lost, ...having("a file of SQLite", {}, { variables: { DB_FILE: "data/app.sqlite3" } }) },
];

export const SOUND_NEXT_TO_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  byBuild("its extra brings uvicorn", UVICORN, 'pip install "fastapi[standard]" asyncpg'),
  byBuild("named", UVICORN, "pip install fastapi 'uvicorn[standard]==0.30.6' asyncpg"),
  byBuild("a list", GUNICORN, "pip install -r requirements.txt"),
  byBuild("the package itself", GUNICORN, "pip install ."),
  byBuild("named", GUNICORN, "pip install --upgrade pip && pip install flask gunicorn==22.0.0"),
  byBuild("another tool", UVICORN, "pip install poetry && poetry install --no-root"),
  byBuild("another tool", UVICORN, "pip install uv && uv sync --frozen"),
  byBuild("named", "celery -A shop worker", 'pip install django "celery[redis]"', jobs),
  byBuild("Render's own", `source .venv/bin/activate && ${GUNICORN}`, "pip install -r requirements.txt"),
  byBuild(
    "made",
    `. venv/bin/activate && ${GUNICORN}`,
    "python -m venv venv && venv/bin/pip install -r requirements.txt",
  ),
  by("a host", { ...parts }, { driver: "none" }),
  by("JSON", { BACKEND_CORS_ORIGINS: '["https://app.acme.io"]' }),
  by("a list with commas", { ALLOWED_ORIGINS: "https://acme.io,https://www.acme.io" }),
  by(
    "options",
    { NODE_OPTIONS: "--require ./instrument.js --max-old-space-size=400" },
    { ...node, command: "node dist/main.js" },
  ),
  by("one project", { DATABASE_URL: session, SUPABASE_URL: `https://${REF}.supabase.co` }),
  having("on the disk", { disk: DATA }, { variables: { MEDIA_ROOT: "/data/media" } }),
  having("on the disk", { disk: DATA }, { variables: { DATABASE_PATH: "/data/app.db" } }),
  having("read with the code", {}, { variables: { DATA_DIR: "./fixtures" } }),
];
