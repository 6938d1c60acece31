import { UVICORN } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER, node } from "../written";
import { built, DATA, GUNICORN } from "./orchard";

const START = "service/start-command";
const FILE = "environment/missing-file";
const nodeBuilt = (why: string, command: string, buildCommand: string): ExplainedCase => ({
  why,
  ...node,
  command,
  properties: built(buildCommand, "node"),
});
const pythonBuilt = (
  why: string,
  command: string,
  buildCommand: string,
  runtime = "python",
): ExplainedCase => ({
  why,
  command,
  properties: built(buildCommand, runtime),
});
const file = (why: string, url: string, more: Partial<ExplainedCase> = {}): ExplainedCase => ({
  why,
  ...bare,
  command: GUNICORN,
  variables: { DATABASE_URL: url },
  ...more,
});

/** What a build does not bring. In the first run 3 of the 13 were undecided, for another
 * reason, and all sound ones passed. */
export const UNBUILT_BROKEN: readonly ExplainedCase[] = [
  { rule: START, ...pythonBuilt("npm installs nothing of Python", UVICORN, "npm install") },
  { rule: START, ...pythonBuilt("nothing is installed", GUNICORN, "echo no build") },
  {
    rule: START,
    ...pythonBuilt("npm installs no celery", "celery -A orchard worker", "npm ci", "node"),
    kind: "worker",
  },
  { rule: FILE, ...nodeBuilt("dist is what a build writes", "node dist/main.js", "npm ci") },
  {
    rule: FILE,
    ...nodeBuilt("build is what a build writes", "node build/index.js", "yarn install --frozen-lockfile"),
  },
  { rule: FILE, ...nodeBuilt("Next's server serves a build", "npx next start -p $PORT", "pnpm install") },
  {
    rule: FILE,
    ...nodeBuilt("the standalone server is of a build", "node .next/standalone/server.js", "npm install"),
  },
  {
    rule: START,
    ...nodeBuilt("TypeScript is a development package", "node dist/main.js", "npm ci --omit=dev && npx tsc"),
  },
  {
    rule: START,
    ...nodeBuilt(
      "the bundler is a development package",
      "node dist/main.js",
      "npm install --production && npm run build",
    ),
  },
  {
    rule: START,
    ...nodeBuilt(
      "the same by a variable of the line",
      "node dist/main.js",
      "NODE_ENV=production npm ci && npx nest build",
    ),
  },
  { rule: FILE, ...file("each deploy empties the file", "sqlite:///./app.db") },
  {
    rule: FILE,
    ...file("each deploy empties the file", "sqlite+aiosqlite:///orchard.sqlite3", { command: UVICORN }),
  },
  { rule: FILE, ...file("it is not below the disk", "sqlite:///./app.db", { properties: { disk: DATA } }) },
];

export const UNBUILT_SOUND: readonly ExplainedCase[] = [
  pythonBuilt("uv installs it", UVICORN, "uv sync --frozen"),
  pythonBuilt("a script may install it", UVICORN, "./build.sh"),
  pythonBuilt("make may install it", UVICORN, "make install"),
  pythonBuilt("both are installed", UVICORN, "npm ci && npm run build && pip install -r requirements.txt"),
  pythonBuilt("uv brings what it runs", `uv run ${UVICORN}`, "npm ci"),
  nodeBuilt("the build is made", "node dist/main.js", "npm ci && npm run build"),
  nodeBuilt("the start makes it", "npm run build && node dist/main.js", "npm ci"),
  nodeBuilt("the code is no build", "node server.js", "npm ci"),
  nodeBuilt("the code is no build", "node src/index.js", "npm ci --omit=dev"),
  nodeBuilt(
    "they are left out after the build",
    "node dist/main.js",
    "npm ci && npm run build && npm prune --omit=dev",
  ),
  nodeBuilt(
    "the build has them, the second time not",
    "node dist/main.js",
    "npm ci && npm run build && npm ci --omit=dev",
  ),
  nodeBuilt("they are included by name", "node dist/main.js", "npm ci --include=dev && npm run build"),
  nodeBuilt("turbo builds", "node apps/api/dist/main.js", "pnpm install && pnpm turbo build --filter=api"),
  file("it is below the disk", "sqlite:////data/app.db", { properties: { disk: DATA } }),
  file("it may be lost", "sqlite:////tmp/cache.db"),
  file("it is in memory", "sqlite:///:memory:"),
  {
    ...file("the image's own volume", "sqlite:////data/app.db"),
    properties: { ...DOCKER, disk: DATA },
    command: "/app/server",
  },
];
