import { BLUEPRINT } from "./faulty";
import type { FaultyRepository } from "./repository";

const SERVE = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const PYTHON = { "requirements.txt": "fastapi\nuvicorn\n", "main.py": "app = object()\n" };
const NODE = 'require("http").createServer().listen(process.env.PORT);\n';
const VERSION = (name: string, value: string): string =>
  `    envVars:\n      - key: ${name}\n        value: ${value}\n`;
const DJANGO = (settings: string): Readonly<Record<string, string>> => ({
  "render.yaml": BLUEPRINT("gunicorn mysite.wsgi --bind 0.0.0.0:$PORT"),
  "requirements.txt": "django\ngunicorn\n",
  "mysite/__init__.py": "",
  "mysite/wsgi.py":
    'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")\napplication = 1\n',
  "mysite/settings.py": `ROOT_URLCONF = "mysite.urls"\n${settings}`,
});

/** What takes a deploy down before it serves: versions, locks, names, settings, migrations. */
export const FAULTY_PROJECTS: readonly FaultyRepository[] = [
  {
    name: "a Python that is older than pyproject.toml asks for",
    files: {
      ...PYTHON,
      "render.yaml": BLUEPRINT(SERVE, VERSION("PYTHON_VERSION", "3.10.14")),
      "pyproject.toml": '[project]\nname = "a"\nrequires-python = ">=3.12,<4"\n',
    },
    finds: ["service/runtime-version render.yaml:11"],
  },
  {
    name: "a Python that is newer than a pinned package has wheels for",
    files: {
      ...PYTHON,
      "render.yaml": BLUEPRINT(SERVE),
      ".python-version": "3.13\n",
      "requirements.txt": "fastapi\nuvicorn\npsycopg2-binary==2.9.9\n",
    },
    finds: ["service/runtime-version .python-version:1"],
  },
  {
    name: "an image of Node.js that is older than engines",
    files: {
      Dockerfile:
        'ARG NODE=18\nFROM node:${NODE}-slim AS base\nFROM base\nCOPY . .\nCMD ["node", "server.js"]\n',
      "package.json": '{\n  "engines": { "node": ">=20" }\n}\n',
      "server.js": NODE,
    },
    finds: ["service/runtime-version Dockerfile:2"],
  },
  {
    name: "a lock file that another version is in",
    files: {
      "render.yaml": BLUEPRINT("node server.js", "", "node").replace("make", "npm ci"),
      "package.json": '{\n  "dependencies": {\n    "express": "^5.1.0",\n    "pg": "^8.16.0"\n  }\n}\n',
      "package-lock.json":
        '{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/express": { "version": "4.21.2" } } }\n',
      "server.js": NODE,
    },
    finds: ["service/lock-drift package.json:3", "service/lock-drift package.json:4"],
  },
  {
    name: "an import whose letters differ from its file's",
    files: {
      "render.yaml": BLUEPRINT("node server.js", "", "node"),
      "server.js": `const users = require("./Users");\n${NODE}`,
      "users.js": "module.exports = 1;\n",
    },
    finds: ["service/import-case server.js:1"],
  },
  {
    name: "Django without a host",
    files: DJANGO("DEBUG = False\nALLOWED_HOSTS = []\n"),
    finds: ["service/allowed-hosts mysite/settings.py:3"],
  },
  {
    name: "Django for its own machine",
    files: DJANGO('DEBUG = False\nALLOWED_HOSTS = ["localhost", "127.0.0.1"]\n'),
    finds: ["service/allowed-hosts mysite/settings.py:3"],
  },
  {
    name: "vite preview for its own machine",
    files: {
      "render.yaml": BLUEPRINT("npx vite preview --host 0.0.0.0 --port $PORT", "", "node"),
      "package.json": '{ "devDependencies": { "vite": "^7.1.0" } }\n',
      "vite.config.ts": "export default {};\n",
    },
    finds: ["service/allowed-hosts render.yaml:7"],
  },
  {
    name: "a percent-encoded URL in Alembic's settings",
    files: {
      ...PYTHON,
      "render.yaml": BLUEPRINT(SERVE),
      "alembic/env.py":
        'import os\nfrom alembic import context\n\ncontext.config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"])\n',
      ".env.production": "DATABASE_URL=postgresql://app:a%40bcdefgh@db.example.org:5432/app\n",
    },
    finds: ["database/interpolated-url alembic/env.py:4"],
  },
];
