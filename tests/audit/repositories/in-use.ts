import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

/** What is written again and again in repositories that are deployed, in small: first what is sound. */
const FLY = (more = ""): string =>
  `app = "shop"\nprimary_region = "ams"\n\n[http_service]\n  internal_port = 8080\n${more}`;
const WEB = (start: string, more = ""): string =>
  `services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    healthCheckPath: /health\n    buildCommand: npm ci\n    startCommand: ${start}\n${more}`;
const PACKAGE = (scripts: string, dependencies = ""): string =>
  `{\n  "name": "shop",\n  "scripts": { ${scripts} },\n  "dependencies": { ${dependencies} }\n}\n`;
const START = '"start": "node server.js"';

export const SOUND_IN_USE: readonly SmallRepository[] = [
  {
    name: "a URL for the image's build alone",
    files: {
      "fly.toml": FLY(),
      Dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nENV DATABASE_URL="postgresql://build:build@localhost:5432/build"\nRUN npx prisma generate\nCMD ["npm", "start"]\n',
      "package.json": PACKAGE(START, '"express": "5.1.0"'),
      "server.js": 'const app = require("express")();\napp.listen(process.env.PORT || 8080, "0.0.0.0");\n',
    },
  },
  {
    name: "Nest with its settings' PORT, and types of its own",
    files: {
      "render.yaml": WEB("node dist/main"),
      "package.json": PACKAGE('"build": "nest build"', '"@nestjs/core": "11.0.1"'),
      "src/main.ts":
        'import { NestFactory } from "@nestjs/core";\nimport { ConfigService } from "@nestjs/config";\n\nasync function bootstrap() {\n  const app = await NestFactory.create<NestExpressApplication>(AppModule);\n  const settings = app.get(ConfigService);\n  const configService = settings;\n  await app.listen(configService.get<number>("PORT") ?? 3000);\n}\n\nvoid bootstrap();\n',
    },
  },
  {
    name: "requirements in a file of another name, which the build installs",
    files: {
      "render.yaml":
        "services:\n  - type: web\n    name: charts\n    runtime: python\n    plan: starter\n    healthCheckPath: /\n    buildCommand: pip install -r requirements-cloud.txt\n    startCommand: streamlit run app.py --server.port $PORT --server.address 0.0.0.0\n",
      "requirements.txt": "pandas\n",
      "requirements-cloud.txt": "streamlit\npandas\n",
      "app.py": 'import streamlit as st\n\nst.write("charts")\n',
    },
  },
  {
    name: "requirements in a folder of the program's, beside those of notebooks",
    files: {
      "render.yaml":
        "services:\n  - type: web\n    name: charts\n    runtime: python\n    plan: starter\n    healthCheckPath: /\n    buildCommand: pip install -r app/requirements.txt\n    startCommand: streamlit run app/app.py --server.port=$PORT --server.address=0.0.0.0\n",
      "requirements.txt": "jupyter\n",
      "app/requirements.txt": "streamlit\n",
      "app/app.py": 'import streamlit as st\n\nst.write("charts")\n',
    },
  },
  {
    name: "a server that the image installs, started by the platform's own command",
    files: {
      "railway.json": `{ "build": { "builder": "DOCKERFILE" }, "deploy": { "startCommand": "sh -c 'exec gunicorn shop.wsgi --bind 0.0.0.0:$PORT'" } }\n`,
      Dockerfile:
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nRUN pip install gunicorn\nCMD ["gunicorn", "shop.wsgi"]\n',
      "requirements.txt": "django\n",
      "shop/wsgi.py":
        "from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n",
    },
  },
  {
    name: "scripts of a workspace, of yarn, behind a condition, and of the folder that the command goes to",
    files: {
      "render.yaml": WEB("cd web && npm run serve").replace(
        "npm ci",
        "npm ci && npm run build --if-present && yarn lint && npm run check --workspace=web && (npm run maybe || true)",
      ),
      "package.json": PACKAGE('"test": "node --test"'),
      "web/package.json": PACKAGE('"serve": "node server.js"', '"express": "5.1.0"'),
      "web/server.js": 'require("express")().listen(process.env.PORT);\n',
    },
  },
  ...[
    "(async () => {\n  const port = parseInt(process.env.PORT || '3000');\n  app.listen(port, () => {});\n})();",
    "let port = process.env.PORT || 3000;\napp.listen(port);",
    "const port = process.env.PORT ? Number(process.env.PORT) : 3000;\napp.listen(port);",
    "var port = normalizePort(process.env.PORT || '3000');\napp.set('port', port);\napp.listen(port);",
  ].map((listen) => ({
    name: `a port that a name holds: ${listen.split("\n").at(-2) ?? listen}`,
    files: {
      "render.yaml": WEB("npm start", "    envVars:\n      - key: PORT\n        value: 8080\n"),
      "package.json": PACKAGE(START, '"express": "5.1.0"'),
      "server.js": `const app = require("express")();\n${listen}\n`,
    },
  })),
];

export const FAULTY_IN_USE: readonly FaultyRepository[] = [
  {
    name: "a port in a function, and Bun's own types",
    files: {
      "render.yaml": WEB("bun src/index.ts", "    envVars:\n      - key: PORT\n        value: 8080\n"),
      "package.json": PACKAGE('"dev": "bun --hot src/index.ts"'),
      "src/index.ts":
        'interface Data {\n  id: number;\n}\n\nfunction main() {\n  const port = 3001;\n  Bun.serve<Data>({ port, hostname: "localhost", fetch: () => new Response("") });\n}\n\nmain();\n',
    },
    finds: ["port/agreement src/index.ts:7", "service/loopback-bind src/index.ts:7"],
  },
  {
    name: "Blueprints in other words than Render's",
    files: {
      "render.yaml":
        "build_command: npm ci\nservices:\n  - type: static_site\n    name: front\n    publishPath: dist\n    buildCommand: npm run build\n  - type: web\n    name: docs\n    runtime: static\n    plan: starter\n    staticPublishPath: site\n  - type: worker\n    name: jobs\n    runtime: node\n    plan: free\n    startCommand: node jobs.js\n",
      "jobs.js": "setInterval(() => {}, 1000);\n",
    },
    finds: [
      "blueprint/unknown-field render.yaml:1",
      "blueprint/unknown-value render.yaml:3",
      "blueprint/unknown-field render.yaml:5",
      "blueprint/unknown-field render.yaml:10",
      "plan/limits render.yaml:15",
    ],
  },
  {
    name: "scripts that nobody wrote, and versions that Render does not take",
    files: {
      "render.yaml": `${WEB("npm run migrate:prod && npm start", "    envVars:\n      - key: SMTP_PORT\n        value: 587\n").replace("plan: starter", "plan: free").replace("npm ci", "npm ci && npm run build:render")}  - type: web\n    name: api\n    runtime: python\n    rootDir: api\n    healthCheckPath: /health\n    buildCommand: pip install -r requirements.txt\n    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\n    envVars:\n      - key: PYTHON_VERSION\n        value: "3.12"\n`,
      "package.json": PACKAGE(`${START}, "build": "tsc"`, '"express": "5.1.0"'),
      "server.js": 'require("express")().listen(process.env.PORT);\n',
      "api/requirements.txt": "fastapi\nuvicorn\n",
      "api/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    },
    finds: [
      "service/missing-script render.yaml:7",
      "service/missing-script render.yaml:8",
      "service/blocked-port render.yaml:11",
      "service/python-version render.yaml:21",
    ],
  },
  {
    name: "a health check path in other letters, and an image's port where Railway sets another",
    files: {
      "railway.json":
        '{\n  "build": { "builder": "DOCKERFILE" },\n  "deploy": {\n    "healthCheckPath": "/health"\n  }\n}\n',
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    },
    finds: ["service/railway-field railway.json:4", "port/hard-coded Dockerfile:3"],
  },
  {
    name: "a script that goes to a folder and starts its program in one line",
    files: {
      "railway.json":
        '{\n  "build": { "builder": "DOCKERFILE" },\n  "deploy": { "startCommand": "./start.sh", "healthcheckPath": "/" }\n}\n',
      Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["./start.sh"]\n',
      "start.sh":
        '#!/bin/bash\necho "the API"\ncd /app/backend && uvicorn main:app --host 0.0.0.0 --port 8000 &\nsleep 5\ncd /app/frontend && python dashboard.py\n',
      "backend/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
      "frontend/dashboard.py":
        'import dash\n\napp = dash.Dash(__name__)\n\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=8050)\n',
    },
    finds: ["port/hard-coded frontend/dashboard.py:6"],
  },
  {
    name: "a railway.json that sets nothing",
    files: {
      "railway.json": '{ "build": { "builder": "DOCKERFILE" } }\n',
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    },
    finds: ["port/hard-coded Dockerfile:3"],
  },
  {
    name: "a variable that a template leaves in braces",
    files: {
      "fly.toml": FLY('\n[env]\n  ADMIN_PASSWORD = "{YOUR_PASSWORD}"\n'),
      Dockerfile: "FROM nginx:1.27\nEXPOSE 8080\n",
    },
    finds: ["environment/placeholder fly.toml:8"],
    spares: ["secret/in-manifest"],
  },
];

export const OPEN_IN_USE: readonly OpenRepository[] = [
  {
    name: "a web service whose code listens nowhere",
    files: {
      "render.yaml": WEB("npm start"),
      "package.json": PACKAGE('"start": "node src/index.js"'),
      "src/index.js": "setInterval(() => console.log('still here'), 60_000);\n",
    },
    undecidedAt: "package.json:3",
  },
];
