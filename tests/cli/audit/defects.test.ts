import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Files, inFolder } from "../../audit/written-folder";

const root = path.join(__dirname, "../../..");

function portcullis(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** Secrets that no output may hold. */
const PASSWORD = "kX9canary7QzPw";
const SECRET = "c4naryJwt0f8d2e6a1b9c3d7e5f4a2b8c6";
const REPORTING = "rP8canaryUrl3Qw";

const DEFECTS: Files = {
  Dockerfile: "FROM python:3.12\nEXPOSE 9000\nCMD uvicorn main:app --host 127.0.0.1 --port 8080\n",
  "main.py":
    'import os\nimport asyncpg\n\nasync def pool():\n    return await asyncpg.create_pool(os.environ["DATABASE_URL"])\n',
  ".env.staging": [
    "PORT=10000",
    `DATABASE_URL=postgresql://postgres:${PASSWORD}@aws-0-us-west-1.pooler.supabase.com:6543/postgres`,
    `JWT_SECRET=${SECRET}`,
    "OPENAI_API_KEY=your-openai-api-key",
    "",
  ].join("\n"),
  ".env.production": [
    "PORT=10000",
    `DATABASE_URL=postgresql://postgres:${PASSWORD}@db.abcdefghijklmnopqrst.supabase.co:5432/postgres`,
    `JWT_SECRET=${SECRET}`,
    "OPENAI_API_KEY=sk-proj-aB3dE5fG7hJ9kL1mN3pQ",
    "",
  ].join("\n"),
  "render.yaml": [
    "services:",
    "  - type: web",
    "    name: shop",
    "    runtime: docker",
    "    plan: starter",
    "    healthCheckPath: /health",
    "    envVars:",
    "      - key: REPORTING_URL",
    `        value: postgresql://reporter:${REPORTING}@reports.shop.internal:5432/reports`,
    "",
  ].join("\n"),
};

/** Each defect with the rule that finds it and the places that its finding may have. */
const EXPECTED: readonly (readonly [string, string, readonly string[]])[] = [
  ["a loopback bind", "service/loopback-bind", ["Dockerfile:3"]],
  ["EXPOSE that disagrees", "port/agreement", ["Dockerfile:2"]],
  ["a start command that disagrees", "port/agreement", ["Dockerfile:3"]],
  [
    "asyncpg's cache in transaction mode",
    "database/transaction-mode-statements",
    [".env.staging:2", "main.py:5"],
  ],
  ["a bare pooler user", "database/pooler-tenant", [".env.staging:2"]],
  ["a placeholder key", "environment/placeholder", [".env.staging:4"]],
  ["one secret in two environments", "secret/shared", [".env.staging:3", ".env.production:3"]],
  ["one password in two environments", "database/shared-password", [".env.staging:2", ".env.production:2"]],
  ["a password in render.yaml", "secret/in-blueprint", ["render.yaml:8", "render.yaml:9"]],
  ["an IPv6-only host", "database/ipv6-only-host", [".env.production:2"]],
];

const SOUND: Files = {
  Dockerfile: "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
  "main.py":
    'import os\nimport asyncpg\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nasync def pool():\n    return await asyncpg.create_pool(os.environ["DATABASE_URL"], statement_cache_size=0)\n',
  ".env.example":
    "PORT=8000\nDATABASE_URL=postgresql://user:password@host:5432/database\nJWT_SECRET=change-me\n",
  ".env.staging": [
    "PORT=8000",
    `DATABASE_URL=postgresql://postgres.bcdefghijklmnopqrsta:${PASSWORD}@aws-0-us-west-1.pooler.supabase.com:6543/postgres`,
    `JWT_SECRET=${SECRET}`,
    "",
  ].join("\n"),
  ".env.production": [
    "PORT=8000",
    `DATABASE_URL=postgresql://postgres.abcdefghijklmnopqrst:${REPORTING}@aws-0-us-west-1.pooler.supabase.com:6543/postgres`,
    `JWT_SECRET=${[...SECRET].reverse().join("")}`,
    "",
  ].join("\n"),
  "render.yaml": [
    "services:",
    "  - type: web",
    "    name: shop",
    "    runtime: docker",
    "    plan: starter",
    "    healthCheckPath: /health",
    "    envVars:",
    "      - key: PORT",
    '        value: "8000"',
    "      - key: DATABASE_URL",
    "        sync: false",
    "      - key: JWT_SECRET",
    "        sync: false",
    "",
  ].join("\n"),
};

interface Document {
  readonly version: number;
  readonly services: readonly { name: string; environments: string[] }[];
  readonly findings: readonly {
    rule: string;
    severity: string;
    file: string;
    line: number;
    message: string;
  }[];
}

const json = (run: SpawnSyncReturns<string>): Document => JSON.parse(run.stdout) as Document;

describe("portcullis audit", function () {
  this.timeout(10 * 60_000);

  describe("of a repository with nine defects", () => {
    it("finds each of them at its line", () => {
      inFolder(DEFECTS, (folder) => {
        const run = portcullis(folder, "audit", "--json");
        assert.equal(run.status, 1, run.stderr);
        const { findings } = json(run);
        const found = findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
        const missed = EXPECTED.filter(
          ([, rule, places]) => !places.some((at) => found.includes(`${rule} ${at}`)),
        );
        assert.deepEqual(missed, [], found.join("\n"));
      });
    });

    it("shows no secret in any format, nor in the matrix", () => {
      inFolder(DEFECTS, (folder) => {
        for (const format of ["terminal", "json", "sarif", "github", "markdown"]) {
          const { status, stdout, stderr } = portcullis(folder, "audit", "--format", format, "--verbose");
          assert.equal(status, 1, stderr);
          assert.ok(stdout.includes("service/loopback-bind"), format);
          for (const canary of [PASSWORD, SECRET, REPORTING])
            assert.ok(!`${stdout}${stderr}`.includes(canary), format);
        }
      });
    });

    it("says nothing of what a baseline knows, and exits with 0", () => {
      inFolder(DEFECTS, (folder) => {
        assert.equal(portcullis(folder, "audit", "--json", "--output", "base.json").status, 1);
        assert.ok(JSON.parse(readFileSync(path.join(folder, "base.json"), "utf8")).findings.length > 0);
        const run = portcullis(folder, "audit", "--baseline", "base.json", "--json");
        assert.deepEqual([run.status, json(run).findings], [0, []], run.stderr);
      });
    });
  });

  it("finds nothing in a sound repository, and says which environments it saw", () => {
    inFolder(SOUND, (folder) => {
      const run = portcullis(folder, "audit", "--json", "--fail-on", "note");
      const { findings, services, version } = json(run);
      assert.deepEqual(findings, []);
      assert.equal(run.status, 0, run.stderr);
      assert.equal(version, 1);
      assert.deepEqual(services, [{ name: "shop", folder: ".", environments: ["production", "staging"] }]);
    });
  });

  it("names the option for env files that git ignores, and reads them with it", () => {
    inFolder({ ".gitignore": ".env*\n", ".env.production": "API_KEY=your-api-key\n" }, (folder) => {
      const without = portcullis(folder, "audit");
      assert.equal(without.status, 2);
      assert.match(without.stderr, /1 env file: --include '\.env\*' reads them/);
      const { status, stdout } = portcullis(folder, "audit", "--include", ".env*");
      assert.equal(status, 1);
      assert.match(stdout, /environment\/placeholder/);
    });
  });
});
