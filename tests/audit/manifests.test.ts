import assert from "node:assert/strict";
import { auditFolder } from "../../audit";
import { type Files, inFolder } from "./written-folder";

/** Each finding with its place, and nothing of what depends on wording. */
const found = (files: Files): readonly string[] =>
  inFolder(files, (folder) =>
    auditFolder(folder).findings.map(({ severity, rule, service, environments, place }) => {
      const at = place.source === "file" ? `${place.file}:${place.line}` : "?";
      return [severity, rule, service, environments.join(","), at].join(" ");
    }),
  );

const SOUND: Readonly<Record<string, string>> = {
  Dockerfile:
    'FROM python:3.12 AS base\nARG PORT=8000\nENV PORT=$PORT\nFROM base\nEXPOSE $PORT\nHEALTHCHECK CMD ["curl", "-f", "http://localhost:8000/health"]\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n',
  ".env": "PORT=8000\nLOG_LEVEL=debug\n",
  "docker-compose.yml": `x-env: &env
  REDIS_URL: redis://redis:6379/0
services:
  redis: { image: "redis:7", ports: ["6379:6379"] }
  web:
    build: .
    command: uvicorn main:app --host 0.0.0.0 --port \${PORT:-8000} --reload
    ports: ["\${HOST_PORT:-9000}:8000", "5678:5678"]
    env_file: .env
    environment: *env
    healthcheck: { test: ["CMD", "curl", "-f", "http://localhost:8000/health"] }
  worker:
    build: .
    command: celery -A tasks worker
    env_file: .env
    environment: *env
`,
  "fly.toml": `app = "shop"
[env]
PORT = "8000"
[http_service]
internal_port = 8000
[[http_service.checks]]
path = "/health"
[processes]
app = "uvicorn main:app --host 0.0.0.0 --port 8000"
`,
  ".github/workflows/ci.yml": `jobs:
  test:
    env: { DATABASE_URL: postgresql://postgres:postgres@localhost:5432/test, PORT: 3001 }
  deploy:
    environment: production
    steps:
      - run: flyctl deploy
        env:
          FLY_API_TOKEN: \${{ secrets.FLY_API_TOKEN }}
`,
};

/** What is changed, and the finding that it makes. */
const MUTATIONS: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    "a compose service that binds loopback",
    "docker-compose.yml",
    "--host 0.0.0.0",
    "--host 127.0.0.1",
    ["warning service/loopback-bind shop local docker-compose.yml:7"],
  ],
  [
    "a process of Fly's that binds loopback",
    "fly.toml",
    "--host 0.0.0.0",
    "--host 127.0.0.1",
    ["error service/loopback-bind shop production fly.toml:9"],
  ],
  [
    "a port that Fly forwards to and nobody listens on",
    "fly.toml",
    "internal_port = 8000",
    "internal_port = 8080",
    ["error port/agreement shop production fly.toml:5"],
  ],
  [
    "a live key on a developer's machine",
    "docker-compose.yml",
    "  REDIS_URL:",
    `  PAYMENT_KEY: ${["sk_", "live_", "c4naryK9xQw7ZrT2mLp8VbN5sHd3"].join("")}\n  REDIS_URL:`,
    ["error secret/in-manifest shop local docker-compose.yml:2"],
  ],
];

describe("an audit of compose, Fly and a workflow", () => {
  it("finds nothing in a sound repository", () => assert.deepEqual(found(SOUND), []));

  for (const [what, file, from, to, expected] of MUTATIONS) {
    it(`finds ${what}`, () => {
      const text = SOUND[file] ?? "";
      assert.ok(text.includes(from));
      assert.deepEqual(found({ ...SOUND, [file]: text.replace(from, to) }), expected);
    });
  }
});
