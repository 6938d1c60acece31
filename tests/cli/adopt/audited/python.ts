import { type AdoptedRepository, FASTAPI, PROJECT_LOCK } from "./adopted-repository";

const REQUIREMENTS = "fastapi==0.116.1\nuvicorn==0.35.0\n";
const DJANGO_SETTINGS = `import os

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = [".onrender.com"]
INSTALLED_APPS = []
ROOT_URLCONF = "shop.urls"
WSGI_APPLICATION = "shop.wsgi.application"
`;

export const PYTHON_REPOSITORIES: readonly AdoptedRepository[] = [
  {
    name: "pip and a Procfile",
    files: {
      "requirements.txt": REQUIREMENTS,
      ".python-version": "3.13\n",
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "main.py": FASTAPI,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Poetry and a Blueprint",
    files: {
      "pyproject.toml":
        '[tool.poetry]\nname = "shop"\nversion = "1.0.0"\npackage-mode = false\n\n[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "0.116.1"\nuvicorn = "0.35.0"\n',
      "poetry.lock":
        '[[package]]\nname = "fastapi"\nversion = "0.116.1"\n\n[[package]]\nname = "uvicorn"\nversion = "0.35.0"\n\n[metadata]\nlock-version = "2.1"\npython-versions = "^3.12"\n',
      "render.yaml": `services:
  - type: web
    name: shop
    runtime: python
    plan: starter
    buildCommand: poetry install
    startCommand: poetry run uvicorn shop.main:app --host 0.0.0.0 --port $PORT
    healthCheckPath: /health
    envVars:
      - key: PYTHON_VERSION
        value: 3.13.5
`,
      "shop/__init__.py": "",
      "shop/main.py": FASTAPI,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "uv and a Dockerfile",
    files: {
      "pyproject.toml":
        '[project]\nname = "shop"\nversion = "1.0.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi==0.116.1", "uvicorn==0.35.0"]\n',
      "uv.lock":
        'version = 1\nrequires-python = ">=3.12"\n\n[[package]]\nname = "fastapi"\nversion = "0.116.1"\n\n[[package]]\nname = "uvicorn"\nversion = "0.35.0"\n\n[[package]]\nname = "shop"\nversion = "1.0.0"\nsource = { virtual = "." }\n',
      Dockerfile:
        'FROM python:3.13-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.8 /uv /bin/\nWORKDIR /app\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --frozen --no-dev\nCOPY . .\nENV PORT=8000\nEXPOSE 8000\nCMD ["uv", "run", "uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "main.py": FASTAPI,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Django with a script that builds",
    files: {
      "requirements.txt": "django==5.2.5\ngunicorn==23.0.0\n",
      "build.sh":
        "#!/usr/bin/env bash\nset -o errexit\npip install -r requirements.txt\npython manage.py migrate\n",
      "render.yaml": `services:
  - type: web
    name: shop
    runtime: python
    plan: starter
    buildCommand: bash build.sh
    startCommand: gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT
    healthCheckPath: /
    envVars:
      - key: SECRET_KEY
        generateValue: true
`,
      "manage.py":
        'import os\nimport sys\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nfrom django.core.management import execute_from_command_line\n\nexecute_from_command_line(sys.argv)\n',
      "shop/__init__.py": "",
      "shop/settings.py": DJANGO_SETTINGS,
      "shop/urls.py": "urlpatterns = []\n",
      "shop/wsgi.py":
        'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "the project at the repository's own root",
    files: {
      "requirements.txt": REQUIREMENTS,
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "main.py": FASTAPI,
    },
    options: ["--output", "."],
  },
  {
    name: "the project in a folder of another name, two deep",
    files: {
      "requirements.txt": REQUIREMENTS,
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "main.py": FASTAPI,
      "package.json": '{ "name": "tools", "private": true, "scripts": { "lint": "prettier --check ." } }\n',
    },
    options: ["--output", "ops/render"],
  },
  {
    name: "a compose file for the developer's machine beside an image",
    files: {
      "requirements.txt": `${REQUIREMENTS}asyncpg==0.30.0\n`,
      Dockerfile:
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["sh", "-c", "uvicorn main:app --host 0.0.0.0 --port $PORT"]\n',
      "compose.yaml":
        "services:\n  web:\n    build: .\n    environment:\n      PORT: 8000\n      DATABASE_URL: postgresql://app:app@db:5432/app\n    ports:\n      - 8000:8000\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_USER: app\n      POSTGRES_PASSWORD: app\n",
      "main.py": `import os\n\nimport asyncpg\n\nURL = os.environ["DATABASE_URL"]\n${FASTAPI}`,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a server that only its own machine reaches",
    files: {
      "requirements.txt": REQUIREMENTS,
      Procfile: "web: uvicorn main:app --host 127.0.0.1 --port $PORT\n",
      "main.py": FASTAPI,
    },
    afterwards: PROJECT_LOCK,
    finds: ["error service/loopback-bind Procfile:1"],
    // The stack's start, which is the Procfile's as it was found, is what Render runs from now on.
    moves: { "Procfile:1": "infra/Pulumi.production.yaml" },
  },
];
