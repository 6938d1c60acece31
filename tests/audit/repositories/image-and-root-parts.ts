import { lines } from "./unmet-parts";

const ALEMBIC_ENV =
  'import os\n\nfrom alembic import context\nfrom sqlalchemy import create_engine\n\nwith create_engine(os.environ["DATABASE_URL"]).connect() as connection:\n    context.configure(connection=connection)\n    with context.begin_transaction():\n        context.run_migrations()\n';
/** A service that migrates in an image before it starts. */
export const migrating = (
  copies: readonly string[],
  release = "alembic upgrade head",
  more: Record<string, string> = {},
): Record<string, string> => ({
  "fly.toml": lines(
    ...["# DATABASE_URL is a secret", 'app = "elm"', "[deploy]", `  release_command = "${release}"`],
    ...["[http_service]", "  internal_port = 8080"],
  ),
  Dockerfile: lines(
    ...[
      "FROM python:3.13-slim",
      "WORKDIR /srv",
      "COPY requirements.txt .",
      "RUN pip install -r requirements.txt",
    ],
    ...copies,
    'CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8080"]',
  ),
  "requirements.txt":
    "fastapi==0.116.1\nuvicorn==0.35.0\nSQLAlchemy==2.0.42\nalembic==1.16.4\npsycopg[binary]==3.2.9\n",
  "alembic.ini": "[alembic]\nscript_location = migrations\n",
  "migrations/env.py": ALEMBIC_ENV,
  "migrations/versions/0001_elm.py":
    'from alembic import op\n\nrevision = "0001"\ndown_revision = None\n\n\ndef upgrade() -> None:\n    op.execute("select 1")\n',
  "app/__init__.py": "",
  "app/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
  ...more,
});

/** A service at Render whose files are in a folder. */
export const rooted = (
  start: string,
  files: readonly string[],
  { runtime = "node", build = "npm install", root = "api" } = {},
): Record<string, string> => ({
  "render.yaml": lines(
    ...["services:", "  - type: web", "    name: elm", `    runtime: ${runtime}`, "    plan: starter"],
    ...[
      "    healthCheckPath: /health",
      `    rootDir: ${root}`,
      `    buildCommand: ${build}`,
      `    startCommand: ${start}`,
    ],
  ),
  "api/package.json":
    '{ "scripts": { "build": "tsc" }, "dependencies": { "express": "5.1.0" }, "devDependencies": { "typescript": "5.9.2" } }\n',
  ...Object.fromEntries(files.map((file) => [file, file.endsWith(".py") ? PYTHON : LISTENS])),
});
const LISTENS = 'require("express")().listen(process.env.PORT);\n';
const PYTHON =
  'import os\n\nfrom flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=int(os.environ["PORT"]))\n';

/** A worker of compose and its broker. */
export const brokered = (
  image: string,
  url: string,
  { name = "BROKER_URL", more = [] as readonly string[], dockerfile = [] as readonly string[] } = {},
): Record<string, string> => ({
  "compose.yaml": lines(
    ...[
      "services:",
      "  broker:",
      `    image: ${image}`,
      "  worker:",
      "    build: .",
      ...more.map((line) => `    ${line}`),
    ],
    ...["    environment:", `      ${name}: ${url}`],
  ),
  Dockerfile: lines(
    ...["FROM python:3.13-slim", "WORKDIR /srv", ...dockerfile, "COPY requirements.txt tasks.py ./"],
    ...["RUN pip install -r requirements.txt", 'CMD ["celery", "-A", "tasks", "worker"]'],
  ),
  "requirements.txt": "celery[redis]==5.5.3\n",
  "tasks.py": `import os\n\nfrom celery import Celery\n\ncelery = Celery("tasks", broker=os.environ["${name}"])\n`,
});
