import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeStaticProgram } from "../rehearsal/render/runtime/containers/static-program";

/** A small repository, and what its rehearsal is expected to come to, written before the first run. */
export interface WrittenRepository {
  /** By file. */
  readonly files: Readonly<Record<string, string>>;
  /** Further files, which a program makes. */
  readonly make?: (folder: string) => void;
  /** What each environment's log and answers are to show beside `verified`. */
  readonly result: "verified";
}

const SERVER = `
const ms = require("ms");
const http = require("node:http");
http.createServer((_, response) => response.end(String(ms("2 days")))).listen(process.env.PORT, "0.0.0.0");
`;

interface Commands {
  readonly runtime: string;
  readonly build?: string;
  readonly start?: string;
  readonly more?: string;
}

const render = ({ runtime, build, start, more = "" }: Commands): string => `services:
  - type: web
    name: shop
    runtime: ${runtime}
    repo: https://github.com/acme/shop
    plan: starter
    region: oregon
${build === undefined ? "" : `    buildCommand: ${build}\n`}${start === undefined ? "" : `    startCommand: ${start}\n`}\
    healthCheckPath: /health
    envVars:
      - { key: PORT, value: 8000 }
${more}`;

const packageJson = (more: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ name: "shop", private: true, dependencies: { ms: "2.1.3" }, ...more });

const PG_SERVER = `
const { Client } = require("pg");
const http = require("node:http");
const ask = async (variable) => {
  const client = new Client({ connectionString: process.env[variable], ssl: { rejectUnauthorized: false } });
  await client.connect();
  try { return (await client.query("SELECT current_database() AS name")).rows[0].name; }
  finally { await client.end(); }
};
http.createServer(async (_, response) => {
  try { response.end(JSON.stringify(await Promise.all(["ORDERS_URL", "REPORTS_URL"].map(ask)))); }
  catch (error) { response.statusCode = 500; response.end(error.message); }
}).listen(process.env.PORT, "0.0.0.0");
`;

export const REPOSITORIES: Readonly<Record<string, WrittenRepository>> = {
  pnpm: {
    files: {
      "package.json": packageJson({ packageManager: "pnpm@9.15.4", scripts: { start: "node server.js" } }),
      "server.js": SERVER,
      "render.yaml": render({ runtime: "node", build: "pnpm install", start: "pnpm start" }),
    },
    result: "verified",
  },
  "Yarn 1": {
    files: {
      "package.json": packageJson({ scripts: { start: "node server.js" } }),
      "server.js": SERVER,
      "render.yaml": render({ runtime: "node", build: "yarn install", start: "yarn start" }),
    },
    result: "verified",
  },
  "Yarn 4 with Plug'n'Play": {
    files: {
      "package.json": packageJson({ packageManager: "yarn@4.5.3", scripts: { start: "node server.js" } }),
      "yarn.lock": "",
      "server.js": SERVER,
      "render.yaml": render({ runtime: "node", build: "yarn install", start: "yarn start" }),
    },
    result: "verified",
  },
  Bun: {
    files: {
      "package.json": packageJson({}),
      "server.ts": `
import ms from "ms";
Bun.serve({ port: Number(process.env.PORT), hostname: "0.0.0.0", fetch: () => new Response(String(ms("2 days"))) });
`,
      "render.yaml": render({ runtime: "node", build: "bun install", start: "bun server.ts" }),
    },
    result: "verified",
  },
  Poetry: {
    files: {
      "pyproject.toml": `[project]
name = "shop"
version = "0.1.0"
requires-python = ">=3.10,<4.0"
dependencies = ["gunicorn==23.0.0"]

[tool.poetry]
package-mode = false
`,
      "shop.py": `
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok"]
`,
      "render.yaml": render({
        runtime: "python",
        build: "poetry install",
        start: "poetry run gunicorn shop:application",
      }),
    },
    result: "verified",
  },
  "a Dockerfile": {
    files: { "render.yaml": render({ runtime: "docker" }), ".dockerignore": "main.go\ninfra\n" },
    make: (folder) => writeStaticProgram(folder, "EXPOSE 8000"),
    result: "verified",
  },
  "two databases": {
    files: {
      "package.json": packageJson({ dependencies: { pg: "8.16.3" } }),
      "server.js": PG_SERVER,
      "render.yaml": render({
        runtime: "node",
        build: "npm install",
        start: "node server.js",
        more: `      - { key: ORDERS_URL, fromDatabase: { name: orders, property: connectionString } }
      - { key: REPORTS_URL, fromDatabase: { name: reports, property: connectionString } }
databases:
  - { name: orders, databaseName: orders, user: orders, plan: basic-256mb }
  - { name: reports, databaseName: reports, user: reports, plan: basic-256mb }
`,
      }),
    },
    result: "verified",
  },
};

/** Writes a repository as a user has it: a checkout with a remote. */
export function writeRepository({ files, make }: WrittenRepository, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  make?.(folder);
  const git = (...words: readonly string[]): void => void execFileSync("git", words, { cwd: folder });
  git("init", "--quiet");
  git("remote", "add", "origin", "git@github.com:acme/shop.git");
}
