// Longer than 200 lines: one list of services that lack what they need to start.
import type { FaultyRepository } from "./repository";
import {
  appOf,
  groups,
  LISTENS,
  lines,
  NEXT,
  nextImage,
  packageOf,
  RENDER_NODE,
  railway,
  STANDALONE,
  waiting,
} from "./unmet-parts";

const START = "service/start-command";
const NEED = "service/unmet-need";

const modules = (
  name: string,
  file: string,
  text: string,
  at: string,
  manifest?: string,
): FaultyRepository => ({
  name,
  files: {
    "render.yaml": RENDER_NODE,
    "package.json": manifest ?? packageOf(`node ${file}`),
    [file]: text,
  },
  finds: [`${START} ${at}`],
});
const unready = (name: string, compose: string, more: Record<string, string> = {}): FaultyRepository => ({
  name,
  files: { "compose.yaml": compose, ...more },
  finds: [`${NEED} compose.yaml:7`],
});
const ungrouped = (
  name: string,
  manifest: string,
  line: number,
  ...names: readonly string[]
): FaultyRepository => ({
  name,
  files: appOf(manifest, ...names),
  finds: [`${NEED} fly.toml:${line}`],
});
const standalone = (name: string, files: Record<string, string>, line: number): FaultyRepository => ({
  name,
  files: { ...NEXT, ...files },
  finds: [`service/missing-file Dockerfile:${line}`],
});
const unread = (name: string, command: string, build?: string): FaultyRepository => ({
  name,
  files: railway(command, build),
  finds: [`${START} railway.json:3`],
});

/** Services that lack what they need to start. */
export const FAULTY_UNMET: readonly FaultyRepository[] = [
  modules(
    "require in a .js file of a package of modules",
    "server.js",
    `const express = require("express");\nexpress().listen(process.env.PORT);\n`,
    "server.js:1",
  ),
  modules(
    "require in a file below the folder of a package of modules",
    "src/index.js",
    `"use strict";\n\nconst { createServer } = require("node:http");\n\ncreateServer().listen(process.env.PORT);\n`,
    "src/index.js:3",
  ),
  modules(
    "require after an import",
    "server.js",
    `import express from "express";\nconst helmet = require("helmet");\n\nexpress().use(helmet()).listen(process.env.PORT);\n`,
    "server.js:2",
  ),
  modules(
    "require called for its effect, in a package of modules",
    "server.js",
    `require("dotenv").config();\n${LISTENS}`,
    "server.js:1",
  ),
  modules(
    "a type that follows the scripts",
    "app.js",
    `let express = require('express');\nexpress().listen(process.env.PORT);\n`,
    "app.js:1",
    `{ "scripts": { "start": "node app.js" }, "dependencies": { "express": "5.1.0" }, "type": "module" }\n`,
  ),
  {
    name: "require in an image that has its package.json",
    files: {
      "fly.toml": lines('app = "elm"', "[http_service]", "  internal_port = 8080"),
      Dockerfile: lines(
        "FROM node:22-slim",
        "WORKDIR /app",
        "COPY package.json ./",
        "RUN npm install",
        "COPY . .",
        'CMD ["node", "server.js"]',
      ),
      "package.json": packageOf("node server.js"),
      "server.js": `const express = require("express");\nexpress().listen(8080, "0.0.0.0");\n`,
    },
    finds: [`${START} server.js:1`],
  },
  unready("a PostgreSQL without a check whose health is waited for", waiting(["image: postgres:17"])),
  unready(
    "a Redis without a check whose health is waited for",
    waiting(["image: redis:7-alpine", "ports: ['6379:6379']"]),
  ),
  unready(
    "a MySQL of Docker Hub's library by its whole name",
    waiting(["image: docker.io/library/mysql:8.4"]),
  ),
  unready("a check that is turned off", waiting(["image: postgres:17", "healthcheck:", "  disable: true"])),
  unready("a check that is NONE", waiting(["image: postgres:17", 'healthcheck: { test: ["NONE"] }'])),
  unready("an image of the repository without a check", waiting(["build: ./store"]), {
    "store/Dockerfile": lines("FROM node:22-slim", 'CMD ["node", "-e", "0"]'),
  }),
  ungrouped(
    "a service of a group that is called otherwise",
    groups(["app", "worker"], '  processes = ["web"]'),
    7,
    "worker",
  ),
  ungrouped(
    "a service of no group that there is, with one group",
    groups(["server"], '  processes = ["app"]'),
    6,
    "server",
  ),
  ungrouped(
    "a misspelt group beside a right one",
    groups(["web", "worker"], '  processes = ["web", "wroker"]'),
    7,
    "web",
    "worker",
  ),
  ungrouped(
    "a group in other letters",
    groups(["web", "worker"], '  processes = ["Web"]'),
    7,
    "web",
    "worker",
  ),
  ungrouped(
    "a service of TCP for a group that is not there",
    lines(
      'app = "elm"',
      "[processes]",
      '  web = "node web.js"',
      "[[services]]",
      "  internal_port = 8080",
      '  protocol = "tcp"',
      '  processes = ["api"]',
    ),
    7,
    "web",
  ),
  ungrouped(
    "a service for a group without any group",
    lines('app = "elm"', "[http_service]", "  internal_port = 8080", '  processes = ["web"]'),
    4,
  ),
  standalone(
    "a standalone folder that Next is not asked for",
    {
      "next.config.mjs": "export default {\n  reactStrictMode: true,\n};\n",
      Dockerfile: nextImage([STANDALONE]),
    },
    8,
  ),
  standalone(
    "a standalone folder without any configuration of Next",
    { Dockerfile: nextImage([STANDALONE]) },
    8,
  ),
  standalone(
    "a standalone folder beside an export",
    {
      "next.config.js": 'module.exports = {\n  output: "export",\n};\n',
      Dockerfile: nextImage(["COPY --from=build /app/.next/static ./.next/static", STANDALONE]),
    },
    9,
  ),
  standalone(
    "a standalone folder with a configuration in TypeScript",
    {
      "next.config.ts":
        'import type { NextConfig } from "next";\n\nconst config: NextConfig = { poweredByHeader: false };\n\nexport default config;\n',
      Dockerfile: nextImage([STANDALONE]),
    },
    8,
  ),
  standalone(
    "a standalone folder that another user gets",
    {
      "next.config.mjs": "export default {};\n",
      Dockerfile: nextImage(["COPY --from=build --chown=node:node /app/.next/standalone/ ./"]),
    },
    8,
  ),
  standalone(
    "a standalone folder whose option is a comment",
    {
      "next.config.js":
        '/** @type {import("next").NextConfig} */\nmodule.exports = {\n  // output: "standalone",\n  images: { unoptimized: true },\n};\n',
      Dockerfile: nextImage([STANDALONE]),
    },
    8,
  ),
  unread(
    "uvicorn at Railway with a variable that no shell reads",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  unread(
    "gunicorn at Railway with a variable that no shell reads",
    "gunicorn main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT",
  ),
  unread("hypercorn at Railway with a variable in braces", "hypercorn main:app --bind 0.0.0.0:${PORT}"),
  unread("a default that no shell takes", "uvicorn main:app --host 0.0.0.0 --port ${PORT:-8000}"),
  unread(
    "a module of Python with a variable that no shell reads",
    "python -m uvicorn main:app --host 0.0.0.0 --port=$PORT",
  ),
  unread(
    "a Dockerfile that Railway is given by its path",
    "uvicorn main:app --port $PORT --host 0.0.0.0",
    '"dockerfilePath": "Dockerfile"',
  ),
];
