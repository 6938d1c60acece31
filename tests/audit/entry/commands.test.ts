import assert from "node:assert/strict";
import { packageRun } from "../../../audit/entry/package-run";
import { scriptEnd } from "../../../audit/entry/shell-script";
import { withoutWrappers } from "../../../audit/entry/wrappers";

describe("a wrapper hands over to its command", () => {
  const CASES: readonly (readonly [string, string])[] = [
    ["exec node a.js", "node a.js"],
    ["poetry run uvicorn main:app", "uvicorn main:app"],
    ["uv run --no-dev python main.py", "python main.py"],
    ["pipenv run python main.py", "python main.py"],
    ["npx -y tsx src/a.ts", "tsx src/a.ts"],
    ["pnpm exec next start", "next start"],
    ["dotenv -e .env -- node a.js", "node a.js"],
    ["bundle exec puma", "puma"],
    ["tini -- python a.py", "python a.py"],
    ["gosu app python a.py", "python a.py"],
    ["wait-for-it.sh db:5432 -t 30 -- python a.py", "python a.py"],
    ["doppler run -- npm start", "npm start"],
    ["newrelic-admin run-program gunicorn a:b", "gunicorn a:b"],
    ["env A=1 B=2 opentelemetry-instrument python a.py", "python a.py"],
    ["pnpm start", "pnpm start"],
    ["poetry install", "poetry install"],
  ];
  for (const [command, inner] of CASES)
    it(command, () => assert.deepEqual(withoutWrappers(command.split(" ")), inner.split(" ")));
});

describe("a package manager runs a script", () => {
  const CASES: readonly (readonly [string, ReturnType<typeof packageRun>])[] = [
    ["npm start", { script: "start" }],
    ["npm run serve -- --port 1", { script: "serve", given: ["--port", "1"] }],
    ["npm run start --workspace=apps/api", { script: "start", workspace: "apps/api" }],
    ["npm -w @acme/api run start", { script: "start", workspace: "@acme/api" }],
    ["npm --prefix api start", { script: "start", folder: "api" }],
    ["yarn workspace @acme/api start", { script: "start", workspace: "@acme/api" }],
    ["pnpm --filter @acme/api start", { script: "start", workspace: "@acme/api" }],
    ["pnpm -C api run start", { script: "start", folder: "api" }],
    ["turbo run start --filter=@acme/api", { script: "start", workspace: "@acme/api" }],
    ["nx serve api", { script: "serve", workspace: "api" }],
    ["pnpm -r start", "many"],
    ["npm ci", undefined],
    ["bun index.ts", undefined],
    ["node a.js", undefined],
  ];
  for (const [command, run] of CASES)
    it(command, () => assert.deepEqual(packageRun(command.split(" ")), run));
});

describe("a shell script ends with", () => {
  const ended = (text: string): string => {
    const end = scriptEnd(text);
    return end.is === "command"
      ? `${end.line} ${end.text}`
      : end.is === "condition"
        ? `if ${end.line}`
        : end.is;
  };
  const CASES: readonly (readonly [string, string, string])[] = [
    ["its last command", "#!/bin/sh\nset -e\nalembic upgrade head\nexec uvicorn a:b\n", "4 exec uvicorn a:b"],
    [
      "a command over several lines",
      "gunicorn a:b \\\n  --bind 0.0.0.0 \\\n  --workers 2\n",
      "1 gunicorn a:b --bind 0.0.0.0 --workers 2",
    ],
    ["what it is given", 'set -e\nif [ -n "$A" ]; then\n  migrate\nfi\nexec "$@"\n', "arguments"],
    [
      "what an unconditional line starts after a condition",
      "if true; then\n  echo x\nfi\nnode a.js\n",
      "4 node a.js",
    ],
    ["a condition", "if [ $A = b ]; then\n  node a.js\nelse\n  node b.js\nfi\n", "if 1"],
    ["one of several cases", 'case "$1" in\n  web) exec node a.js ;;\n  *) exec "$@" ;;\nesac\n', "if 1"],
    ["what a function does that it calls", "main() {\n  node a.js\n}\nmain\n", "2 node a.js"],
    ["no line of a function that it does not call", "other() {\n  node b.js\n}\nnode a.js\n", "4 node a.js"],
    ["nothing of a here-document", "cat > x <<EOF\nnode b.js\nEOF\nnode a.js\n", "4 node a.js"],
    ["no comment", "node a.js # and not b.js\n# node c.js\n", "1 node a.js"],
  ];
  for (const [title, text, end] of CASES) it(title, () => assert.equal(ended(text), end));
});
