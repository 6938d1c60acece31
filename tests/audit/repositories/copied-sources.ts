// Longer than 200 lines: one list of what images copy from their context, each fault beside its sound form.
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

const RULE = "service/missing-file";
const EXPRESS = 'require("express")().listen(process.env.PORT);\n';
const MAIN = "from fastapi import FastAPI\n\napp = FastAPI()\n";
const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
/** A Blueprint of one service that Render builds from a Dockerfile. */
const render = (...more: readonly string[]): string =>
  lines(
    ...["services:", "  - type: web", "    name: shop", "    runtime: docker", "    plan: starter"],
    ...["    healthCheckPath: /health", ...more.map((line) => `    ${line}`)],
  );
const compose = (...build: readonly string[]): string =>
  lines("services:", "  web:", ...build.map((line) => `    ${line}`));
const PYTHON = {
  "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\n",
  "main.py": MAIN,
};
const UVICORN = 'CMD ["sh", "-c", "uvicorn main:app --host 0.0.0.0 --port $PORT"]';
const python = (...more: readonly string[]): string =>
  lines("FROM python:3.13-slim", "WORKDIR /app", ...more, UVICORN);
const node = (...more: readonly string[]): string =>
  lines("FROM node:22-slim", "WORKDIR /app", ...more, 'CMD ["node", "server.js"]');
const NODE = { "package.json": '{ "dependencies": { "express": "5.1.0" } }\n', "server.js": EXPRESS };
const GO_MAIN = {
  "main.go":
    'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
};
const under = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** An image copies what its build context does not have. */
export const FAULTY_COPIED: readonly FaultyRepository[] = [
  {
    name: "a COPY of requirements that have another name",
    files: {
      "render.yaml": render(),
      Dockerfile: python("COPY requirements.txt .", "RUN pip install -r requirements.txt", "COPY . ."),
      "requirements/base.txt": PYTHON["requirements.txt"],
      "main.py": MAIN,
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "a COPY of another manager's lock file",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json yarn.lock ./", "RUN yarn install", "COPY . ."),
      ...NODE,
      "package-lock.json": '{ "lockfileVersion": 1 }\n',
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "an image of a folder, written for that folder, that Render builds from the root",
    files: {
      "render.yaml": render("dockerfilePath: ./api/Dockerfile"),
      "api/Dockerfile": python(
        "COPY requirements.txt .",
        "RUN pip install -r requirements.txt",
        "COPY main.py .",
      ),
      ...under("api", PYTHON),
      "web/package.json": '{ "name": "web" }\n',
    },
    finds: [`${RULE} api/Dockerfile:3`],
  },
  {
    name: "an image written for the root that Render builds from a folder",
    files: {
      "render.yaml": render("dockerfilePath: ./api/Dockerfile", "dockerContext: ./api"),
      "api/Dockerfile": node("COPY api/package.json ./", "RUN npm install", "COPY api ."),
      ...under("api", NODE),
    },
    finds: [`${RULE} api/Dockerfile:3`],
  },
  {
    name: "a compose service whose context is the folder that the image copies",
    files: {
      "compose.yaml": compose("build:", "  context: ./web", "ports:", '  - "3000:3000"'),
      "web/Dockerfile": node("COPY web/package.json ./", "RUN npm install", "COPY . ."),
      ...under("web", NODE),
    },
    finds: [`${RULE} web/Dockerfile:3`],
  },
  {
    name: "a folder that .dockerignore leaves out",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json ./", "COPY prisma ./prisma", "RUN npm install", "COPY . ."),
      ".dockerignore": "node_modules\n# kept out\nprisma/\n",
      ...NODE,
      "prisma/schema.prisma": 'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n',
    },
    finds: [`${RULE} Dockerfile:4`],
  },
  {
    name: "a file that no exception of .dockerignore lets in",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json tsconfig.json ./", "RUN npm install", "COPY src ./src"),
      ".dockerignore": "*\n!src\n!package.json\n",
      "package.json": NODE["package.json"],
      "tsconfig.json": "{}\n",
      "src/server.js": EXPRESS,
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "a built folder that git ignores, of an image that builds nothing",
    files: {
      "render.yaml": render(),
      Dockerfile: lines(
        ...["FROM node:22-slim", "WORKDIR /app", "COPY package.json ./", "RUN npm install"],
        ...["COPY dist ./dist", 'CMD ["node", "dist/server.js"]'],
      ),
      ".gitignore": "dist/\nnode_modules/\n",
      "package.json": '{ "scripts": { "build": "tsc" }, "dependencies": { "express": "5.1.0" } }\n',
      "tsconfig.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }\n',
      "src/server.ts":
        'import express from "express";\n\nexpress().listen(Number(process.env.PORT), "0.0.0.0");\n',
    },
    finds: [`${RULE} Dockerfile:5`],
  },
  {
    name: "a jar that no step of the image makes",
    files: {
      "render.yaml": render(),
      Dockerfile: lines(
        ...["FROM eclipse-temurin:21-jre", "COPY target/shop.jar app.jar"],
        ...['CMD ["java", "-jar", "app.jar"]'],
      ),
      ".gitignore": "target/\n",
      "pom.xml":
        "<project>\n  <artifactId>shop</artifactId>\n  <version>1.0.0</version>\n  <build><finalName>shop</finalName></build>\n</project>\n",
      "src/main/java/App.java": "class App {}\n",
      "src/main/resources/application.properties": "server.port=${PORT:8080}\n",
    },
    finds: [`${RULE} Dockerfile:2`],
  },
  {
    name: "an env file that git ignores",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json .env ./", "RUN npm install", "COPY server.js ."),
      ".gitignore": ".env\n",
      ...NODE,
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "an ADD of an entrypoint under a name that is near",
    files: {
      "render.yaml": render(),
      Dockerfile: lines(
        ...["FROM python:3.13-slim", "WORKDIR /app", "ADD docker/entrypoint.sh /entrypoint.sh"],
        ...["COPY . .", 'ENTRYPOINT ["/entrypoint.sh"]', UVICORN],
      ),
      "docker/docker-entrypoint.sh": '#!/bin/sh\nexec "$@"\n',
      ...PYTHON,
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "a COPY of go.sum, of a module without requirements",
    files: {
      Dockerfile: lines(
        ...["FROM golang:1.24 AS build", "WORKDIR /src", "COPY go.mod go.sum ./", "RUN go mod download"],
        ...[
          "COPY . .",
          "RUN go build -o /server .",
          "FROM debian:12-slim",
          "COPY --from=build /server /server",
        ],
        'CMD ["/server"]',
      ),
      "go.mod": "module example.net/shop\n\ngo 1.24\n",
      ...GO_MAIN,
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "a COPY from above the context",
    files: {
      "render.yaml": render("rootDir: api"),
      "api/Dockerfile": node(
        "COPY package.json ./",
        "COPY ../shared ./shared",
        "RUN npm install",
        "COPY . .",
      ),
      ...under("api", NODE),
      "shared/index.js": "module.exports = {};\n",
    },
    finds: [`${RULE} api/Dockerfile:4`],
  },
  {
    name: "a file that a step mounts from the context",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        "RUN --mount=type=bind,source=package.json,target=package.json --mount=type=bind,source=yarn.lock,target=yarn.lock yarn install",
        "COPY . .",
      ),
      ...NODE,
    },
    finds: [`${RULE} Dockerfile:3`],
  },
  {
    name: "a COPY of a version file that is not there",
    files: {
      "fly.toml": 'app = "shop"\n\n[env]\n  PORT = "8080"\n\n[http_service]\n  internal_port = 8080\n',
      Dockerfile: lines(
        ...["FROM ruby:3.4-slim", "WORKDIR /rails", "COPY Gemfile Gemfile.lock .ruby-version ./"],
        ...["RUN bundle install", "COPY . .", 'CMD ["bundle", "exec", "puma", "-b", "tcp://0.0.0.0:8080"]'],
      ),
      Gemfile: 'source "https://rubygems.org"\n\ngem "puma"\ngem "rails"\n',
      "Gemfile.lock": "GEM\n  specs:\n    puma (6.6.0)\n    rails (8.0.2)\n\nDEPENDENCIES\n  puma\n  rails\n",
      "config.ru": "run Rails.application\n",
    },
    finds: [`${RULE} Dockerfile:3`],
  },
];

const OWN_IMAGE = python("COPY requirements.txt .", "RUN pip install -r requirements.txt", "COPY main.py .");

/** Images whose sources are there, or may be. */
export const SOUND_COPIED: readonly SmallRepository[] = [
  {
    name: "lock files that need not be there",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json yarn.lock* pnpm-lock.yam[l] ./", "RUN npm install", "COPY . ."),
      ...NODE,
    },
  },
  {
    name: "what another stage or another image made",
    files: {
      "render.yaml": render(),
      Dockerfile: lines(
        ...["FROM node:22 AS build", "WORKDIR /app", "COPY . .", "RUN npm install && npm run build"],
        ...["FROM node:22-slim", "WORKDIR /app", "COPY --from=build /app/dist ./dist"],
        ...[
          "COPY --from=ghcr.io/astral-sh/uv:0.7 /uv /bin/uv",
          "COPY --from=0 /app/node_modules node_modules",
        ],
        'CMD ["node", "dist/server.js"]',
      ),
      "package.json": '{ "scripts": { "build": "esbuild server.js --outdir=dist" } }\n',
      "server.js": EXPRESS,
    },
  },
  {
    name: "an image of a folder with the folder as its context",
    files: {
      "render.yaml": render("dockerfilePath: ./api/Dockerfile", "dockerContext: ./api"),
      "api/Dockerfile": OWN_IMAGE,
      ...under("api", PYTHON),
    },
  },
  {
    name: "an image of Render's root directory",
    files: { "render.yaml": render("rootDir: api"), "api/Dockerfile": OWN_IMAGE, ...under("api", PYTHON) },
  },
  {
    name: "a .dockerignore whose names are those of other folders",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        "COPY package.json ./",
        "RUN npm install",
        "COPY src/config ./config",
        "COPY server.js .",
      ),
      ".dockerignore": "node_modules\nconfig\n*.json5\n**/*.md\n.git\n\n# src\n",
      ...NODE,
      "src/config/index.js": "module.exports = {};\n",
    },
  },
  {
    name: "a .dockerignore that lets in what it needs",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        "COPY package.json ./",
        "RUN npm install",
        "COPY src ./src",
        "COPY public/site ./public",
      ),
      ".dockerignore": "**\n!/src/**\n!package.json\n!public/site/index.html\n",
      "package.json": NODE["package.json"],
      "src/server.js": EXPRESS,
      "public/site/index.html": "<p>\n",
    },
  },
  {
    name: "a .dockerignore of the image's own in place of the folder's",
    files: {
      "compose.yaml": compose("build:", "  context: .", "  dockerfile: docker/api.Dockerfile"),
      "docker/api.Dockerfile": node("COPY package.json server.js ./", "RUN npm install"),
      "docker/api.Dockerfile.dockerignore": "node_modules\n",
      ".dockerignore": "*\n!web\n",
      ...NODE,
    },
  },
  {
    name: "a built folder that a workflow makes before Fly builds the image",
    files: {
      "fly.toml": 'app = "shop"\n\n[http_service]\n  internal_port = 8080\n\n[env]\n  PORT = "8080"\n',
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY dist ./dist", "COPY server.js ."),
      ".gitignore": "dist/\n",
      ".github/workflows/deploy.yml":
        "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm run build\n      - run: flyctl deploy --remote-only\n",
      ...NODE,
    },
  },
  {
    name: "a folder that an argument names",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        "ARG APP_DIR=service",
        "COPY ${APP_DIR}/package.json ./",
        "RUN npm install",
        "COPY . .",
      ),
      ...NODE,
    },
  },
  {
    name: "a list of sources, an address, and a file of the Dockerfile's own",
    files: {
      "render.yaml": render(),
      Dockerfile: node(
        'COPY ["package.json", "server.js", "./"]',
        "ADD https://example.net/ca.pem /etc/ssl/ca.pem",
        "RUN npm install",
      ),
      ...NODE,
    },
  },
  {
    name: "a text that the Dockerfile holds itself",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY <<EOF /app/settings.json", "{}", "EOF", "COPY . .", "RUN npm install"),
      ...NODE,
    },
  },
  {
    name: "an image in a folder that is built from the root, without a manifest",
    files: {
      "api/Dockerfile": python(
        "COPY api/requirements.txt .",
        "RUN pip install -r requirements.txt",
        "COPY api/ .",
      ),
      ...under("api", PYTHON),
      "web/package.json": '{ "name": "web" }\n',
    },
  },
  {
    name: "a stage that nothing builds",
    files: {
      "render.yaml": render(),
      Dockerfile: lines(
        ...["FROM node:22 AS debug", "COPY debug.sh /", "FROM node:22-slim", "WORKDIR /app", "COPY . ."],
        ...["RUN npm install", 'CMD ["node", "server.js"]'],
      ),
      ...NODE,
    },
  },
  {
    name: "a folder of a submodule",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY lib ./lib", "COPY . ."),
      ".gitmodules": '[submodule "lib"]\n\tpath = lib\n\turl = https://github.com/example/lib.git\n',
      ...NODE,
    },
  },
  {
    name: "folders that are there and hold no code that counts",
    files: {
      "render.yaml": render(),
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY vendor docs ./", "COPY server.js ."),
      "vendor/lib.js": "\n",
      "docs/index.md": "# Shop\n",
      ...NODE,
    },
  },
  {
    name: "a Blueprint's image of another repository",
    files: {
      "render.yaml": render("repo: https://github.com/example/other", "dockerfilePath: ./Dockerfile"),
      Dockerfile: node("COPY package.json ./", "RUN npm install", "COPY . ."),
      ...NODE,
    },
  },
];

/** A step before the image's build may make the source. */
export const OPEN_COPIED: readonly OpenRepository[] = [
  {
    name: "a jar that no step of the image makes, and no manifest says who builds it",
    files: {
      Dockerfile: lines(
        ...["FROM eclipse-temurin:21-jre", "COPY target/shop.jar app.jar", 'CMD ["java", "-jar", "app.jar"]'],
      ),
      "pom.xml": "<project>\n  <artifactId>shop</artifactId>\n</project>\n",
      "src/main/java/App.java": "class App {}\n",
    },
    undecidedAt: "Dockerfile:2",
  },
];
