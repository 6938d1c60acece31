// Longer than 200 lines: one list of lock files that a workspace's members are out of step with, each beside its sound form.
import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const RULE = "service/lock-drift";
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const EXPRESS = 'require("express")().listen(process.env.PORT);\n';
const native = (runtime: string, build: string, start: string): string =>
  BLUEPRINT(start, "", runtime).replace("make", build);
const NPM = (locked: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>) => ({
  "render.yaml": native("node", "npm ci", "node apps/api/server.js"),
  "package.json": json({ workspaces: ["apps/*"] }),
  "apps/api/package.json": json({ name: "api", dependencies: wanted }),
  "apps/api/server.js": EXPRESS,
  "package-lock.json": json({
    lockfileVersion: 3,
    packages: {
      "": { workspaces: ["apps/*"] },
      "apps/api": { name: "api", dependencies: wanted },
      "node_modules/api": { resolved: "apps/api", link: true },
      ...Object.fromEntries(Object.entries(locked).map(([at, version]) => [at, { version }])),
    },
  }),
});
const PNPM = (specifier: string, wanted: Readonly<Record<string, string>>) => ({
  "render.yaml": native("node", "pnpm install --frozen-lockfile", "node apps/api/server.js"),
  "package.json": json({ private: true }),
  "pnpm-workspace.yaml": "packages:\n  - apps/*\n",
  "apps/api/package.json": json({ name: "api", dependencies: wanted }),
  "apps/api/server.js": EXPRESS,
  "pnpm-lock.yaml": `lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n\n  apps/api:\n    dependencies:\n      express:\n        specifier: ${specifier}\n        version: 5.1.0\n\npackages:\n`,
});
const GEMS = (more = "", build = "bundle config set deployment true && bundle install") => ({
  "render.yaml": native("ruby", build, "bundle exec puma -b tcp://0.0.0.0:$PORT"),
  Gemfile: `source "https://rubygems.org"\n\ngem "puma"\n${more}`,
  "Gemfile.lock":
    "GEM\n  remote: https://rubygems.org/\n  specs:\n    puma (6.6.0)\n\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  puma\n\nBUNDLED WITH\n   2.6.2\n",
  "config.ru": "run App\n",
});
const CARGO = (more: string, build = "cargo build --release --locked") => ({
  "render.yaml": native("rust", build, "./target/release/api"),
  "Cargo.toml": '[workspace]\nmembers = ["api"]\n',
  "api/Cargo.toml": `[package]\nname = "api"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\naxum = "0.8"\n${more}`,
  "api/src/main.rs": "fn main() {}\n",
  "Cargo.lock":
    'version = 4\n\n[[package]]\nname = "api"\nversion = "0.1.0"\n\n[[package]]\nname = "axum"\nversion = "0.8.1"\n',
});
const UV = (more: string, build = "uv sync --locked") => ({
  "render.yaml": native("python", build, "uvicorn shop.main:app --host 0.0.0.0 --port $PORT"),
  "pyproject.toml":
    '[project]\nname = "root"\nversion = "0.1.0"\ndependencies = ["shop"]\n\n[tool.uv.workspace]\nmembers = ["packages/*"]\n',
  "packages/shop/pyproject.toml": `[project]\nname = "shop"\nversion = "0.1.0"\ndependencies = ["fastapi", "uvicorn"${more}]\n`,
  "packages/shop/src/shop/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
  "uv.lock": [
    'version = 1\n\n[[package]]\nname = "root"\nsource = { virtual = "." }\n',
    '[[package]]\nname = "shop"\nsource = { editable = "packages/shop" }\n',
    '[[package]]\nname = "fastapi"\nversion = "0.115.0"\n',
    '[[package]]\nname = "uvicorn"\nversion = "0.34.0"\n',
  ].join("\n"),
});

/** A member of a workspace asks for what the lock file of all has not, and the install is by the lock alone. */
export const FAULTY_MEMBERS: readonly FaultyRepository[] = [
  {
    name: "member: npm's, with a package that is not locked",
    files: NPM({ "node_modules/express": "5.1.0" }, { express: "^5.0.0", pg: "^8.0.0" }),
    finds: [`${RULE} apps/api/package.json:5`],
  },
  {
    name: "member: npm's, with a newer version",
    files: NPM({ "node_modules/express": "4.21.0" }, { express: "^5.0.0" }),
    finds: [`${RULE} apps/api/package.json:4`],
  },
  {
    name: "member: npm's, whose own version is older than that of all",
    files: NPM(
      { "node_modules/express": "5.1.0", "apps/api/node_modules/express": "4.21.0" },
      { express: "^5.0.0" },
    ),
    finds: [`${RULE} apps/api/package.json:4`],
  },
  {
    name: "member: pnpm's, with another range",
    files: PNPM("^5.0.0", { express: "^5.1.0" }),
    finds: [`${RULE} apps/api/package.json:4`],
  },
  {
    name: "member: pnpm's, with a package that is not locked",
    files: PNPM("^5.0.0", { express: "^5.0.0", pg: "^8.0.0" }),
    finds: [`${RULE} apps/api/package.json:5`],
  },
  {
    name: "member: a gem that is not locked, in deployment mode",
    files: GEMS('gem "pg", "~> 1.5"\n'),
    finds: [`${RULE} Gemfile:4`],
  },
  {
    name: "member: a gem that is not locked, by the old option",
    files: GEMS("gem 'redis'\n", "bundle install --deployment"),
    finds: [`${RULE} Gemfile:4`],
  },
  {
    name: "member: a crate that is not locked",
    files: CARGO('sqlx = "0.8"\n'),
    finds: [`${RULE} api/Cargo.toml:8`],
  },
  {
    name: "member: a crate that is not locked, with features",
    files: CARGO('tokio = { version = "1", features = ["full"] }\n', "cargo build --release --frozen"),
    finds: [`${RULE} api/Cargo.toml:8`],
  },
  {
    name: "member: uv's, with a package that is not locked",
    files: UV(', "asyncpg>=0.30"'),
    finds: [`${RULE} packages/shop/pyproject.toml:4`],
  },
];

/** Members that are in step, or whose install writes the lock file again. */
export const SOUND_MEMBERS: readonly SmallRepository[] = [
  {
    name: "member: npm's in step, and one of the workspace",
    files: {
      ...NPM({ "node_modules/express": "5.1.0" }, { express: "^5.0.0", shared: "*", odd: "file:../odd" }),
      "apps/shared/package.json": json({ name: "shared", version: "1.0.0" }),
      "package-lock.json": json({
        lockfileVersion: 3,
        packages: {
          "": { workspaces: ["apps/*"] },
          "apps/api": { name: "api" },
          "apps/shared": { name: "shared", version: "1.0.0" },
          "node_modules/api": { resolved: "apps/api", link: true },
          "node_modules/shared": { resolved: "apps/shared", link: true },
          "node_modules/express": { version: "5.1.0" },
        },
      }),
    },
  },
  {
    name: "member: npm's with a version of its own",
    files: NPM(
      { "node_modules/express": "4.21.0", "apps/api/node_modules/express": "5.1.0" },
      { express: "^5.0.0" },
    ),
  },
  {
    name: "member: npm's, by npm install",
    files: {
      ...NPM({ "node_modules/express": "4.21.0" }, { express: "^5.0.0" }),
      "render.yaml": native("node", "npm install", "node apps/api/server.js"),
    },
  },
  { name: "member: pnpm's in step", files: PNPM("^5.0.0", { express: "^5.0.0" }) },
  {
    name: "member: pnpm's of a filter",
    files: {
      ...PNPM("^5.0.0", { express: "^5.1.0" }),
      "render.yaml": native("node", "pnpm install --frozen-lockfile --filter web", "node apps/api/server.js"),
    },
  },
  { name: "member: gems in step", files: GEMS() },
  {
    name: "member: gems by a condition, and by another file",
    files: GEMS('gem "pg" if ENV["PG"]\neval_gemfile "Gemfile.local"\n'),
  },
  { name: "member: gems without deployment", files: GEMS('gem "pg"\n', "bundle install") },
  { name: "member: crates in step", files: CARGO("") },
  {
    name: "member: a crate under another name, and one of the workspace",
    files: {
      ...CARGO('web = { package = "axum", version = "0.8" }\nshared = { path = "../shared" }\n'),
      "shared/Cargo.toml": '[package]\nname = "shared"\nversion = "0.1.0"\n',
      "shared/src/lib.rs": "\n",
      "Cargo.toml": '[workspace]\nmembers = ["api", "shared"]\n',
      "Cargo.lock":
        'version = 4\n\n[[package]]\nname = "api"\nversion = "0.1.0"\n\n[[package]]\nname = "axum"\nversion = "0.8.1"\n\n[[package]]\nname = "shared"\nversion = "0.1.0"\n',
    },
  },
  { name: "member: crates without --locked", files: CARGO('sqlx = "0.8"\n', "cargo build --release") },
  { name: "member: uv's in step", files: UV("") },
  { name: "member: uv's, by uv sync alone", files: UV(', "asyncpg>=0.30"', "uv sync") },
];
