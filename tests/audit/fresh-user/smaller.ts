import type { JudgedCase } from "../judged-case";
import { FASTAPI, NODE } from "./cases";

const SERVER = 'require("http").createServer((_, answer) => answer.end()).listen(process.env.PORT);\n';
const node = (files: JudgedCase["files"]): JudgedCase["files"] => ({
  "package.json": NODE("node server.js"),
  "server.js": SERVER,
  ...files,
});
const NO_PORT = "port/agreement";

/** A PORT that is none, wherever it is and with nothing beside it. */
export const NO_PORTS: readonly JudgedCase[] = [
  ...["8000\u00ff", "80OO", "eight thousand", "70000", "8000;"].map((text) => ({
    title: `PORT=${text}`,
    files: node({ ".env.production": `PORT=${text}\n` }),
    told: [`error ${NO_PORT} .env.production:1`],
  })),
  {
    title: "a PORT that is none, and a start command that follows it",
    files: {
      "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\n",
      "main.py": FASTAPI,
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      ".env.production": "PORT=http\n",
    },
    told: [`error ${NO_PORT} .env.production:1`],
  },
  ...["${PORT:-8000}", "$WEB_PORT", "<port>", ""].map((text) => ({
    title: `PORT=${text}, which is filled in`,
    files: node({ ".env.production": `PORT=${text}\n` }),
    told: [],
    silent: [NO_PORT],
  })),
];

const peerBlueprint = `services:
  - type: web
    name: shop
    runtime: node
    rootDir: shop
    healthCheckPath: /health
    startCommand: node server.js
  - type: pserv
    name: api
    runtime: python
    rootDir: api
    startCommand: uvicorn main:app --host 0.0.0.0 --port 8000
`;
const peers = (server: string): JudgedCase["files"] => ({
  "render.yaml": peerBlueprint,
  "shop/package.json": NODE("node server.js"),
  "shop/server.js": `${server}\nrequire("http").createServer().listen(process.env.PORT);\n`,
  "api/requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\n",
  "api/main.py": FASTAPI,
});
const MISMATCH = "port/peer-mismatch";
const compose = (text: string): JudgedCase["files"] => ({
  "compose.yaml": "include:\n  - deploy/api.yaml\n",
  "deploy/api.yaml": text,
  "api/Dockerfile": 'FROM node:22\nCOPY . .\nEXPOSE 3000\nCMD ["node", "server.js"]\n',
  "api/package.json": NODE("node server.js"),
  "api/server.js": 'require("http").createServer().listen(process.env.PORT || 3000);\n',
});
const alembic = (...lines: readonly string[]): JudgedCase["files"] => ({
  "requirements.txt":
    "fastapi==0.115.0\nuvicorn==0.34.0\nalembic==1.15.0\nsqlalchemy==2.0.40\npsycopg[binary]==3.2.0\n",
  "main.py": FASTAPI,
  "render.yaml":
    "services:\n  - type: web\n    name: shop\n    runtime: python\n    healthCheckPath: /health\n    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\n    preDeployCommand: alembic upgrade head\n    plan: starter\n",
  "alembic.ini": "[alembic]\nscript_location = migrations\n",
  "migrations/env.py": ["import os", "from alembic import context", ...lines, ""].join("\n"),
});
const SHOWN = "database/interpolated-url";

/** What the issue asks for and what was left of it. */
export const REST: readonly JudgedCase[] = [
  {
    title: "another service's address in the code, which may be a second port of it",
    files: peers('fetch("http://api:9000/orders");'),
    told: [`warning ${MISMATCH} shop/server.js:1`],
  },
  {
    title: "the default of a variable in the code",
    files: peers('const API = process.env.API_URL ?? "http://api:9000";'),
    told: [`warning ${MISMATCH} shop/server.js:1`],
  },
  {
    title: "another service's right address in the code",
    files: peers('fetch("http://api:8000/orders"); fetch("https://api.acme.com:9000/");'),
    told: [],
    silent: [MISMATCH],
  },
  {
    title: "an address in a comment of the code",
    files: peers('// http://api:9000 was the old one\nconst help = "see http://apis:9000";'),
    told: [],
    silent: [MISMATCH],
  },
  {
    title: "a file that compose includes",
    files: compose(
      "services:\n  api:\n    build: ../api\n    environment:\n      PORT: 4000\n    ports:\n      - 3000:3000\n",
    ),
    told: [],
    undecided: [],
    silent: ["service/loopback-bind"],
  },
  {
    title: "a file of another name that compose includes",
    files: {
      ...compose(""),
      "compose.yaml": "include:\n  - path: deploy/production/api.yaml\n",
      "deploy/production/api.yaml":
        'services:\n  api:\n    build: ../../api\n    command: ["sh", "-c", "next start -H 127.0.0.1 -p 3000"]\n    ports:\n      - 3000:3000\n',
    },
    told: ["warning service/loopback-bind deploy/production/api.yaml:4"],
  },
  {
    title: "str() of SQLAlchemy's URL, which hides the password",
    files: alembic(
      "from sqlalchemy.engine import make_url",
      'url = make_url(os.environ["DATABASE_URL"])',
      'context.config.set_main_option("sqlalchemy.url", str(url))',
    ),
    told: [`error ${SHOWN} migrations/env.py:5`],
    fixes: { [SHOWN]: /render_as_string\(hide_password=False\)/ },
  },
  {
    title: "str() of an engine's URL",
    files: alembic(
      "from sqlalchemy import create_engine",
      'engine = create_engine(os.environ["DATABASE_URL"])',
      'context.config.set_main_option("sqlalchemy.url", str(engine.url))',
    ),
    told: [`error ${SHOWN} migrations/env.py:5`],
  },
  {
    title: "an f-string of SQLAlchemy's URL",
    files: alembic(
      "from sqlalchemy import URL",
      'url = URL.create("postgresql+psycopg", password=os.environ["DB_PASSWORD"], host="db.acme.com")',
      'context.config.set_main_option("sqlalchemy.url", f"{url}")',
    ),
    told: [`error ${SHOWN} migrations/env.py:5`],
  },
  {
    title: "the URL with its password",
    files: alembic(
      "from sqlalchemy.engine import make_url",
      'url = make_url(os.environ["DATABASE_URL"])',
      'context.config.set_main_option("sqlalchemy.url", url.render_as_string(hide_password=False).replace("%", "%%"))',
    ),
    told: [],
    silent: [SHOWN],
  },
  {
    title: "str() of a text",
    files: alembic(
      "from app.settings import settings",
      'context.config.set_main_option("sqlalchemy.url", str(settings.database_url).replace("%", "%%"))',
    ),
    told: [],
    silent: [SHOWN],
  },
];
