import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Files, inFolder } from "../../audit/written-folder";

const root = path.join(__dirname, "../../..");

function audit(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), "audit", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** Passwords that no output may hold. */
const CANARIES = ["kX9canary7QzPw", "rP8canaryUrl3Qw"] as const;

const POOLER = "aws-0-us-west-1.pooler.supabase.com:6543/postgres";

const DEFECTS: Files = {
  "main.py": [
    "import os",
    "import asyncpg",
    "",
    "async def pool():",
    '    return await asyncpg.create_pool(os.environ["DATABASE_URL"])',
    "",
  ].join("\n"),
  "render.yaml": [
    "services:",
    "  - type: web",
    "    name: shop-staging",
    "    runtime: python",
    "    plan: starter",
    "    healthCheckPath: /health",
    "    startCommand: uvicorn main:app --host 127.0.0.1 --port 8080",
    "    envVars:",
    "      - key: PORT",
    '        value: "10000"',
    "      - key: DATABASE_URL",
    `        value: postgresql://postgres:${CANARIES[0]}@${POOLER}`,
    "      - key: OPENAI_API_KEY",
    "        value: your-openai-api-key",
    "  - type: web",
    "    name: shop-production",
    "    runtime: python",
    "    plan: starter",
    "    healthCheckPath: /health",
    "    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT",
    "    envVars:",
    "      - key: PORT",
    '        value: "8000"',
    "      - key: DATABASE_URL",
    `        value: postgresql://postgres:${CANARIES[1]}@db.abcdefghijklmnopqrst.supabase.co:5432/postgres`,
    "",
  ].join("\n"),
};

const EXPECTED = [
  "service/loopback-bind render.yaml:7 staging",
  "port/agreement render.yaml:7 staging",
  "database/transaction-mode-statements render.yaml:12 staging",
  "database/pooler-tenant render.yaml:12 staging",
  "environment/placeholder render.yaml:14 staging",
  "database/ipv6-only-host render.yaml:25 production",
];

interface Document {
  readonly services: readonly { name: string; folder: string; environments: string[] }[];
  readonly findings: readonly { rule: string; environment: string; file: string; line: number }[];
}

describe("portcullis audit of a Blueprint with its code", function () {
  this.timeout(10 * 60_000);

  it("finds each defect at its line, in the environment that has it", () => {
    inFolder(DEFECTS, (folder) => {
      const { status, stdout, stderr } = audit(folder, "--json");
      assert.equal(status, 1, stderr);
      const { findings, services } = JSON.parse(stdout) as Document;
      const found = findings.map(
        ({ rule, file, line, environment }) => `${rule} ${file}:${line} ${environment}`,
      );
      assert.deepEqual(
        EXPECTED.filter((row) => !found.includes(row)),
        [],
        found.join("\n"),
      );
      assert.deepEqual(services, [{ name: "shop", folder: ".", environments: ["production", "staging"] }]);
    });
  });

  it("shows no password in any format", () => {
    inFolder(DEFECTS, (folder) => {
      for (const format of ["terminal", "json", "sarif", "github", "markdown"]) {
        const { status, stdout, stderr } = audit(folder, "--format", format, "--verbose");
        assert.equal(status, 1, stderr);
        assert.ok(stdout.includes("service/loopback-bind"), format);
        for (const canary of CANARIES) assert.ok(!`${stdout}${stderr}`.includes(canary), format);
      }
    });
  });

  it("says nothing of what a baseline knows, and exits with 0", () => {
    inFolder(DEFECTS, (folder) => {
      assert.equal(audit(folder, "--json", "--output", "base.json").status, 1);
      const known = JSON.parse(readFileSync(path.join(folder, "base.json"), "utf8")) as Document;
      const run = audit(folder, "--baseline", "base.json", "--json");
      assert.deepEqual([run.status, (JSON.parse(run.stdout) as Document).findings], [0, []]);
      assert.match(run.stderr, new RegExp(`${known.findings.length} findings of the baseline left out`));
    });
  });

  it("lets a comment waive one finding, and says so", () => {
    const text = String(DEFECTS["render.yaml"]).replace(
      "    startCommand: uvicorn main:app --host 127",
      "    # portcullis-ignore service/loopback-bind until 2999-12-31: a proxy stands before it\n$&",
    );
    inFolder({ ...DEFECTS, "render.yaml": text }, (folder) => {
      const { stdout } = audit(folder);
      assert.match(
        stdout,
        /waived:\n {2}render\.yaml:8:\d+ {2}service\/loopback-bind, until 2999-12-31: a proxy/,
      );
      assert.ok(!stdout.includes("uvicorn's bind address"));
    });
  });
});
