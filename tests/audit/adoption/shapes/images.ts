import type { Shape } from "./shape";

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const START = "start=uvicorn main:app --host 0.0.0.0 --port";
const NEXT = json({
  scripts: { build: "next build", start: "next start" },
  dependencies: { next: "15.0.0" },
});

/** Repositories of which Dockerfiles and compose files say what runs. */
export const IMAGES: readonly Shape[] = [
  {
    what: "compose with four builds, of which one is a proxy",
    files: {
      "docker-compose.yml": [
        "services:",
        "  proxy: { build: ./nginx, ports: ['80:80'], depends_on: [api, site] }",
        "  api: { build: ./backend, expose: ['8000'], depends_on: [db, redis] }",
        "  site: { build: ./frontend, expose: ['3000'] }",
        "  jobs: { build: ./backend, command: arq main.Settings }",
        "  db: { image: 'postgres:16' }",
        "  redis: { image: 'redis:7' }",
        "",
      ].join("\n"),
      "nginx/Dockerfile": "FROM nginx:1.27\nCOPY nginx.conf /etc/nginx/nginx.conf\n",
      "nginx/nginx.conf": "events {}\n",
      "backend/Dockerfile":
        'FROM python:3.12\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "backend/requirements.txt": "uvicorn==0.30.0\nfastapi==0.115.0\narq==0.26.0\n",
      "backend/main.py": "from fastapi import FastAPI\napp = FastAPI()\nclass Settings: ...\n",
      "frontend/Dockerfile":
        'FROM node:22\nCOPY . .\nRUN npm ci && npm run build\nENV PORT=3000\nCMD ["npm", "start"]\n',
      "frontend/package.json": NEXT,
      "frontend/package-lock.json": "{}",
    },
    adopted: {
      proxy: "web rootDirectory=nginx runtime=docker port=80",
      api: `web rootDirectory=backend runtime=docker ${START} 8000 port=8000`,
      site: "web rootDirectory=frontend runtime=docker start=npm start port=3000",
      jobs: "worker rootDirectory=backend runtime=docker start=arq main.Settings",
    },
    errors: [],
  },
  {
    what: "a turbo repository whose images are built from its root",
    files: {
      "package.json": json({ name: "shop", private: true, workspaces: ["apps/*"] }),
      "package-lock.json": "{}",
      "turbo.json": json({ tasks: { build: {} } }),
      "compose.yaml":
        "services:\n  api:\n    build: { context: ., dockerfile: apps/api/Dockerfile }\n    ports: ['4000:4000']\n  web:\n    build: { context: ., dockerfile: apps/web/Dockerfile }\n    ports: ['3000:3000']\n",
      "apps/api/Dockerfile":
        'FROM node:22\nCOPY . .\nEXPOSE 4000\nENV PORT=4000\nCMD ["node", "apps/api/server.js"]\n',
      "apps/api/package.json": json({ name: "api", dependencies: { express: "4.19.2" } }),
      "apps/api/server.js": 'require("express")().listen(process.env.PORT);\n',
      "apps/web/Dockerfile":
        'FROM node:22\nCOPY . .\nEXPOSE 3000\nENV PORT=3000\nCMD ["npm", "start", "-w", "web"]\n',
      "apps/web/package.json": json({
        name: "web",
        scripts: { start: "next start" },
        dependencies: { next: "15.0.0" },
      }),
    },
    adopted: {
      api: "web runtime=docker dockerfile=./apps/api/Dockerfile start=node apps/api/server.js port=4000",
      web: "web runtime=docker dockerfile=./apps/web/Dockerfile start=npm start -w web port=3000",
    },
    errors: [],
  },
  {
    what: "Django whose compose file runs the development server in place of the image's",
    files: {
      "docker-compose.yml":
        "services:\n  web:\n    build: { context: ., target: production }\n    command: python manage.py runserver 0.0.0.0:8000\n    ports: ['8000:8000']\n    environment: { DEBUG: '1' }\n  db: { image: 'postgres:16' }\n",
      Dockerfile:
        'FROM python:3.12 AS production\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
      "requirements.txt": "django==5.1\ngunicorn==23.0.0\n",
      "manage.py": "import os\n",
      "config/__init__.py": "",
      "config/wsgi.py":
        "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n",
    },
    adopted: { web: "web runtime=docker start=gunicorn config.wsgi --bind 0.0.0.0:8000 port=8000" },
    errors: [],
  },
  {
    what: "an image that takes its port as an argument of its build",
    files: {
      Dockerfile:
        'FROM node:22\nARG PORT=8080\nENV PORT=$PORT\nEXPOSE $PORT\nCOPY . .\nCMD ["node", "server.js"]\n',
      "package.json": json({ name: "shop", dependencies: { express: "4.19.2" } }),
      "server.js": 'require("express")().listen(process.env.PORT);\n',
    },
    adopted: { ROOT: "web runtime=docker start=node server.js port=8080" },
    errors: [],
  },
  {
    what: "an image that starts a target of a Makefile",
    files: {
      Dockerfile: 'FROM python:3.12\nCOPY . .\nRUN make install\nCMD ["make", "serve"]\n',
      Makefile:
        "PORT ?= 5000\n\ninstall:\n\tpip install -r requirements.txt\n\nserve:\n\tgunicorn app:app --bind 0.0.0.0:$(PORT)\n",
      "requirements.txt": "flask==3.0.0\ngunicorn==23.0.0\n",
      "app.py": "from flask import Flask\napp = Flask(__name__)\n",
    },
    adopted: { ROOT: "web runtime=docker start=make serve port=8000" },
    errors: [],
  },
  {
    what: "Go in an image, beside a site that is built and not started",
    files: {
      Dockerfile:
        'FROM golang:1.23 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /server ./cmd/server\nFROM gcr.io/distroless/base\nCOPY --from=build /server /server\nEXPOSE 9090\nENTRYPOINT ["/server"]\n',
      "go.mod": "module acme.example/shop\n\ngo 1.23\n",
      "cmd/server/main.go":
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n',
      "web/package.json": json({
        scripts: { dev: "vite", build: "vite build" },
        devDependencies: { vite: "5.4.0" },
      }),
    },
    adopted: { ROOT: "web runtime=docker start=/server port=8080" },
    errors: [],
  },
];
