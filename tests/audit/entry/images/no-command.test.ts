import { itJudges, type JudgedCase } from "../../judged-case";

type Files = JudgedCase["files"];

const FLY = 'app = "heron"\n\n[build]\n\n[http_service]\n  internal_port = 8080\n';
/** The port that web servers' images open. */
const SERVED = FLY.replace("8080", "80");
const image = (from: string, more = ""): string => `FROM ${from}\nWORKDIR /app\nCOPY . .\n${more}`;
const CODE: Files = {
  "requirements.txt": "flask==3.0.0\ngunicorn\n",
  "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
};
const fly = (dockerfile: string, toml = FLY, more: Files = {}): Files => ({
  "fly.toml": toml,
  Dockerfile: dockerfile,
  ...CODE,
  ...more,
});
const render = (more = "", dockerfile = image("python:3.12")): Files => ({
  "render.yaml": `services:\n  - type: web\n    name: heron\n    runtime: docker\n${more}`,
  Dockerfile: dockerfile,
  ...CODE,
});
const heroku = (more = "", dockerfile = image("ruby:3.3")): Files => ({
  "heroku.yml": `build:\n  docker:\n    web: Dockerfile\n${more}`,
  Dockerfile: dockerfile,
  ...CODE,
});
const AT = (line = 1): readonly string[] => [`error service/start-command Dockerfile:${line}`];

/** Images without a command whose base starts a bare interpreter or a shell. Written before the audit asked for it. */
const FAULTY: readonly JudgedCase[] = [
  ...[
    "python:3.11-slim",
    "node:22-alpine",
    "ruby:3.3",
    "debian:12",
    "alpine",
    "ubuntu:24.04",
    "golang:1.25",
    "rust:1.90",
    "openjdk:21",
    "eclipse-temurin:21-jre",
    "php:8.3-cli",
    "php:8.3",
    "elixir:1.18",
    "docker.io/library/python:3.12",
    "public.ecr.aws/docker/library/node:22",
    "python:3.12@sha256:0123456789012345678901234567890123456789012345678901234567890123",
  ].map((from) => ({ title: `on Fly from ${from}`, files: fly(image(from)), told: AT() })),
  {
    title: "on Fly from a stage of its own",
    files: fly(`FROM python:3.12 AS base\nWORKDIR /app\n\nFROM base\nCOPY . .\n`),
    told: AT(4),
  },
  {
    title: "on Fly with a command of an earlier stage alone",
    files: fly(`FROM node:22 AS build\nCMD ["node", "a.js"]\n\nFROM python:3.12\nCOPY . .\n`),
    told: AT(4),
  },
  {
    title: "on Fly with the command in a comment",
    files: fly(image("python:3.12", '# CMD ["python", "app.py"]\n')),
    told: AT(),
  },
  {
    title: "on Fly with a start script that an image does not ask for",
    files: fly(image("node:22"), FLY, {
      "package.json": '{ "name": "heron", "scripts": { "start": "node server.js" } }\n',
      "server.js": 'require("http").createServer((q, r) => r.end("ok")).listen(8080);\n',
    }),
    told: AT(),
  },
  {
    title: "on Fly with a service of the group that Fly makes by itself",
    files: fly(image("python:3.11slim"), `${FLY}  processes = ["app"]\n`),
    told: AT(),
  },
  { title: "on Render", files: render(), told: AT() },
  { title: "on Heroku", files: heroku(), told: AT() },
];

const SOUND: readonly JudgedCase[] = [
  ...[
    "nginx:1.27",
    "httpd:2.4",
    "caddy:2",
    "php:8.3-apache",
    "php:8.3-fpm",
    "tomcat:10",
    "node:8-onbuild",
    "acme/base:1",
    "ghcr.io/acme/python:3",
    "${BASE}",
    "python:${TAG}",
    "postgres:16",
    "scratch-of-ours",
  ].map((from) => ({ title: `on Fly from ${from}`, files: fly(image(from), SERVED) })),
  {
    title: "on Fly with processes",
    files: fly(
      image("python:3.12"),
      'app = "heron"\n\n[processes]\n  app = "gunicorn -b 0.0.0.0:8080 app:app"\n\n[http_service]\n  internal_port = 8080\n  processes = ["app"]\n',
    ),
  },
  {
    title: "on Fly with a command of the manifest",
    files: fly(image("python:3.12"), `${FLY}\n[experimental]\n  cmd = ["python", "app.py"]\n`),
  },
  {
    title: "on Fly with an image of a registry",
    files: fly(image("python:3.12"), FLY.replace("[build]", '[build]\n  image = "acme/heron:1"')),
  },
  {
    title: "on Fly with a buildpack",
    files: fly(
      image("python:3.12"),
      FLY.replace("[build]", '[build]\n  builder = "paketobuildpacks/builder:base"'),
    ),
  },
  {
    title: "on Fly with another Dockerfile",
    files: fly(
      image("python:3.12"),
      FLY.replace("[build]", '[build]\n  dockerfile = "Dockerfile.web"').replace("8080", "80"),
      {
        "Dockerfile.web": image("nginx:1.27"),
      },
    ),
  },
  {
    title: "on Fly with a stage that the manifest names",
    files: fly(
      `FROM nginx:1.27 AS web\nCOPY . /usr/share/nginx/html\n\nFROM python:3.12\n`,
      FLY.replace("[build]", '[build]\n  build-target = "web"'),
    ),
  },
  {
    title: "on Fly with a Dockerfile that a workflow names",
    files: fly(image("python:3.12"), FLY, {
      ".github/workflows/deploy.yml":
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: flyctl deploy --dockerfile ops/Dockerfile\n",
    }),
  },
  {
    title: "on Fly with an entrypoint",
    files: fly(image("python:3.12", 'ENTRYPOINT ["python", "app.py"]\n')),
  },
  {
    title: "on Fly with the command of the stage below",
    files: fly(`FROM python:3.12 AS base\nCMD ["python", "app.py"]\n\nFROM base\nCOPY . .\n`),
  },
  {
    title: "on Fly for machines without a service",
    files: fly(image("python:3.12"), 'app = "heron"\n'),
  },
  { title: "on Render with its command", files: render("    dockerCommand: python app.py\n") },
  {
    title: "on Render with another Dockerfile",
    files: { ...render("    dockerfilePath: ./ops/Dockerfile\n"), "ops/Dockerfile": image("nginx:1.27") },
  },
  {
    title: "on Render's own Python",
    files: {
      ...render(),
      "render.yaml":
        "services:\n  - type: web\n    name: heron\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n    startCommand: gunicorn app:app\n",
    },
  },
  { title: "on Heroku with its command", files: heroku("run:\n  web: bundle exec puma\n") },
  {
    title: "in compose with its command",
    files: {
      "compose.yml":
        "services:\n  web:\n    build: .\n    command: python app.py\n    ports: ['8080:8080']\n",
      Dockerfile: image("python:3.12"),
      ...CODE,
    },
  },
  { title: "without any manifest", files: { Dockerfile: image("python:3.12"), ...CODE } },
  {
    title: "on Railway, whose dashboard may have it",
    files: {
      "railway.json": '{ "build": { "builder": "DOCKERFILE" } }\n',
      Dockerfile: image("python:3.12"),
      ...CODE,
    },
  },
].map((one) => ({ ...one, told: [] }));

describe("an image without a command", () => {
  itJudges(SOUND, "sound");
  itJudges(FAULTY, "faulty");
});
