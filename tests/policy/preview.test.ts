import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Engine, findEngine } from "../../engine";

const root = path.join(__dirname, "../..");
const SERVICE = "render:index/webService:WebService";
const CANARY = "c4nary-s3cret-v4lue";

interface Component {
  readonly type: string;
  readonly name: string;
  readonly props: Record<string, unknown>;
}

const sound: Component = {
  type: SERVICE,
  name: "api",
  props: {
    startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    healthCheckPath: "/health",
    envVars: { PORT: { value: "8000" } },
  },
};

describe("pulumi preview --policy-pack policy", function () {
  this.timeout(30 * 60_000);
  let engine: Engine;
  let folder: string;

  before(async () => {
    engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-policy-"));
    cpSync(path.join(root, "tests/fixtures/policy-program"), folder, { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    const created = pulumi(["stack", "init", "test"], []);
    assert.equal(created.status, 0, created.output);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function pulumi(args: readonly string[], components: readonly Component[]) {
    const result = spawnSync(engine.pulumi, [...args, "--non-interactive", "--color", "never"], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        ...engine.environment,
        PULUMI_BACKEND_URL: `file://${folder}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        POLICY_PROGRAM: JSON.stringify({ components }),
      },
    });
    return { status: result.status, output: `${result.stdout}${result.stderr}` };
  }

  function preview(component: Component, config?: unknown) {
    const args = ["preview", "-s", "test", "--policy-pack", path.join(root, "policy")];
    if (config !== undefined) {
      const file = path.join(folder, "policy-config.json");
      writeFileSync(file, JSON.stringify(config));
      args.push("--policy-pack-config", file);
    }
    return pulumi(args, [component]);
  }

  it("lets a sound stack pass", () => {
    const { status, output } = preview(sound);
    assert.equal(status, 0, output);
  });

  const mutations: readonly [string, Record<string, unknown>, RegExp][] = [
    [
      "a reserved port",
      { envVars: { PORT: { value: "18012" } } },
      /port-reserved[\s\S]*api \(envVars\.PORT\)[\s\S]*got 18012/,
    ],
    [
      "a loopback bind",
      { startCommand: "uvicorn main:app --port $PORT" },
      /service-loopback-bind[\s\S]*expected 0\.0\.0\.0, got 127\.0\.0\.1/,
    ],
    [
      "a missing health check",
      { healthCheckPath: "" },
      /service-health-check-path[\s\S]*expected a path that begins with \//,
    ],
    [
      "the incident's pooler URL in a variable",
      {
        envVars: {
          DATABASE_URL: {
            value: `postgresql://postgres.your-staging-project:${CANARY}@aws-0-us-west-1.pooler.supabase.com:6543/postgres`,
          },
        },
      },
      /database-project-reference[\s\S]*your-staging-project/,
    ],
  ];

  for (const [what, change, expected] of mutations) {
    it(`rejects ${what}, naming rule, place and fix, and printing no secret`, () => {
      const { status, output } = preview({ ...sound, props: { ...sound.props, ...change } });
      assert.notEqual(status, 0, output);
      assert.match(output, expected);
      assert.ok(!output.includes(CANARY), output);
    });
  }

  it("rejects the direct host of a declared connection on Render", () => {
    const { status, output } = pulumi(
      ["preview", "-s", "test", "--policy-pack", path.join(root, "policy")],
      [
        {
          type: "portcullis:index:DatabaseConnection",
          name: "db",
          props: {
            host: "db.abcdefghijklmnopqrst.supabase.co",
            port: 5432,
            user: "postgres",
            database: "postgres",
            driver: "asyncpg",
            parameters: {},
            driverSettings: {},
            platform: "render",
          },
        },
      ],
    );
    assert.notEqual(status, 0, output);
    assert.match(output, /database-ipv6-only-host/);
  });

  it("can have a rule turned off by the pack's configuration", () => {
    const change = { ...sound, props: { ...sound.props, healthCheckPath: "" } };
    const { status, output } = preview(change, {
      "service-health-check-path": { enforcementLevel: "disabled" },
    });
    assert.equal(status, 0, output);
  });
});
