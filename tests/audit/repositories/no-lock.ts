// Longer than 200 lines: one list of builds by a lock file that is not there, each beside its sound form.
import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const EXPRESS = 'require("express")().listen(process.env.PORT);\n';
const MAIN = "from fastapi import FastAPI\n\napp = FastAPI()\n";
const NODE = { "package.json": '{ "dependencies": { "express": "5.1.0" } }\n', "server.js": EXPRESS };
const PYTHON = {
  "pyproject.toml": '[project]\nname = "app"\nversion = "1"\ndependencies = []\n',
  "main.py": MAIN,
};
const render = (build: string, start = "node server.js", runtime = "node"): string =>
  BLUEPRINT(start, "", runtime).replace("make", build);
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const image = (from: string, ...lines: readonly string[]): string =>
  `FROM ${from}\nWORKDIR /app\n${lines.join("\n")}\n`;
const LOCK =
  '{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/express": { "version": "5.1.0" } } }\n';
const RULE = "service/missing-file";

/** A build that takes a lock file alone, where there is none. */
export const FAULTY_LOCKS: readonly FaultyRepository[] = [
  {
    name: "npm ci without a lock file",
    files: { "render.yaml": render("npm ci"), ...NODE },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "npm ci beside another manager's lock file",
    files: { "render.yaml": render("npm ci && npm prune"), ...NODE, "yarn.lock": "# yarn lockfile v1\n" },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "npm ci in a folder without one",
    files: {
      "render.yaml": render("cd web && npm ci", "node web/server.js"),
      "package-lock.json": LOCK,
      "package.json": "{}\n",
      "web/package.json": NODE["package.json"],
      "web/server.js": EXPRESS,
    },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "pnpm's frozen lock file",
    files: { "render.yaml": render("pnpm install --frozen-lockfile"), ...NODE, "package-lock.json": LOCK },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "an image that copies package.json alone before npm ci",
    files: {
      Dockerfile: image(
        "node:22",
        "COPY package.json ./",
        "RUN npm ci --omit=dev",
        "COPY . .",
        'CMD ["node", "server.js"]',
      ),
      ...NODE,
      "package-lock.json": LOCK,
    },
    finds: [`${RULE} Dockerfile:4`],
  },
  {
    name: "an image that copies all, of a repository without a lock file",
    files: {
      Dockerfile: image("node:22", "COPY . .", "RUN npm ci", 'CMD ["node", "server.js"]'),
      ...NODE,
    },
    finds: [`${RULE} Dockerfile:4`],
  },
  {
    name: "uv's frozen environment",
    files: { "render.yaml": render("uv sync --frozen", UVICORN, "python"), ...PYTHON },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "uv's locked environment in an image",
    files: {
      Dockerfile: image(
        "python:3.13",
        "COPY pyproject.toml ./",
        "RUN pip install uv && uv sync --locked",
        "COPY . .",
        `CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]`,
      ),
      ...PYTHON,
      "uv.lock": 'version = 1\n\n[[package]]\nname = "app"\n',
    },
    finds: [`${RULE} Dockerfile:4`],
  },
  {
    name: "Bundler's deployment",
    files: {
      "render.yaml": render("bundle install --deployment", "bundle exec puma -p $PORT", "ruby"),
      Gemfile: 'source "https://rubygems.org"\ngem "puma"\n',
      "config.ru": "run ->(env) { [200, {}, []] }\n",
    },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "Cargo's locked build",
    files: {
      "render.yaml": render("cargo build --release --locked", "./target/release/app", "rust"),
      "Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n',
      "src/main.rs": 'fn main() { println!("x"); }\n',
    },
    finds: [`${RULE} render.yaml:6`],
  },
  {
    name: "Go's vendored build",
    files: {
      "render.yaml": render("go build -mod=vendor -o app", "./app", "go"),
      "go.mod": "module app\n\ngo 1.24\n\nrequire github.com/go-chi/chi/v5 v5.2.0\n",
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() { http.ListenAndServe(":"+os.Getenv("PORT"), nil) }\n',
    },
    finds: [`${RULE} render.yaml:6`],
  },
];

/** The same with their lock file, or by a command that does without. */
export const SOUND_LOCKS: readonly SmallRepository[] = [
  {
    name: "npm ci with its lock file",
    files: { "render.yaml": render("npm ci"), ...NODE, "package-lock.json": LOCK },
  },
  {
    name: "npm ci with a lock file under its other name",
    files: { "render.yaml": render("npm ci"), ...NODE, "npm-shrinkwrap.json": LOCK },
  },
  {
    name: "npm ci that may fail",
    files: { "render.yaml": render('"npm ci || npm install"'), ...NODE },
  },
  {
    name: "npm ci in a workspace whose lock file is at the top",
    files: {
      "render.yaml": render("npm ci", "node server.js").replace(
        "    plan",
        "    rootDir: apps/api\n    plan",
      ),
      "package.json": '{ "workspaces": ["apps/*"] }\n',
      "package-lock.json": LOCK,
      "apps/api/package.json": NODE["package.json"],
      "apps/api/server.js": EXPRESS,
    },
  },
  {
    name: "an image that copies both by a star",
    files: {
      Dockerfile: image(
        "node:22",
        "COPY package*.json ./",
        "RUN npm ci",
        "COPY . .",
        'CMD ["node", "server.js"]',
      ),
      ...NODE,
      "package-lock.json": LOCK,
    },
  },
  {
    name: "an image that mounts both",
    files: {
      Dockerfile: image(
        "node:22",
        "RUN --mount=type=bind,source=package.json,target=package.json --mount=type=bind,source=package-lock.json,target=package-lock.json npm ci",
        "COPY . .",
        'CMD ["node", "server.js"]',
      ),
      ...NODE,
      "package-lock.json": LOCK,
    },
  },
  {
    name: "an image that takes the lock file which is there",
    files: {
      Dockerfile: image(
        "node:22",
        "COPY . .",
        "RUN if [ -f yarn.lock ]; then yarn --frozen-lockfile; elif [ -f package-lock.json ]; then npm ci; elif [ -f pnpm-lock.yaml ]; then pnpm i --frozen-lockfile; fi",
        'CMD ["node", "server.js"]',
      ),
      ...NODE,
      "package-lock.json": LOCK,
    },
  },
  {
    name: "an image whose earlier step writes the lock file",
    files: {
      Dockerfile: image(
        "node:22",
        "COPY package.json ./",
        "RUN npm install --package-lock-only",
        "RUN npm ci",
        "COPY . .",
        'CMD ["node", "server.js"]',
      ),
      ...NODE,
    },
  },
  {
    name: "an image that is built from the folder above",
    files: {
      "api/Dockerfile": image(
        "node:22",
        "COPY package.json package-lock.json ./",
        "COPY api/package.json api/",
        "RUN npm ci",
        "COPY api api",
        'CMD ["node", "api/server.js"]',
      ),
      "package.json": '{ "workspaces": ["api"] }\n',
      "package-lock.json": LOCK,
      "api/package.json": NODE["package.json"],
      "api/server.js": EXPRESS,
    },
  },
  {
    name: "poetry, which locks by itself where nothing is locked",
    files: {
      "render.yaml": render("pip install poetry && poetry install", UVICORN, "python"),
      ...PYTHON,
    },
  },
  { name: "uv that may lock", files: { "render.yaml": render("uv sync", UVICORN, "python"), ...PYTHON } },
  {
    name: "pnpm without a lock file to keep",
    files: { "render.yaml": render("pnpm install --no-frozen-lockfile"), ...NODE },
  },
  {
    name: "an image that fetches its source",
    files: {
      Dockerfile: image(
        "node:22",
        "RUN git clone https://github.com/acme/app . && npm ci",
        'CMD ["node", "server.js"]',
      ),
      "README.md": "An image.\n",
    },
  },
  {
    name: "Yarn's classic frozen lock file, which it takes as an empty one where there is none",
    files: { "render.yaml": render("yarn install --frozen-lockfile"), ...NODE },
  },
  {
    name: "bun's frozen lock file in an image, without which it goes on",
    files: {
      Dockerfile: image(
        "oven/bun:1",
        "COPY package.json bun.lock* ./",
        "RUN bun install --frozen-lockfile",
        "COPY . .",
        'CMD ["bun", "server.js"]',
      ),
      ...NODE,
    },
  },
  {
    name: "Composer, which resolves by itself where nothing is locked",
    files: {
      Dockerfile: image("php:8.4-apache", "COPY composer.json ./", "RUN composer install", "COPY . ."),
      "composer.json": '{ "require": { "php": ">=8.2" } }\n',
      "index.php": "<?php echo 1;\n",
      "fly.toml": 'app = "a"\n\n[http_service]\n  internal_port = 80\n',
    },
  },
];
