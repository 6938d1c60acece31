import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Engine, findEngine } from "../../engine";
import { PASSPHRASE, writeStack } from "../written-stack";

const root = path.join(__dirname, "../..");
const SERVICE = "render:index/webService:WebService";
const CANARY = "c4nary-s3cret-v4lue";

interface Component {
  readonly type: string;
  readonly name: string;
  readonly props: Record<string, unknown>;
  /** A property that only the deployment makes known. */
  readonly unknown?: string;
  readonly parent?: string;
  /** Whether it is a resource of the real provider, and no component. */
  readonly provider?: boolean;
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
    const plugin = `plugins: { providers: [{ name: render, path: ${path.join(root, "render")} }] }\n`;
    appendFileSync(path.join(folder, "Pulumi.yaml"), plugin);
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    await writeStack({ project: "policy-program", name: "test", state: folder, folder }, {});
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
        PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
        RENDER_API_KEY: "rnd_unused",
        RENDER_OWNER_ID: "tea-unused",
        RENDER_HOST: "http://127.0.0.1:9/v1",
        POLICY_PROGRAM: JSON.stringify({ components }),
      },
    });
    return { status: result.status, output: `${result.stdout}${result.stderr}` };
  }

  function preview(components: Component | readonly Component[], config?: unknown) {
    const args = ["preview", "--diff", "-s", "test", "--policy-pack", path.join(root, "policy")];
    if (config !== undefined) {
      const file = path.join(folder, "policy-config.json");
      writeFileSync(file, JSON.stringify(config));
      args.push("--policy-pack-config", file);
    }
    return pulumi(args, [components].flat());
  }

  /** Each a service of its own name, with what rejects it and where. */
  const mutations: readonly [string, string, Record<string, unknown>, RegExp][] = [
    [
      "a reserved port",
      "reserved",
      { envVars: { PORT: { value: "18012" } } },
      /port-reserved[\s\S]*?reserved \(envVars\.PORT\): .*got 18012/,
    ],
    [
      "a loopback bind",
      "loopback",
      { startCommand: "uvicorn main:app --port $PORT" },
      /service-loopback-bind[\s\S]*?loopback \(startCommand\): .*expected 0\.0\.0\.0, got 127\.0\.0\.1/,
    ],
    [
      "a health check that is no path",
      "unhealthy",
      { healthCheckPath: "health" },
      /service-health-check-path[\s\S]*?unhealthy \(healthCheckPath\): .*expected a path that begins with \//,
    ],
    [
      "the incident's pooler URL in a variable",
      "pooled",
      {
        envVars: {
          DATABASE_URL: {
            value: {
              secret: `postgresql://postgres.your-staging-project:${CANARY}@aws-0-us-west-1.pooler.supabase.com:6543/postgres`,
            },
          },
        },
      },
      /database-project-reference[\s\S]*?pooled \(envVars\.DATABASE_URL\): .*your-staging-project/,
    ],
    [
      "two instances on the free plan",
      "many",
      { plan: "free", numInstances: 2 },
      /plan-limits[\s\S]*?many \(numInstances\): .*got a service with several instances/,
    ],
  ];

  describe("of a stack with a service for each fault, and a declared connection to a direct host", () => {
    let rejected: { readonly status: number | null; readonly output: string };

    before(() => {
      rejected = preview([
        ...mutations.map(([, name, change]) => ({ ...sound, name, props: { ...sound.props, ...change } })),
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
      ]);
    });

    for (const [what, , , expected] of mutations) {
      it(`rejects ${what}, naming rule, place and fix, and printing no secret`, () => {
        const { status, output } = rejected;
        assert.notEqual(status, 0, output);
        assert.match(output, new RegExp(`\\[mandatory\\]\\s+${expected.source}`));
        assert.ok(!output.includes(CANARY), output);
      });
    }

    it("rejects the direct host of a declared connection on Render", () => {
      assert.match(rejected.output, /\[mandatory\]\s+database-ipv6-only-host[\s\S]*?db \(host\)/);
    });
  });

  it("takes each rule's level and settings from the pack's configuration", () => {
    const props = {
      startCommand: "uvicorn main:app --port $PORT",
      healthCheckPath: "",
      envVars: { PORT: { value: "9000" }, API_KEY: { value: "example" } },
    };
    const { status, output } = preview(
      { ...sound, props },
      {
        "service-health-check-path": { enforcementLevel: "disabled" },
        "service-loopback-bind": { enforcementLevel: "advisory" },
        "port-reserved": { enforcementLevel: "advisory", reservedPorts: [9000] },
        "environment-placeholder": { allow: ["API_KEY"] },
        "port-standard": { standardPort: 9000 },
      },
    );
    assert.equal(status, 0, output);
    assert.match(output, /\[advisory\] {2}service-loopback-bind/);
    assert.match(output, /variable PORT: expected none of 9000, got 9000/);
    assert.doesNotMatch(output, /service-health-check-path|environment-placeholder/);
  });

  it("reports a value that only the deployment makes known as not decided, and rejects nothing for it", () => {
    const { status, output } = preview({ ...sound, unknown: "startCommand" });
    assert.equal(status, 0, output);
    assert.match(output, /api \(startCommand\): not decided, known only after the deployment/);
    const rules = /Rules: (.*)/.exec(output)?.[1]?.split(", ") ?? [];
    for (const rule of ["port/agreement", "port/privileged", "service/loopback-bind", "service/start-builds"])
      assert.ok(rules.includes(rule), output);
  });

  it("mends what has one right answer where remediation is enabled, and shows the changed property", () => {
    const broken = {
      startCommand: "uvicorn main:app --host 127.0.0.1 --port $PORT",
      healthCheckPath: "health",
      envVars: { PORT: { value: "8000" }, TOKEN: { value: { secret: CANARY } } },
    };
    // A property that is not known yet, and a secret one, must come through untouched.
    const { status, output } = preview(
      { ...sound, props: { ...sound.props, ...broken }, unknown: "environmentId" },
      {
        "service-loopback-bind": { enforcementLevel: "remediate" },
        "service-health-check-path": { enforcementLevel: "remediate" },
      },
    );
    assert.equal(status, 0, output);
    assert.match(output, /startCommand[^\n]*0\.0\.0\.0 --port \$PORT/);
    assert.match(output, /healthCheckPath[^\n]*"\/health"/);
    assert.match(output, /environmentId[^\n]*\[unknown\]/);
    assert.match(output, /\[secret\]/);
    assert.ok(!output.includes(CANARY), output);
  });

  it("judges an env group with the service that it is linked to, by the real provider's resources", () => {
    const runtimeSource = {
      nativeRuntime: {
        repoUrl: "https://github.com/a/b",
        branch: "main",
        buildCommand: "true",
        runtime: "python",
      },
    };
    const url = `postgresql+asyncpg://u.abcdefghijklmnopqrst:${CANARY}@aws-0-us-west-1.pooler.supabase.com:5432/postgres`;
    const { status, output } = preview([
      {
        type: "portcullis:index:Service",
        name: "main",
        props: { port: 8000, driver: "asyncpg", driverSettings: {} },
      },
      {
        type: SERVICE,
        name: "main-web",
        parent: "main",
        provider: true,
        props: {
          name: "api",
          plan: "starter",
          region: "oregon",
          runtimeSource,
          startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",
          healthCheckPath: "/health",
        },
      },
      {
        type: "render:index/envGroup:EnvGroup",
        name: "shared",
        provider: true,
        props: {
          name: "shared",
          envVars: { PORT: { value: "10000" }, DATABASE_URL: { value: { secret: url } } },
        },
      },
      {
        type: "render:index/envGroupLink:EnvGroupLink",
        name: "link",
        provider: true,
        props: { envGroupId: { idOf: "shared" }, serviceIds: [{ idOf: "main-web" }] },
      },
    ]);
    assert.notEqual(status, 0, output);
    assert.match(
      output,
      /linked-env-groups[\s\S]*shared \(envVars\.PORT\): variable PORT: expected 8000, the declared port/,
    );
    assert.match(
      output,
      /shared \(envVars\.DATABASE_URL\): the URL's scheme: expected postgresql or postgres/,
    );
    assert.ok(!output.includes(CANARY), output);
  });

  it("lets a sound stack pass, and rejects a typed URL to the database that another stack has told", () => {
    const staging = { host: "db.acme.io", port: 5432, user: "app", database: "acme" };
    const own = { ...staging, database: "own", driver: "asyncpg", otherEnvironments: { staging } };
    const review = (database: string) => {
      const secret = `postgresql://app:${CANARY}@db.acme.io/${database}`;
      const envVars = { PORT: { value: "8000" }, DATABASE_URL: { value: { secret } } };
      return preview([
        { type: "portcullis:index:DatabaseConnection", name: "db", props: own },
        sound,
        { ...sound, name: "typed", props: { ...sound.props, envVars } },
      ]);
    };
    const passes = review("own");
    assert.equal(passes.status, 0, passes.output);
    const { status, output } = review("acme");
    assert.notEqual(status, 0, output);
    assert.match(
      output,
      /other-environments[\s\S]*one of this environment's own, got the database of staging/,
    );
    assert.ok(!output.includes(CANARY), output);
  });
});
