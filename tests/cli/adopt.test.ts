import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { createPrivateProject, type PrivateProject } from "../../cli/stacks/private-project";
import { type Engine, findEngine } from "../../engine";

const root = path.join(__dirname, "../..");
const INCIDENT = path.join(root, "tests/fixtures/repositories/incident");

function portcullis(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

interface Stacks {
  readonly stacks: readonly {
    readonly stack: string;
    readonly file: string;
    readonly commands: readonly string[];
  }[];
}

/** The variables of an env file as its own tool reads them. */
const variables = (environment: string): Record<string, string> =>
  (require("dotenv") as typeof import("dotenv")).parse(
    readFileSync(path.join(INCIDENT, `.env.${environment}`), "utf8"),
  );

describe("portcullis adopt", function () {
  this.timeout(30 * 60_000);

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-adopt-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("writes a stack file for each environment, with where each value was read and no secret", () => {
    const { status, stdout, stderr } = portcullis("adopt", INCIDENT, "--output", folder);
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync(folder).sort(), [
      "Pulumi.local.yaml",
      "Pulumi.production.yaml",
      "Pulumi.staging.yaml",
    ]);
    const text = readFileSync(path.join(folder, "Pulumi.production.yaml"), "utf8");
    const { config } = parse(text) as { config: Record<string, Record<string, unknown>> };
    const service = config["portcullis:service"];
    assert.equal(service?.port, 8000);
    assert.equal(service?.driver, "asyncpg");
    assert.deepEqual(service?.environment, { PORT: "10000", LOG_LEVEL: "info" });
    assert.deepEqual(config["portcullis:database"]?.supabase, {
      projectRef: "zxcvbnmlkjhgfdsaqwer",
      poolerHost: "aws-0-us-west-1.pooler.supabase.com",
      connection: "session",
    });
    assert.match(text, /PORT: "10000" # \.env\.production:1:1/);
    assert.match(stdout, /pulumi config set -s production --secret portcullis:databasePassword/);
    assert.match(
      stdout,
      /pulumi config set -s staging --secret --path 'portcullis:service\.environment\.JWT_SECRET'/,
    );
    const written = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
    assert.doesNotMatch([stdout, ...written].join("\n"), /canary/i);
  });

  it("takes the driver from the code, from a URL's scheme, or from the engine that the code makes", () => {
    const from = path.join(folder, "repository");
    const engine = 'import os\ncreate_async_engine(os.environ["DATABASE_URL"])\n';
    mkdirSync(from);
    writeFileSync(path.join(from, "requirements.txt"), "sqlalchemy\n");
    writeFileSync(path.join(from, "db.py"), engine);
    writeFileSync(path.join(from, "Procfile"), "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n");
    writeFileSync(
      path.join(from, ".env.staging"),
      "DATABASE_URL=postgresql+psycopg://app:canary-pass@db.acme.com/app\n",
    );
    writeFileSync(path.join(from, ".env.production"), "LOG_LEVEL=info\n");
    const { status, stderr } = portcullis("adopt", from, "--output", folder);
    assert.equal(status, 0, stderr);
    const driver = (stack: string): string | undefined =>
      /driver: .*/.exec(readFileSync(path.join(folder, `Pulumi.${stack}.yaml`), "utf8"))?.[0];
    assert.match(driver("staging") ?? "", /^driver: sqlalchemy-psycopg # \.env\.staging:1:1$/);
    assert.match(driver("production") ?? "", /^driver: sqlalchemy-asyncpg # assumed/);
  });

  it("overwrites nothing unless it is told to", () => {
    writeFileSync(path.join(folder, "Pulumi.staging.yaml"), "mine: true\n");
    const refused = portcullis("adopt", INCIDENT, "--output", folder);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /Pulumi\.staging\.yaml: there already\. `--output FOLDER` writes elsewhere/);
    assert.deepEqual(readdirSync(folder), ["Pulumi.staging.yaml"]);
    assert.equal(readFileSync(path.join(folder, "Pulumi.staging.yaml"), "utf8"), "mine: true\n");
    assert.equal(portcullis("adopt", INCIDENT, "--output", folder, "--force").status, 0);
  });

  it("takes the remote's address without its password", () => {
    const copy = path.join(folder, "copy");
    cpSync(INCIDENT, copy, { recursive: true });
    mkdirSync(path.join(copy, ".git"));
    const address = `https://ada:${["c4nary", "t0ken"].join("-")}@github.com/acme/navigator.git`;
    writeFileSync(
      path.join(copy, ".git/config"),
      `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${address}\n\tfetch = +refs/heads/*\n`,
    );
    writeFileSync(path.join(copy, ".git/HEAD"), "ref: refs/heads/trunk\n");
    assert.equal(portcullis("adopt", copy, "--output", folder).status, 0);
    const text = readFileSync(path.join(folder, "Pulumi.staging.yaml"), "utf8");
    assert.match(text, /repository: https:\/\/github\.com\/acme\/navigator #/);
    assert.match(text, /branch: trunk/);
    assert.doesNotMatch(text, /c4nary/);
  });

  const monorepo = path.join(root, "tests/fixtures/repositories/monorepo");
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["a folder that is not there", ["/nowhere/at/all"], /expected a folder that can be read, got ENOENT/],
    ["several services", [monorepo], /has several services: type `--service` with one of api, .*web/],
    ["a service that there is not", [monorepo, "--service", "wab"], /did you mean `web`/],
  ];
  for (const [what, args, message] of wrong) {
    it(`exits with 2 and says what to type for ${what}`, () => {
      const { status, stderr } = portcullis("adopt", ...args, "--output", folder);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.deepEqual(readdirSync(folder), []);
    });
  }

  describe("on the real engine", () => {
    let engine: Engine;
    let project: PrivateProject;

    before(async () => {
      engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    });
    beforeEach(async () => {
      project = await createPrivateProject(root, path.join(folder, "projects"));
    });

    /** Types one line into a shell in the project, with what is piped into it. */
    const typed = (line: string, input = ""): Promise<{ status: number; output: string }> =>
      new Promise((resolve, reject) => {
        const child = spawn("sh", ["-c", line], {
          cwd: project.folder,
          env: {
            ...process.env,
            ...engine.environment,
            PATH: `${path.dirname(engine.pulumi)}:${process.env.PATH}`,
            PULUMI_BACKEND_URL: project.backend,
            PULUMI_CONFIG_PASSPHRASE: "test",
            NO_COLOR: "1",
          },
        });
        child.stdin.end(input);
        let output = "";
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding("utf8").on("data", (text: string) => {
            output += text;
          });
        }
        child.once("error", reject);
        child.once("close", (code) => resolve({ status: code ?? 1, output }));
      });

    const secretFor = (command: string, environment: string): string => {
      const url = variables(environment).DATABASE_URL ?? "";
      if (command.endsWith("databaseUrl")) return url;
      if (command.endsWith("databasePassword")) return new URL(url).password;
      return variables(environment)[/environment\.(\w+)/.exec(command)?.[1] ?? ""] ?? "";
    };

    const expected: readonly (readonly [string, readonly string[]])[] = [
      [
        "staging",
        ["database-project-reference", "database-transaction-mode-statements", "environment-placeholder"],
      ],
      ["production", ["port-agreement"]],
    ];
    for (const [environment, policies] of expected) {
      it(`previews ${environment} with the findings of the audit, after the commands that it prints`, async () => {
        const { stdout } = portcullis("adopt", INCIDENT, "--output", project.folder, "--json");
        const { stacks } = JSON.parse(stdout) as Stacks;
        const own = stacks.find(({ stack }) => stack === environment);
        for (const command of own?.commands ?? []) {
          const { status, output } = await typed(command, secretFor(command, environment));
          assert.equal(status, 0, `${command}: ${output}`);
        }
        const { status, output } = await typed(
          `pulumi preview -s ${environment} --policy-pack policy --non-interactive`,
        );
        assert.notEqual(status, 0, output);
        const rejecting = [...output.matchAll(/\[mandatory\]\s+([a-z-]+)/g)].map(([, name]) => name ?? "");
        assert.deepEqual([...new Set(rejecting)].sort(), policies);
        assert.doesNotMatch(output, /canary/i);
      });
    }
  });
});
