import assert from "node:assert/strict";
import { type Files, inFolder } from "../written-folder";
import { adoptedServices } from "./adopted-services";

const compose = (...services: readonly string[]): Files => ({
  "docker-compose.yml": `services:\n${services.join("")}  db:\n    image: postgres:16\n`,
});
const service = (name: string, ...lines: readonly string[]): string =>
  `  ${name}:\n${lines.map((line) => `    ${line}\n`).join("")}`;
const fastApi = (
  folder: string,
  command = 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]',
): Files => ({
  [`${folder}/Dockerfile`]: `FROM python:3.12\nCOPY . .\n${command}\n`,
  [`${folder}/requirements.txt`]: "fastapi==0.115.0\nuvicorn==0.30.0\n",
  [`${folder}/main.py`]: "from fastapi import FastAPI\napp = FastAPI()\n",
});
const next: Files = {
  "site/Dockerfile": 'FROM node:22\nENV PORT=3000\nCMD ["npm", "start"]\n',
  "site/package.json": '{ "scripts": { "start": "next start" }, "dependencies": { "next": "15.0.0" } }',
};

const CASES: readonly [string, Files, Readonly<Record<string, string>>][] = [
  [
    "is the one of the folder that it builds, under compose's name",
    { ...compose(service("api", "build: ./svc", 'ports: ["8000:8000"]')), ...fastApi("svc") },
    {
      api: "web rootDirectory=svc runtime=docker start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
    },
  ],
  [
    "has the folder, the packages and the port of its own where nothing else is a service",
    {
      ...compose(
        service(
          "api",
          "build: ./svc",
          "command: uvicorn main:app --host 0.0.0.0 --port $$PORT",
          'environment: { PORT: "9000" }',
        ),
      ),
      "svc/requirements.txt": "uvicorn==0.30.0\n",
      "svc/main.py": "app = None\n",
    },
    {
      api: "web rootDirectory=svc runtime=python build=pip install -r requirements.txt start=uvicorn main:app --host 0.0.0.0 --port $PORT port=9000",
    },
  ],
  [
    "is a web service where its command is a server's, though no port is published",
    {
      ...compose(service("api", "build: ./svc", "command: uvicorn main:app --host 0.0.0.0")),
      ...fastApi("svc", ""),
    },
    { api: "web rootDirectory=svc runtime=docker start=uvicorn main:app --host 0.0.0.0 port=8000" },
  ],
  [
    "has no other service's port",
    {
      ...compose(service("site", "build: ./site", 'ports: ["3000:3000"]'), service("api", "build: ./svc")),
      ...fastApi("svc", 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]'),
      ...next,
    },
    {
      api: "web rootDirectory=svc runtime=docker start=uvicorn main:app --host 0.0.0.0 port=8000",
      site: "web rootDirectory=site runtime=docker start=npm start port=3000",
    },
  ],
  [
    "is built as its neighbour where it is a worker of the same code",
    {
      ...compose(
        service("api", "build: ./svc", 'ports: ["8000:8000"]'),
        service("jobs", "build: ./svc", "command: celery -A main worker"),
      ),
      ...fastApi("svc"),
    },
    {
      api: "web rootDirectory=svc runtime=docker start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
      jobs: "worker rootDirectory=svc runtime=docker start=celery -A main worker",
    },
  ],
  [
    "has the Dockerfile that compose names, below the folder that it is built in",
    {
      ...compose(
        service("api", "build: { context: ., dockerfile: docker/api/Dockerfile }", 'ports: ["8000:8000"]'),
        service("jobs", "build: { context: ., dockerfile: docker/jobs/Dockerfile }"),
      ),
      "docker/api/Dockerfile":
        'FROM python:3.12\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "docker/jobs/Dockerfile": 'FROM python:3.12\nCMD ["celery", "-A", "main", "worker"]\n',
      "requirements.txt": "uvicorn==0.30.0\ncelery==5.4.0\n",
      "main.py": "app = None\n",
    },
    {
      api: "web runtime=docker dockerfile=./docker/api/Dockerfile start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
      jobs: "worker runtime=docker dockerfile=./docker/jobs/Dockerfile start=celery -A main worker",
    },
  ],
  [
    "has its own of the Dockerfiles of one folder",
    {
      ...compose(
        service("web", "build: { context: ., dockerfile: Dockerfile.api }", 'ports: ["8000:8000"]'),
        service("jobs", "build: { context: ., dockerfile: Dockerfile.worker }"),
      ),
      "Dockerfile.api":
        'FROM python:3.12\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "Dockerfile.worker": 'FROM python:3.12\nCMD ["rq", "worker"]\n',
      "main.py": "app = None\n",
    },
    {
      web: "web runtime=docker dockerfile=./Dockerfile.api start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
      jobs: "worker runtime=docker dockerfile=./Dockerfile.worker start=rq worker",
    },
  ],
  [
    "has a context of its own where its Dockerfile is outside of it",
    {
      ...compose(
        service(
          "api",
          "build: { context: ./svc, dockerfile: ../docker/Dockerfile.api }",
          'ports: ["8000:8000"]',
        ),
      ),
      "docker/Dockerfile.api":
        'FROM python:3.12\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "svc/main.py": "app = None\n",
    },
    {
      api: "web runtime=docker dockerfile=./docker/Dockerfile.api dockerContext=./svc start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
    },
  ],
  [
    "has the port at which compose reaches it, where its code follows PORT",
    {
      ...compose(service("web", "build: ./app", 'ports: ["80:4000"]', "environment: [PORT=4000]")),
      "app/Dockerfile": 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n',
      "app/server.js": 'require("http").createServer().listen(process.env.PORT);\n',
    },
    { web: "web rootDirectory=app runtime=docker start=node server.js port=4000" },
  ],
  [
    "runs before each deploy where it migrates and ends",
    {
      ...compose(
        service("api", "build: ./svc", 'ports: ["8000:8000"]'),
        service("migrate", "build: ./svc", "command: alembic upgrade head"),
        service("jobs", "build: ./svc", "command: celery -A main worker"),
      ),
      ...fastApi("svc"),
    },
    {
      api: "web rootDirectory=svc runtime=docker preDeploy=alembic upgrade head start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
      jobs: "worker rootDirectory=svc runtime=docker start=celery -A main worker",
    },
  ],
  [
    "is left out where its image is a database's",
    {
      ...compose(service("api", "build: ./svc", 'ports: ["8000:8000"]'), service("store", "build: ./store")),
      ...fastApi("svc"),
      "store/Dockerfile": "FROM postgres:16\nCOPY init.sql /docker-entrypoint-initdb.d/\nEXPOSE 5432\n",
    },
    {
      api: "web rootDirectory=svc runtime=docker start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
    },
  ],
  [
    "is the Blueprint's where that builds the same folder",
    {
      ...compose(service("api", "build: ./svc", 'ports: ["8000:8000"]')),
      ...fastApi("svc"),
      "render.yaml":
        "services:\n  - { type: web, name: shop, runtime: docker, rootDir: svc, healthCheckPath: /h }\n",
    },
    {
      shop: "web rootDirectory=svc runtime=docker start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
    },
  ],
];

describe("An adopted service of a compose file", () => {
  for (const [what, files, expected] of CASES) {
    it(what, () => assert.deepEqual(inFolder(files, adoptedServices), expected));
  }
});

describe("An adopted service of a Dockerfile alone", () => {
  it("is a worker where it starts one", () =>
    assert.deepEqual(
      inFolder(
        { ...fastApi("svc"), ...fastApi("jobs", 'CMD ["celery", "-A", "main", "worker"]') },
        adoptedServices,
      ),
      {
        svc: "web rootDirectory=svc runtime=docker start=uvicorn main:app --host 0.0.0.0 --port 8000 port=8000",
        jobs: "worker rootDirectory=jobs runtime=docker start=celery -A main worker",
      },
    ));
});
