import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const BLUEPRINT = (build: string): string =>
  `services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    healthCheckPath: /\n    buildCommand: ${build}\n    startCommand: node server.js\n`;
const PACKAGE = '{\n  "dependencies": {\n    "express": "^5.1.0",\n    "helmet": "^8.1.0"\n  }\n}\n';
const PNPM = (more = ""): string =>
  `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      express:\n        specifier: ^5.1.0\n        version: 5.1.0\n${more}\npackages:\n\n  express@5.1.0: {}\n`;
const HELMET = "      helmet:\n        specifier: ^8.1.0\n        version: 8.1.0\n";
const YARN = (more = ""): string => `# yarn lockfile v1\n\nexpress@^5.1.0:\n  version "5.1.0"\n${more}`;
const PROJECT =
  '[project]\nname = "shop"\ndependencies = [\n    "fastapi[standard]>=0.115", # the server\n    "psycopg.pool>=3",\n    "httpx",\n]\n';
const PYTHON = (...names: readonly string[]): string =>
  names.map((name) => `[[package]]\nname = "${name}"\nversion = "1.0.0"\n`).join("\n");
const POETRY = "pip install poetry && poetry install --no-root";

describe("a lock file that its manifest has left behind", () => {
  for (const [what, build, files, expected] of [
    [
      "pnpm's",
      "pnpm i --frozen-lockfile",
      { "package.json": PACKAGE, "pnpm-lock.yaml": PNPM() },
      ["package.json:4"],
    ],
    [
      "pnpm's that has all",
      "pnpm i --frozen-lockfile",
      { "package.json": PACKAGE, "pnpm-lock.yaml": PNPM(HELMET) },
      [],
    ],
    [
      "pnpm's of another range",
      "pnpm i --frozen-lockfile",
      { "package.json": PACKAGE, "pnpm-lock.yaml": PNPM(HELMET.replace("^8.1.0", "^7.0.0")) },
      ["package.json:4"],
    ],
    [
      "pnpm's that may be written",
      "pnpm i --no-frozen-lockfile",
      { "package.json": PACKAGE, "pnpm-lock.yaml": PNPM() },
      [],
    ],
    [
      "Yarn's",
      "yarn install --frozen-lockfile",
      { "package.json": PACKAGE, "yarn.lock": YARN() },
      ["package.json:4"],
    ],
    [
      "Yarn's that has all",
      "yarn --immutable",
      { "package.json": PACKAGE, "yarn.lock": YARN('"helmet@npm:^8.1.0":\n  version: 8.1.0\n') },
      [],
    ],
    [
      "uv's",
      "uv sync --locked",
      { "pyproject.toml": PROJECT, "uv.lock": PYTHON("fastapi", "psycopg-pool", "shop") },
      ["pyproject.toml:6"],
    ],
    [
      "uv's that has all",
      "uv sync --locked",
      { "pyproject.toml": PROJECT, "uv.lock": PYTHON("fastapi", "psycopg-pool", "httpx") },
      [],
    ],
    [
      "uv's that is written again",
      "uv sync",
      { "pyproject.toml": PROJECT, "uv.lock": PYTHON("fastapi") },
      [],
    ],
    [
      "Poetry's",
      POETRY,
      { "pyproject.toml": PROJECT, "poetry.lock": PYTHON("fastapi", "psycopg-pool") },
      ["pyproject.toml:6"],
    ],
  ] as const)
    it(`is found: ${what}`, () =>
      inFolder(
        {
          ...files,
          "server.js": "require('http').createServer().listen(process.env.PORT);\n",
          "render.yaml": BLUEPRINT(build),
        },
        (folder) => {
          const found = auditFolder(folder).findings.filter(({ rule }) => rule === "service/lock-drift");
          assert.deepEqual(
            found.map(({ place }) => place.source === "file" && `${place.file}:${place.line}`),
            expected,
          );
        },
      ));
});
