import assert from "node:assert/strict";
import { auditFolder } from "../../audit";
import { type Files, inFolder } from "./written-folder";

const HOST = "db.abcdefghijklmnopqrst.supabase.co";
const PASSWORD = "kX9canary7QzPw";
const DIRECT = `DATABASE_URL=postgresql://postgres:${PASSWORD}@${HOST}:5432/postgres?sslmode=require\n`;
const LOCAL = `DATABASE_URL=postgresql://app:${PASSWORD}@localhost:5432/app\n`;

/** The severity of each finding that holds on Render alone. */
async function told(files: Files): Promise<readonly string[]> {
  const { findings } = await inFolder(files, (folder) => auditFolder(folder));
  return findings.flatMap(({ rule, severity }) =>
    ["database/ipv6-only-host", "database/local-host"].includes(rule) ? [`${severity} ${rule}`] : [],
  );
}

const blueprint = (name: string): string =>
  `services:\n  - { type: web, name: ${name}, runtime: docker, healthCheckPath: /health }\n`;
const HOOK =
  "jobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: curl -fsS $HOOK\n        env: { HOOK: '${{ secrets.RENDER_DEPLOY_HOOK }}' }\n";

const CASES: readonly (readonly [string, Files, readonly string[]])[] = [
  [
    "a Blueprint",
    { "render.yaml": blueprint("shop"), ".env.production": DIRECT },
    ["error database/ipv6-only-host"],
  ],
  [
    "a Blueprint, for localhost",
    { "render.yaml": blueprint("shop"), ".env.production": LOCAL },
    ["error database/local-host"],
  ],
  [
    "a Blueprint of another environment",
    { "render.yaml": blueprint("shop-production"), ".env.staging": DIRECT },
    ["error database/ipv6-only-host"],
  ],
  [
    "code that asks for what Render sets",
    {
      "server.js": "const host = process.env.RENDER_EXTERNAL_HOSTNAME;\n",
      ".env.production": DIRECT,
    },
    ["error database/ipv6-only-host"],
  ],
  [
    "a workflow with Render's deploy hook",
    { ".github/workflows/deploy.yaml": HOOK, ".env.production": DIRECT },
    ["error database/ipv6-only-host"],
  ],
  ["no sign of a platform", { ".env.production": DIRECT }, ["note database/ipv6-only-host"]],
  ["no sign of a platform, for localhost", { ".env.production": LOCAL }, ["note database/local-host"]],
  ["another platform's manifest", { Procfile: "web: gunicorn main:app\n", ".env.production": DIRECT }, []],
  ["a developer's machine", { "render.yaml": blueprint("shop"), ".env": `${DIRECT}` }, []],
];

describe("an audit takes a service for one that Render runs", () => {
  for (const [title, files, expected] of CASES) {
    it(`by ${title}`, async () => assert.deepEqual(await told(files), expected));
  }
});
