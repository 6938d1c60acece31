import { itJudges, type JudgedCase } from "../../judged-case";

const API = `import os
import redis
from fastapi import FastAPI

app = FastAPI()
store = redis.from_url(os.environ["REDIS_URL"])
`;
const TASKS = `import os
from celery import Celery

app = Celery("tasks", broker=os.environ["REDIS_URL"])
`;
const REQUIREMENTS = "fastapi\nuvicorn\nredis\ncelery\n";

const service = (lines: readonly string[], key: string, value: string, name = "orderly"): string =>
  [
    "services:",
    ...lines,
    `    name: ${name}`,
    "    envVars:",
    `      - key: ${key}`,
    `        value: ${value}`,
    "",
  ].join("\n");

const WEB = [
  "  - type: web",
  "    runtime: python",
  "    buildCommand: pip install -r requirements.txt",
  "    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT",
];
const WORKER = [
  "  - type: worker",
  "    runtime: python",
  "    buildCommand: pip install -r requirements.txt",
  "    startCommand: celery -A tasks worker",
];
const STATIC = [
  "  - type: web",
  "    runtime: static",
  "    buildCommand: npm run build",
  "    staticPublishPath: ./dist",
];
const PYTHON = { "main.py": API, "tasks.py": TASKS, "requirements.txt": REQUIREMENTS };
const VITE = {
  "package.json": JSON.stringify({ scripts: { build: "vite build" }, devDependencies: { vite: "7.1.0" } }),
};

/** Nothing but the service runs on its machine, and a visitor's browser asks the visitor's. */
const broken: readonly JudgedCase[] = [
  {
    title: "a web service's REDIS_URL of localhost",
    files: { ...PYTHON, "render.yaml": service(WEB, "REDIS_URL", "redis://localhost:6379/0") },
    told: ["error database/local-host render.yaml:9"],
  },
  {
    title: "a worker's REDIS_URL of 127.0.0.1",
    files: { ...PYTHON, "render.yaml": service(WORKER, "REDIS_URL", "redis://127.0.0.1:6379/0") },
    told: ["error database/local-host render.yaml:9"],
  },
  {
    title: "a worker's broker of RabbitMQ",
    files: {
      ...PYTHON,
      "render.yaml": service(WORKER, "CELERY_BROKER_URL", "amqp://guest@localhost:5672//"),
    },
    told: ["error database/local-host render.yaml:9"],
  },
  {
    title: "a site's VITE_API_URL of localhost",
    files: { ...VITE, "render.yaml": service(STATIC, "VITE_API_URL", "http://localhost:8000") },
    told: ["error environment/debug-in-production render.yaml:9"],
  },
];

/** Look alike, and are sound or may be. */
const sound: readonly JudgedCase[] = [
  {
    title: "an example of variables",
    files: { ...PYTHON, ".env.example": "REDIS_URL=redis://localhost:6379/0\n" },
    told: [],
    silent: ["database/local-host"],
  },
  {
    title: "a developer's own file",
    files: { ...PYTHON, ".env": "REDIS_URL=redis://localhost:6379/0\n" },
    told: [],
  },
  {
    title: "a compose file",
    files: {
      ...PYTHON,
      "compose.yaml":
        "services:\n  api:\n    build: .\n    network_mode: host\n    environment:\n      REDIS_URL: redis://localhost:6379/0\n",
    },
    told: [],
    silent: ["database/local-host"],
  },
  {
    title: "a site's developers' file",
    files: { ...VITE, ".env.development": "VITE_API_URL=http://localhost:8000\n" },
    told: [],
    silent: ["environment/debug-in-production"],
  },
  {
    title: "an image may run its own store",
    files: {
      Dockerfile: 'FROM debian:12\nRUN apt-get install -y redis\nCOPY start.sh .\nCMD ["./start.sh"]\n',
      "start.sh": "#!/bin/sh\nredis-server --daemonize yes\nexec python main.py\n",
      "render.yaml": service(
        ["  - type: web", "    runtime: docker", "    plan: starter"],
        "REDIS_URL",
        "redis://localhost:6379/0",
      ),
    },
    told: [],
    undecided: ["database/local-host render.yaml:8"],
  },
  {
    title: "a command that starts the store beside it",
    files: {
      ...PYTHON,
      "render.yaml": service(
        [...WORKER.slice(0, 3), "    startCommand: redis-server --daemonize yes && celery -A tasks worker"],
        "REDIS_URL",
        "redis://localhost:6379/0",
      ),
    },
    told: [],
    undecided: ["database/local-host render.yaml:9"],
  },
  {
    title: "a private service's host",
    files: { ...PYTHON, "render.yaml": service(WEB, "REDIS_URL", "redis://red-abc123:6379/0") },
    told: [],
    silent: ["database/local-host"],
  },
  {
    title: "a site's public address",
    files: { ...VITE, "render.yaml": service(STATIC, "VITE_API_URL", "https://orderly-api.onrender.com") },
    told: [],
    silent: ["environment/debug-in-production"],
  },
];

describe("addresses of a developer's machine in a platform's manifest", () => {
  itJudges(broken, "broken");
  itJudges(sound, "sound");
});
