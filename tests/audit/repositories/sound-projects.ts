import { BLUEPRINT } from "./faulty";
import type { SmallRepository } from "./repository";

const SERVE = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const PYTHON = { "requirements.txt": "fastapi\nuvicorn\n", "main.py": "app = object()\n" };
const NODE = 'require("http").createServer().listen(process.env.PORT);\n';

/** Sound projects beside the faulty ones. */
export const SOUND_PROJECTS: readonly SmallRepository[] = [
  {
    name: "versions that are asked for, in each notation",
    files: {
      ...PYTHON,
      "render.yaml": BLUEPRINT(SERVE, "    envVars:\n      - key: PYTHON_VERSION\n        value: 3.13.7\n"),
      "pyproject.toml":
        '[project]\nname = "a"\nrequires-python = "~=3.11"\n\n[tool.poetry.dependencies]\npython = "^3.12"\n',
      "requirements.txt": "fastapi\nuvicorn\npsycopg2-binary==2.9.11\n",
    },
  },
  {
    name: "another language's version beside the image's, and a build stage of its own",
    files: {
      Dockerfile:
        'FROM node:18 AS assets\nRUN npm run build\nFROM python:3.13-slim\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      ...PYTHON,
      "package.json": '{ "engines": { "node": ">=20" } }\n',
      "fly.toml": 'app = "a"\n[http_service]\ninternal_port = 8000\n',
    },
  },
  {
    name: "a lock file in step, with an alias and a workspace",
    files: {
      "render.yaml": BLUEPRINT("node server.js", "", "node").replace("make", "npm ci"),
      "package.json":
        '{ "dependencies": { "express": "^5.1.0", "old": "npm:express@4", "own": "file:../own" } }\n',
      "package-lock.json":
        '{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/express": { "version": "5.1.0" } } }\n',
      "server.js": NODE,
    },
  },
  {
    name: "imports of folders, endings that are built, and style sheets",
    files: {
      "render.yaml": BLUEPRINT("npx tsx src/server.ts", "", "node"),
      "src/server.ts": `import "./Routes";\nimport { a } from "./config.js";\nimport "./Style.css";\nimport "./gone";\n${NODE}`,
      "src/Routes/index.ts": "export {};\n",
      "src/config.ts": "export const a = 1;\n",
      "src/style.css": "",
    },
  },
  {
    name: "Django whose settings come from the environment",
    files: {
      "render.yaml": BLUEPRINT("gunicorn mysite.wsgi --bind 0.0.0.0:$PORT"),
      "requirements.txt": "django\ngunicorn\n",
      "mysite/__init__.py": "",
      "mysite/wsgi.py":
        'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")\napplication = 1\n',
      "mysite/settings.py":
        'import os\nROOT_URLCONF = "mysite.urls"\nDEBUG = "RENDER" not in os.environ\nALLOWED_HOSTS = []\nhost = os.environ.get("RENDER_EXTERNAL_HOSTNAME")\nif host:\n    ALLOWED_HOSTS.append(host)\n',
    },
  },
  {
    name: "vite preview that is told its hosts",
    files: {
      "render.yaml": BLUEPRINT("npx vite preview --host 0.0.0.0 --port $PORT", "", "node"),
      "package.json": '{ "devDependencies": { "vite": "^7.1.0" } }\n',
      "vite.config.ts": 'export default { preview: { allowedHosts: [".onrender.com"] } };\n',
    },
  },
  {
    name: "migrations that are merged, and a URL with doubled signs",
    files: {
      ...PYTHON,
      "render.yaml": BLUEPRINT(SERVE),
      "alembic/env.py":
        'import os\nfrom alembic import context\n\ncontext.config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"].replace("%", "%%"))\n',
      "alembic/versions/a.py": 'revision: str = "a"\ndown_revision: Union[str, None] = None\n',
      "alembic/versions/b.py": 'revision: str = "b"\ndown_revision: Union[str, None] = "a"\n',
      "alembic/versions/c.py": 'revision: str = "c"\ndown_revision: Union[str, None] = "a"\n',
      "alembic/versions/d.py":
        'revision: str = "d"\ndown_revision: Union[str, Sequence[str], None] = ("b", "c")\n',
    },
  },
];
