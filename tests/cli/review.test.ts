import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findEngine } from "../../engine";
import { cacheDirectory } from "../../system";

const root = path.join(__dirname, "../..");

function portcullis(...args: readonly string[]): SpawnSyncReturns<string> {
  const environment = { ...process.env, NO_COLOR: "1" };
  return spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), ...args], {
    encoding: "utf8",
    env: environment,
  });
}

/** A folder with all of the project, but for some names. */
function besides(names: RegExp): string {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-review-"));
  for (const entry of readdirSync(root))
    if (!names.test(entry)) symlinkSync(path.join(root, entry), path.join(folder, entry));
  return folder;
}

describe("portcullis review", function () {
  this.timeout(30 * 60_000);

  before(async () => {
    await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
  });

  it("passes the project's own stacks on the real engine, names the passwords that they lack, and leaves nothing behind", () => {
    const folder = besides(/^Pulumi\.production\.yaml$|^\.git$/);
    const production = readFileSync(path.join(root, "Pulumi.production.yaml"), "utf8");
    const others =
      "  portcullis:otherEnvironments: [staging]\n  portcullis:promotion: { from: staging, soak: 30m }\n";
    writeFileSync(
      path.join(folder, "Pulumi.production.yaml"),
      production.replace("config:\n", `config:\n${others}`),
    );
    const { pid, status, stdout, stderr } = portcullis("review", "--json", "--project", folder);
    rmSync(folder, { recursive: true, force: true });
    // The samples have no passwords: an update stops there.
    assert.equal(status, 3, stdout + stderr);
    const { version, stacks } = JSON.parse(stdout) as {
      version: number;
      stacks: { stack: string; result: string; database: string; notCompared: string[]; notSet: string[] }[];
    };
    assert.equal(version, 1);
    assert.deepEqual(
      stacks.map(({ stack, result }) => [stack, result]),
      [
        ["local", "passes"],
        ["staging", "passes"],
        ["production", "passes"],
      ],
    );
    assert.deepEqual(stacks[2]?.notCompared, ["staging"]);
    const passwords = ["portcullis:databasePassword", "portcullis:databaseAdminPassword"];
    assert.deepEqual(
      stacks.map(({ notSet }) => notSet),
      [[], passwords, passwords],
    );
    assert.match(stacks[2]?.database ?? "", /:6543 \(transaction\)$/);
    // Another checkout may review on this machine at the same time.
    const left = readdirSync(path.join(cacheDirectory(), "reviews"));
    assert.deepEqual(
      left.filter((name) => Number(name.split("-")[0]) === pid),
      [],
    );
  });

  it("shows the port incident's rejection: rule, place, expected, got and fix", () => {
    const { status, stdout } = portcullis("review", "--incident", "port");
    assert.equal(status, 0, stdout);
    assert.match(stdout, /\[mandatory\] {2}port-agreement/);
    assert.match(
      stdout,
      /\(envVars\.PORT\): variable PORT: expected 8000, the declared port, got 10000\. Set it to 8000/,
    );
  });

  it("rejects the pooler incident's placeholder, and says that no preview can see a wrong password", () => {
    const { status, stdout } = portcullis("review", "--incident", "pooler");
    assert.equal(status, 0, stdout);
    assert.match(stdout, /database-project-reference/);
    assert.match(stdout, /database-transaction-mode-statements/);
    assert.match(stdout, /No preview can see that/);
    assert.ok(!stdout.includes("not-the-password"));
  });

  describe("of a project with a fault", () => {
    let folder: string;

    beforeEach(() => {
      folder = besides(/^Pulumi\..+\.yaml$|^\.git$/);
    });

    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const staging = readFileSync(path.join(root, "Pulumi.staging.yaml"), "utf8");
    const reviewed = (bytes: string | Buffer): SpawnSyncReturns<string> => {
      writeFileSync(path.join(folder, "Pulumi.staging.yaml"), bytes);
      return portcullis("review", "staging", "--project", folder);
    };

    it("names every wrong value and unknown key of a stack file at once", () => {
      const { status, stdout, stderr } = reviewed(
        staging.replace("region: oregon", "regoin: oregon").replace("port: 8000", "port: 80OO"),
      );
      assert.equal(status, 2, stdout + stderr);
      assert.equal(stdout, "");
      assert.match(stderr, /portcullis:service\.regoin: unknown key\. Did you mean `region`\?/);
      assert.match(stderr, /portcullis:service\.port: expected a port, 1 to 65535, got `80OO`/);
    });

    it("names the file that is not UTF-8", () => {
      const { status, stderr } = reviewed(Buffer.from([0x63, 0x6f, 0xff, 0xfe, 0x0a]));
      assert.equal(status, 2);
      assert.match(stderr, /Pulumi\.staging\.yaml: expected UTF-8 text/);
    });

    it("names the line of a file that is not YAML", () => {
      const { status, stderr } = reviewed("config:\n  a: [1\n  b: 2\n");
      assert.equal(status, 2);
      assert.match(stderr, /Pulumi\.staging\.yaml: not valid YAML.*line \d/s);
    });

    it("says of a stack of several services that no incident is replayed on it", () => {
      const production = "config:\n  portcullis:services:\n    api: { name: shop, port: 8000 }\n";
      writeFileSync(path.join(folder, "Pulumi.production.yaml"), production);
      const { status, stderr } = portcullis("review", "--incident", "port", "--project", folder);
      assert.equal(status, 2);
      assert.match(
        stderr,
        /^portcullis: Pulumi\.production\.yaml: incidents are replayed on the sample's stacks, or on stacks of one service;[^\n]*\n$/,
      );
    });

    it("names the stack that has no file", () => {
      const { status, stderr } = portcullis("review", "nowhere", "--project", folder);
      assert.equal(status, 2);
      assert.match(
        stderr,
        /Pulumi\.nowhere\.yaml: expected a file that can be read, got ENOENT, no file of that name\. \S/,
      );
    });
  });

  describe("of services beside their code", () => {
    const top = mkdtempSync(path.join(tmpdir(), "portcullis-review-"));
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
      writeFileSync(path.join(top, file), text);
    };

    before(() => {
      const ofProject = besides(/^Pulumi\..+\.yaml$|^index\.cjs$|^\.git$/);
      renameSync(ofProject, path.join(top, "infra"));
      for (const words of [
        ["init", "-q", "-b", "main"],
        ["remote", "add", "origin", "git@github.com:acme/shop.git"],
      ])
        spawnSync("git", words, { cwd: top });
      write(
        "backend/app/main.py",
        'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {}\n',
      );
      write("backend/app/__init__.py", "");
      write("backend/requirements.txt", "fastapi\nuvicorn\ncelery\nredis\nalembic\npsycopg\n");
      write("backend/app/tasks.py", 'from celery import Celery\n\napp = Celery("tasks")\n');
      write("backend/alembic.ini", "[alembic]\nscript_location = migrations\n");
      write("backend/migrations/env.py", "from alembic import context\n");
    });

    after(() => rmSync(top, { recursive: true, force: true }));

    const reviewed = (api: string, worker: string, preDeploy: string): SpawnSyncReturns<string> => {
      write(
        "infra/index.cjs",
        `require("./bin/built.js");
module.exports = require("./dist/program.js");
const { BackgroundWorker } = require("portcullis/render");
new BackgroundWorker("worker", {
  name: "worker",
  plan: "starter",
  region: "oregon",
  rootDirectory: "backend",
  startCommand: "celery -A ${worker} worker",
  envVars: { CELERY_BROKER_URL: { value: "redis://red-abc:6379" } },
  runtimeSource: {
    nativeRuntime: {
      repoUrl: "https://github.com/acme/shop",
      branch: "main",
      runtime: "python",
      buildCommand: "pip install -r requirements.txt",
    },
  },
});
`,
      );
      write(
        "infra/Pulumi.staging.yaml",
        `config:
  portcullis:service:
    name: api
    repository: https://github.com/acme/shop
    branch: main
    rootDirectory: backend
    runtime: python
    region: oregon
    plan: starter
    build: pip install -r requirements.txt
    preDeploy: ${preDeploy}
    start: uvicorn ${api} --host 0.0.0.0 --port $PORT
    port: 8000
    healthCheckPath: /health
`,
      );
      return portcullis("review", "staging", "--project", path.join(top, "infra"));
    };

    it("rejects what their commands name and the repository does not have, of the stack's and the program's own", () => {
      const { status, stdout } = reviewed("app.mian:app", "app.taks", "alembic -c alembik.ini upgrade head");
      assert.equal(status, 1, stdout);
      assert.match(stdout, /worker \(startCommand\): the module that is named[^\n]*`app\.taks`/);
      assert.match(
        stdout,
        /api-service-web \(startCommand\): the application that the server loads[^\n]*`app\.mian`/,
      );
      assert.match(
        stdout,
        /api-service-web \(preDeployCommand\): a file of the pre-deploy command[^\n]*alembik\.ini/,
      );
    });

    it("passes them where all is there", () => {
      const { status, stdout } = reviewed("app.main:app", "app.tasks", "alembic upgrade head");
      assert.equal(status, 0, stdout);
    });
  });

  it("exits with 2 and a hint for an unknown command or incident", () => {
    assert.equal(portcullis("revew").status, 2);
    assert.match(portcullis("review", "--incident", "fire").stderr, /Expected port or pooler/);
  });
});
