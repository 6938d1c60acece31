// Longer than 200 lines: one list of files that commands name, each fault beside its sound form.
import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const MAIN = "from fastapi import FastAPI\n\napp = FastAPI()\n";
const EXPRESS = 'require("express")().listen(process.env.PORT);\n';
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const before = (command: string, start = UVICORN, build = "pip install -r requirements.txt"): string =>
  BLUEPRINT(start, `    preDeployCommand: ${command}\n`).replace("make", build);
const PYTHON = { "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\n", "main.py": MAIN };
const fly = (release: string): string =>
  `app = "shop"\n\n[deploy]\n  release_command = "${release}"\n\n[env]\n  PORT = "8080"\n\n[http_service]\n  internal_port = 8080\n`;
const IMAGE =
  'FROM python:3.13\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8080"]\n';
const NODE_IMAGE = (...more: readonly string[]): string =>
  `FROM node:22\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\n${more.join("\n")}\n`;
const NODE = { "package.json": '{ "dependencies": { "express": "5.1.0" } }\n', "server.js": EXPRESS };
const RULE = "service/missing-file";

/** A command names a file that is not there when it runs. */
export const FAULTY_NAMED: readonly FaultyRepository[] = [
  {
    name: "a pre-deploy command with a program of another folder",
    files: {
      "render.yaml": before("python manage.py migrate"),
      ...PYTHON,
      "backend/manage.py": "import os\n",
    },
    finds: [`${RULE} render.yaml:9`],
  },
  {
    name: "a pre-deploy command with a shell script that is not there",
    files: { "render.yaml": before("bash scripts/migrate.sh"), ...PYTHON },
    finds: [`${RULE} render.yaml:9`],
  },
  {
    name: "a pre-deploy command with a script that package.json has not",
    files: {
      "render.yaml": BLUEPRINT(
        "node server.js",
        "    preDeployCommand: npm run db:migrate\n",
        "node",
      ).replace("make", "npm install"),
      ...NODE,
    },
    finds: ["service/missing-script render.yaml:9"],
  },
  {
    name: "Fly's release command with a program that the image has not",
    files: { "fly.toml": fly("python manage.py migrate --noinput"), Dockerfile: IMAGE, ...PYTHON },
    finds: [`${RULE} fly.toml:4`],
  },
  {
    name: "Fly's release command with a script that package.json has not",
    files: {
      "fly.toml": fly("npm run migrate"),
      Dockerfile: NODE_IMAGE('CMD ["node", "server.js"]'),
      ...NODE,
    },
    finds: ["service/missing-script fly.toml:4"],
  },
  {
    name: "a Procfile's release with a program that is not there",
    files: { Procfile: `web: ${UVICORN}\nrelease: python manage.py migrate\n`, ...PYTHON },
    finds: [`${RULE} Procfile:2`],
  },
  {
    name: "a build command with requirements that are not there",
    files: {
      "render.yaml": before("alembic upgrade head", UVICORN, "pip install -r requirements/prod.txt"),
      ...PYTHON,
    },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "an image's step with requirements that it copies later",
    files: {
      Dockerfile:
        'FROM python:3.13\nWORKDIR /app\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["python", "main.py"]\n',
      ...PYTHON,
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "an image's command with a file of another name",
    files: { Dockerfile: NODE_IMAGE('CMD ["node", "index.js"]'), ...NODE },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: "an image's entrypoint that is not there",
    files: {
      Dockerfile: NODE_IMAGE('ENTRYPOINT ["./docker/entrypoint.sh"]', 'CMD ["node", "server.js"]'),
      ...NODE,
    },
    finds: [`${RULE} Dockerfile:7`],
  },
];

/** The same where the file is there, or may be. */
export const SOUND_NAMED: readonly SmallRepository[] = [
  {
    name: "a pre-deploy command with its program",
    files: { "render.yaml": before("python manage.py migrate"), ...PYTHON, "manage.py": "import os\n" },
  },
  {
    name: "a pre-deploy command that goes to its program's folder",
    files: {
      "render.yaml": before('"cd backend && python manage.py migrate"'),
      ...PYTHON,
      "backend/manage.py": "import os\n",
    },
  },
  {
    name: "a pre-deploy command with a program that the build makes",
    files: {
      "render.yaml": BLUEPRINT(
        "node dist/server.js",
        "    preDeployCommand: node dist/migrate.js\n",
        "node",
      ).replace("make", "npm install && npm run build"),
      "package.json": '{ "scripts": { "build": "tsc" }, "dependencies": { "express": "5.1.0" } }\n',
      "tsconfig.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }\n',
      "src/server.ts": 'import express from "express";\n\nexpress().listen(Number(process.env.PORT));\n',
      "src/migrate.ts": "export {};\n",
    },
  },
  {
    name: "a pre-deploy command with a module of a package",
    files: { "render.yaml": before("python -m alembic upgrade head"), ...PYTHON },
  },
  {
    name: "a Procfile's release with a script of bin",
    files: {
      Procfile: `web: ${UVICORN}\nrelease: bash bin/release.sh\n`,
      "bin/release.sh": "alembic upgrade head\n",
      ...PYTHON,
    },
  },
  {
    name: "Fly's release command with its program in the image",
    files: {
      "fly.toml": fly("python manage.py migrate"),
      Dockerfile: IMAGE,
      ...PYTHON,
      "manage.py": "import os\n",
    },
  },
  {
    name: "Fly's release command with a program of a release that is built",
    files: {
      "fly.toml": fly("/app/bin/migrate"),
      Dockerfile:
        'FROM elixir:1.18 AS build\nWORKDIR /src\nCOPY . .\nRUN mix release\n\nFROM debian:bookworm-slim\nWORKDIR /app\nCOPY --from=build /src/_build/prod/rel/shop ./\nCMD ["/app/bin/server"]\n',
      "mix.exs": "defmodule Shop do\nend\n",
    },
  },
  {
    name: "an image whose build writes the file that it starts",
    files: {
      Dockerfile: NODE_IMAGE(
        "RUN npx esbuild server.js --bundle --outfile=index.js",
        'CMD ["node", "index.js"]',
      ),
      ...NODE,
    },
  },
  {
    name: "an image whose entrypoint is its base's",
    files: {
      Dockerfile: NODE_IMAGE('ENTRYPOINT ["docker-entrypoint.sh"]', 'CMD ["node", "server.js"]'),
      ...NODE,
    },
  },
  {
    name: "an image that starts a file of an installed package",
    files: {
      Dockerfile: NODE_IMAGE('CMD ["node", "node_modules/next/dist/bin/next", "start"]'),
      "package.json": '{ "dependencies": { "next": "15.0.0" } }\n',
    },
  },
  {
    name: "an image that a compose file fills from outside",
    files: {
      Dockerfile: 'FROM python:3.13\nWORKDIR /code\nCMD ["python", "app.py"]\n',
      "compose.yaml": "services:\n  app:\n    build: .\n    volumes: [ './src:/code' ]\n",
      "src/app.py": "import os\n",
    },
  },
  {
    name: "an image that makes its requirements from a lock file",
    files: {
      Dockerfile:
        'FROM python:3.13\nWORKDIR /app\nCOPY pyproject.toml poetry.lock ./\nRUN pip install poetry poetry-plugin-export && poetry export -o requirements.txt && pip install -r requirements.txt\nCOPY . .\nCMD ["python", "main.py"]\n',
      "pyproject.toml": '[tool.poetry]\nname = "shop"\n',
      "poetry.lock": "",
      "main.py": MAIN,
    },
  },
  {
    name: "a file of a submodule",
    files: {
      ".gitmodules": '[submodule "tools"]\n\tpath = tools\n\turl = https://github.com/acme/tools\n',
      "render.yaml": before("bash tools/migrate.sh"),
      ...PYTHON,
    },
  },
];
