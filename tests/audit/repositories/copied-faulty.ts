// Longer than 200 lines: one list of what images copy that their context does not have.
import {
  compose,
  EXPRESS,
  GO_MAIN,
  lines,
  MAIN,
  NODE,
  node,
  PYTHON,
  python,
  render,
  UVICORN,
  under,
} from "./copied-parts";
import type { FaultyRepository } from "./repository";

const RULE = "service/missing-file";

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
      "package-lock.json": '{ "lockfileVersion": 1 }\n',
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
