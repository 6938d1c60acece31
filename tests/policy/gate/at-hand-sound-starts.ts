import {
  type AtHandCase,
  CELERY,
  express,
  fastapi,
  gunicorn,
  native,
  npm,
  PIP,
  requirements,
  uvicorn,
} from "./at-hand-form";

/** Starts and commands before a deploy that the repository has, or may have from elsewhere. */
export const AT_HAND_SOUND_STARTS: readonly AtHandCase[] = [
  {
    title: "Celery of a package's module",
    kind: "worker",
    command: "celery -A app.worker worker --loglevel=info",
    properties: native(PIP),
    files: { "app/worker.py": CELERY, "app/main.py": fastapi(), "requirements.txt": requirements() },
  },
  {
    title: "Celery of an installed package",
    kind: "worker",
    command: "celery -A paperless worker",
    properties: native(PIP),
    files: { "jobs.py": "print(1)\n", "requirements.txt": requirements("paperless-ngx==2.0.0") },
  },
  {
    title: "Celery in another folder of work",
    kind: "worker",
    command: "celery --workdir backend -A worker.app worker",
    properties: native("pip install -r backend/requirements.txt"),
    files: {
      "backend/worker/__init__.py": "",
      "backend/worker/app.py": CELERY,
      "backend/requirements.txt": requirements(),
    },
  },
  {
    title: "a worker that goes to its folder first",
    kind: "worker",
    command: "cd services/worker && celery -A worker.app worker",
    properties: native("pip install -r services/worker/requirements.txt"),
    files: {
      "services/worker/worker/__init__.py": "",
      "services/worker/worker/app.py": CELERY,
      "services/worker/requirements.txt": requirements(),
    },
  },
  {
    title: "a worker in an image with a folder of work",
    kind: "worker",
    command: "celery -A worker.app worker",
    properties: {
      runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } },
    },
    files: {
      Dockerfile:
        'FROM python:3.12\nWORKDIR /srv/backend\nCOPY backend/requirements.txt .\nRUN pip install -r requirements.txt\nCOPY backend .\nCMD ["python", "-m", "worker"]\n',
      "backend/worker/__init__.py": "",
      "backend/worker/app.py": CELERY,
      "backend/requirements.txt": requirements(),
    },
  },
  {
    title: "a module that PYTHONPATH finds, for a cron job",
    kind: "cron",
    command: "python -m acme_jobs.nightly",
    variables: { PYTHONPATH: "src" },
    properties: native(PIP),
    files: {
      "src/acme_jobs/__init__.py": "",
      "src/acme_jobs/nightly.py": "print(1)\n",
      "requirements.txt": requirements(),
    },
  },
  {
    title: "a module of src that the build installs",
    kind: "worker",
    command: "python -m acme_worker",
    properties: native("pip install -e ."),
    files: {
      "pyproject.toml":
        '[project]\nname = "acme-worker"\nversion = "1"\n\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
      "src/acme_worker/__init__.py": "",
      "src/acme_worker/__main__.py": "print(1)\n",
    },
  },
  {
    title: "a module of the standard library",
    kind: "cron",
    command: "python -m http.client",
    properties: native(PIP),
    files: { "main.py": "print(1)\n", "requirements.txt": requirements() },
  },
  {
    title: "a module of an installed package, run by Python",
    kind: "worker",
    command: "python -m celery -A tasks worker",
    properties: native(PIP),
    files: { "tasks.py": CELERY, "requirements.txt": requirements() },
  },
  {
    title: "a module that the build generates",
    kind: "worker",
    command: "python -m gen.worker",
    properties: native(
      "pip install -r requirements.txt && python -m grpc_tools.protoc -I proto --python_out=gen proto/worker.proto",
    ),
    files: {
      "proto/worker.proto": 'syntax = "proto3";\n',
      "main.py": "print(1)\n",
      "requirements.txt": requirements("grpcio-tools==1.68.0"),
    },
  },
  {
    title: "dramatiq, arq, RQ and Taskiq by modules that are there",
    command: uvicorn("app.main:app"),
    properties: native(PIP),
    others: [
      { kind: "worker", command: "dramatiq app.tasks", properties: native(PIP) },
      { kind: "worker", command: "arq app.worker.WorkerSettings", properties: native(PIP) },
      { kind: "worker", command: "rq worker -c app.rq_settings default", properties: native(PIP) },
      { kind: "worker", command: "taskiq worker app.queue:broker", properties: native(PIP) },
      { kind: "worker", command: "huey_consumer.py app.queue.huey", properties: native(PIP) },
    ],
    files: {
      "app/__init__.py": "",
      "app/main.py": fastapi(),
      "app/tasks.py": "import dramatiq\n\n\n@dramatiq.actor\ndef send():\n    pass\n",
      "app/worker.py": "class WorkerSettings:\n    functions = []\n",
      "app/rq_settings.py": 'import os\n\nREDIS_URL = os.environ["REDIS_URL"]\n',
      "app/queue.py":
        "from huey import RedisHuey\nfrom taskiq_redis import ListQueueBroker\n\nbroker = ListQueueBroker()\nhuey = RedisHuey()\n",
      "requirements.txt": requirements(
        "dramatiq==1.17.0",
        "arq==0.26.0",
        "rq==2.0.0",
        "taskiq==0.11.0",
        "taskiq-redis==1.0.0",
        "huey==2.5.0",
      ),
    },
  },
  {
    title: "Flask's application by its module",
    command: "flask --app web run --host 0.0.0.0 --port $PORT",
    properties: native(PIP),
    files: {
      "web.py":
        'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get("/health")\ndef health():\n    return {}\n',
      "requirements.txt": "flask==3.1.0\n",
    },
  },
  {
    title: "a module of a monorepo's package that the build installs by its path",
    command: uvicorn("acme_api.main:app"),
    properties: native("pip install ./packages/core ./services/api"),
    files: {
      "packages/core/pyproject.toml": '[project]\nname = "acme-core"\nversion = "1"\n',
      "packages/core/acme_core/__init__.py": "",
      "services/api/pyproject.toml":
        '[project]\nname = "acme-api"\nversion = "1"\ndependencies = ["fastapi", "uvicorn", "acme-core"]\n',
      "services/api/acme_api/__init__.py": "",
      "services/api/acme_api/main.py": fastapi(),
    },
  },
  {
    title: "Django's wsgi in its root directory",
    command: gunicorn("shop.wsgi"),
    properties: native(PIP, "python", {
      rootDirectory: "backend",
      preDeployCommand: "python manage.py migrate",
    }),
    files: {
      "backend/manage.py": "import os\n",
      "backend/shop/__init__.py": "",
      "backend/shop/wsgi.py": "application = None\n",
      "backend/requirements.txt": "django==5.1.0\ngunicorn==23.0.0\n",
    },
  },
  {
    title: "migrations at the start with their settings",
    command: `alembic upgrade head && ${uvicorn("main:app")}`,
    properties: native(PIP),
    files: {
      "main.py": fastapi(),
      "alembic.ini": "[alembic]\nscript_location = %(here)s/db\n",
      "db/env.py": "from alembic import context\n",
      "db/versions/0001_first.py": 'revision = "0001"\ndown_revision = None\n',
      "requirements.txt": requirements("alembic==1.14.0"),
    },
  },
  {
    title: "migrations by settings of pyproject.toml",
    command: uvicorn("main:app"),
    properties: native(PIP, "python", { preDeployCommand: "alembic upgrade head" }),
    files: {
      "main.py": fastapi(),
      "pyproject.toml": '[tool.alembic]\nscript_location = "%(here)s/db"\n',
      "db/env.py": "from alembic import context\n",
      "db/versions/0001_first.py": 'revision = "0001"\ndown_revision = None\n',
      "requirements.txt": requirements("alembic==1.16.0"),
    },
  },
  {
    title: "migrations by settings that a variable names",
    command: uvicorn("main:app"),
    variables: { ALEMBIC_CONFIG: "db/alembic.ini" },
    properties: native(PIP, "python", { preDeployCommand: "alembic upgrade head" }),
    files: {
      "main.py": fastapi(),
      "db/alembic.ini": "[alembic]\nscript_location = db\n",
      "db/env.py": "from alembic import context\n",
      "db/versions/0001_first.py": 'revision = "0001"\ndown_revision = None\n',
      "requirements.txt": requirements("alembic==1.14.0"),
    },
  },
  {
    title: "migrations in the folder that the command goes to",
    command: uvicorn("main:app"),
    properties: native(PIP, "python", { preDeployCommand: "cd db && alembic upgrade head" }),
    files: {
      "main.py": fastapi(),
      "db/alembic.ini": "[alembic]\nscript_location = scripts\n",
      "db/scripts/env.py": "from alembic import context\n",
      "db/scripts/versions/0001_first.py": 'revision = "0001"\ndown_revision = None\n',
      "requirements.txt": requirements("alembic==1.14.0"),
    },
  },
  {
    title: "alembic's settings among the service's secret files",
    command: uvicorn("main:app"),
    secretFiles: { "alembic.ini": "[alembic]\nscript_location = db\n" },
    properties: native(PIP, "python", {
      preDeployCommand: "alembic -c /etc/secrets/alembic.ini upgrade head",
    }),
    files: {
      "main.py": fastapi(),
      "db/env.py": "",
      "requirements.txt": requirements("alembic==1.14.0"),
    },
  },
  {
    title: "Prisma's migrations with a schema",
    command: "node server.js",
    runtime: "node",
    properties: native("npm ci", "node", { preDeployCommand: "npx prisma migrate deploy" }),
    files: {
      ...npm({ start: "node server.js" }, { express: "4.21.0", prisma: "6.0.0" }),
      "server.js": express(),
      "prisma/schema.prisma": 'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n',
      "prisma/migrations/0001/migration.sql": "SELECT 1;\n",
    },
    variables: {
      DATABASE_URL:
        "postgresql://app.abcdefghijklmnopqrst:k3JqL9vX@aws-1-eu-central-1.pooler.supabase.com:5432/postgres?sslmode=require",
    },
    driver: "prisma",
  },
  {
    title: "a start of another repository, with a module that this one lacks",
    kind: "worker",
    command: "celery -A worker.app worker",
    properties: {
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/acme/worker",
          branch: "main",
          runtime: "python",
          buildCommand: "pip install -r requirement.txt",
        },
      },
      rootDirectory: "backend",
    },
    files: { "main.py": fastapi(), "requirements.txt": requirements() },
  },
  {
    title: "a module of a branch that is not checked out",
    kind: "worker",
    command: "celery -A worker.app worker",
    properties: native(PIP),
    files: {
      ".git/HEAD": "ref: refs/heads/feature\n",
      "main.py": fastapi(),
      "requirements.txt": requirements(),
    },
    undecided: /service\/missing-application/,
  },
];
