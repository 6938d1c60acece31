import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { PROGRAM } from "../../../cli/adopt/project-files";
import { parseConfiguration } from "../../../config";

const root = path.join(__dirname, "../../..");
const INCIDENT = path.join(root, "tests/fixtures/repositories/incident");

function portcullis(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** Every file of a project but its stack files. */
const PROJECT = [
  ...[".gitignore", "Pulumi.yaml", "index.ts", "package.json", "policy/PulumiPolicy.yaml", "policy/index.js"],
  ...["policy/own-policies.js", "policy/package.json", "tsconfig.json"],
];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

describe("portcullis adopt", function () {
  this.timeout(120_000);

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-adopt-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("writes a stack file for each environment, with where each value was read and no secret", () => {
    const { status, stdout, stderr } = portcullis("adopt", INCIDENT, "--output", folder);
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      filesIn(folder),
      [...PROJECT, "Pulumi.local.yaml", "Pulumi.production.yaml", "Pulumi.staging.yaml"].sort(),
    );
    const text = readFileSync(path.join(folder, "Pulumi.production.yaml"), "utf8");
    const [, schema = ""] =
      /^# yaml-language-server: \$schema=node_modules\/portcullis\/(\S+)\n/.exec(text) ?? [];
    assert.ok(existsSync(path.join(root, schema)) && schema !== "", text);
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
    assert.match(
      text,
      /# databasePassword is a secret, so it is typed and not written here; today's is at \.env\.production:\d+:\d+\n {2}portcullis:database:/,
    );
    assert.match(stdout, /pulumi config set -s production --secret portcullis:databasePassword/);
    assert.match(
      stdout,
      /pulumi config set -s staging --secret --path 'portcullis:service\.environment\.JWT_SECRET'/,
    );
    for (const stack of ["staging", "production"]) {
      for (const words of ["--secret render:apiKey", "render:ownerId"])
        assert.ok(stdout.includes(`pulumi config set -s ${stack} ${words}`), stdout);
      assert.ok(stdout.includes(`pulumi up -s ${stack} --policy-pack policy`), stdout);
    }
    const written = filesIn(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
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
    assert.match(
      refused.stderr,
      /Pulumi\.staging\.yaml: there already\. `--diff` shows what would change, `--force` overwrites, `--output FOLDER` writes elsewhere/,
    );
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

  it("writes a workflow that monitors the stack that is deployed last", () => {
    const copy = path.join(folder, "copy");
    cpSync(INCIDENT, copy, { recursive: true });
    mkdirSync(path.join(copy, ".git"));
    const { status, stderr } = portcullis("adopt", copy, "--monitor", "github");
    assert.equal(status, 0, stderr);
    const text = readFileSync(path.join(copy, ".github/workflows/monitor.yaml"), "utf8");
    assert.match(text, /run: npx portcullis monitor -s production --times 5 --every 2m/);
    assert.equal(existsSync(path.join(copy, "infra/Pulumi.monitor.yaml")), false);
  });

  it("declares a cron job at Render that monitors it, whose secrets are typed", () => {
    const { status, stdout } = portcullis("adopt", INCIDENT, "--output", folder, "--monitor", "render");
    assert.equal(status, 0);
    const text = readFileSync(path.join(folder, "Pulumi.monitor.yaml"), "utf8");
    const written = parse(text).config["portcullis:service"];
    // What a person types: the fixture is no checkout, and a secret is never written.
    const environment = Object.fromEntries(written.secrets.map((secret: string) => [secret, "x"]));
    const values = { service: { ...written, repository: "https://github.com/acme/navigator", environment } };
    const { services } = parseConfiguration({ stack: "monitor", values, secretsSet: [] });
    const [{ key: _, name, repository: __, ...job } = { key: "", name: "" }, ...others] = services;
    assert.deepEqual(others, []);
    assert.match(name, /-monitor$/);
    const { type, schedule, start, secrets, verify } = job as unknown as Record<string, unknown>;
    assert.deepEqual(
      { type, schedule, start, secrets, run: (verify as { run: boolean }).run },
      {
        ...{ type: "cron", schedule: "*/15 * * * *" },
        start: "npx portcullis monitor -s production --times 5 --every 2m",
        secrets: ["PULUMI_BACKEND_URL", "PULUMI_CONFIG_PASSPHRASE", "RENDER_API_KEY"],
        run: false,
      },
    );
    for (const secret of secrets as string[])
      assert.match(
        stdout,
        new RegExp(`-s monitor --secret --path 'portcullis:service\\.environment\\.${secret}'`),
      );
    const again = portcullis("adopt", INCIDENT, "--output", folder, "--monitor", "render", "--diff");
    assert.deepEqual([again.status, again.stdout], [0, ""]);
  });

  it("refuses a place where no monitor runs", () => {
    const { status, stderr } = portcullis("adopt", INCIDENT, "--output", folder, "--monitor", "fly");
    assert.equal(status, 2);
    assert.match(stderr, /Allowed choices are github, render/);
  });

  it("writes the program of this repository, in at most 20 lines", () => {
    assert.equal(PROGRAM, readFileSync(path.join(root, "index.ts"), "utf8"));
    assert.ok(PROGRAM.trimEnd().split("\n").length <= 20);
  });

  const monorepo = path.join(root, "tests/fixtures/repositories/monorepo");
  const configOf = (stack: string): Record<string, Record<string, Record<string, unknown>>> =>
    (parse(readFileSync(path.join(folder, `Pulumi.${stack}.yaml`), "utf8")) as { config: never }).config;

  it("takes every service that a Blueprint names, with each value's own line", () => {
    // In this checkout the folder of each service would be one of this repository.
    const copy = path.join(folder, "copy");
    cpSync(monorepo, copy, { recursive: true });
    const { status, stderr } = portcullis("adopt", copy, "--output", folder);
    assert.equal(status, 0, stderr);
    const services = configOf("production")["portcullis:services"] ?? {};
    assert.deepEqual(Object.keys(services), ["api", "web", "worker"]);
    assert.equal(services.worker?.type, "worker");
    assert.equal(services.worker?.port, undefined);
    const text = readFileSync(path.join(folder, "Pulumi.production.yaml"), "utf8");
    for (const line of [
      "name: api # render.yaml:3:11",
      "runtime: python # render.yaml:4:14",
      "region: oregon # render.yaml:7:13",
      "rootDirectory: services/api # render.yaml:8:14",
      "build: pip install -r requirements.txt # render.yaml:9:19",
    ])
      assert.ok(text.includes(line), line);
  });

  it("writes what an audit finds fault with as it is, and says so there and in words", () => {
    const { stdout } = portcullis("adopt", monorepo, "--output", folder);
    const text = readFileSync(path.join(folder, "Pulumi.production.yaml"), "utf8");
    assert.match(
      text,
      /# error service\/loopback-bind: .*\n {6}start: gunicorn .*127\.0\.0\.1:8000 # render\.yaml:10:19/,
    );
    // The second is in code: no value of the stack is about it.
    const told = stdout.match(/error service\/loopback-bind.*/g) ?? [];
    assert.equal(told.length, 2, stdout);
    assert.match(told[0] ?? "", /\(start, render\.yaml:10:19\)/);
    assert.match(told[1] ?? "", /\(services\/web\/src\/server\.ts:6:7\)/);
    assert.doesNotMatch(text, /server\.ts:6:7/);
    assert.equal((stdout.match(/database\/transaction-mode-statements/g) ?? []).length, 1);
  });

  it("takes the services that it is told, in the short form where it is one", () => {
    assert.equal(portcullis("adopt", monorepo, "--output", folder, "--service", "web").status, 0);
    assert.equal(configOf("production")["portcullis:service"]?.name, "web");
    assert.equal(configOf("production")["portcullis:database"], undefined);
  });

  it("changes nothing in a repository that it has adopted", () => {
    const copy = path.join(folder, "copy");
    cpSync(INCIDENT, copy, { recursive: true });
    assert.equal(portcullis("adopt", copy).status, 0);
    const before = filesIn(copy).map((file) => readFileSync(path.join(copy, file), "utf8"));
    const again = portcullis("adopt", copy);
    assert.equal(again.status, 0, again.stderr);
    assert.match(again.stdout, /is as adopt would write it: nothing was changed/);
    assert.deepEqual(
      filesIn(copy).map((file) => readFileSync(path.join(copy, file), "utf8")),
      before,
    );
    assert.deepEqual(
      [portcullis("adopt", copy, "--diff").stdout, portcullis("adopt", copy, "--diff").status],
      ["", 0],
    );
  });

  it("shows with --diff what a second run would change, and changes it with --force but for what cannot be made again", () => {
    const copy = path.join(folder, "copy");
    cpSync(INCIDENT, copy, { recursive: true });
    assert.equal(portcullis("adopt", copy).status, 0);
    const file = path.join(copy, "infra/Pulumi.staging.yaml");
    const text = readFileSync(file, "utf8").replace(
      "LOG_LEVEL: info",
      "LOG_LEVEL: debug\n      JWT_SECRET: { secure: v1:abc }",
    );
    writeFileSync(file, `encryptionsalt: v1:salt\n${text}  render:ownerId: tea-1\n`);
    const diff = portcullis("adopt", copy, "--diff");
    assert.equal(diff.status, 1);
    assert.match(diff.stdout, /^-\s+LOG_LEVEL: debug/m);
    assert.match(diff.stdout, /^\+\s+LOG_LEVEL: info/m);
    assert.equal(portcullis("adopt", copy).status, 2);
    assert.equal(portcullis("adopt", copy, "--force").status, 0);
    const kept = parse(readFileSync(file, "utf8")) as Record<string, Record<string, Record<string, unknown>>>;
    assert.equal(kept.encryptionsalt, "v1:salt");
    assert.equal(kept.config?.["render:ownerId"], "tea-1");
    assert.deepEqual(kept.config?.["portcullis:service"]?.environment, {
      LOG_LEVEL: "info",
      JWT_SECRET: { secure: "v1:abc" },
    });
  });

  it("keeps a project's name where the checkout gets another address, and names files from its root", () => {
    const copy = path.join(folder, "shelf-api");
    cpSync(INCIDENT, copy, { recursive: true });
    assert.equal(portcullis("adopt", copy).status, 0);
    const git = (...args: string[]) => spawnSync("git", args, { cwd: copy, encoding: "utf8" });
    git("init", "-q");
    git("remote", "add", "origin", "git@github.com:acme/shelf.git");
    const diff = spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), "adopt", "--diff"], {
      cwd: path.join(copy, "infra"),
      encoding: "utf8",
    });
    assert.equal(diff.status, 1, diff.stderr);
    assert.match(diff.stdout, /^--- a\/infra\/Pulumi\.staging\.yaml/m);
    assert.doesNotMatch(diff.stdout, /Pulumi\.yaml|package\.json|policy\//);
    const applied = spawnSync("git", ["apply"], { cwd: copy, input: diff.stdout, encoding: "utf8" });
    assert.equal(applied.status, 0, applied.stderr);
    const again = portcullis("adopt", copy);
    assert.match(again.stdout, /nothing was changed/, again.stderr);
    assert.match(readFileSync(path.join(copy, "infra/Pulumi.yaml"), "utf8"), /^name: shelf-api$/m);
  });

  it("finds the repository from its infra/ folder", () => {
    const copy = path.join(folder, "copy");
    cpSync(INCIDENT, copy, { recursive: true });
    assert.equal(portcullis("adopt", copy).status, 0);
    const inside = spawnSync(process.execPath, [path.join(root, "bin/portcullis.js"), "adopt"], {
      cwd: path.join(copy, "infra"),
      encoding: "utf8",
    });
    assert.equal(inside.status, 0, inside.stderr);
    assert.match(inside.stdout, /nothing was changed/);
  });

  it("says where the checkout's address is missing", () => {
    const copy = path.join(folder, "copy");
    cpSync(INCIDENT, copy, { recursive: true });
    const told = (): string => portcullis("adopt", copy, "--force").stdout.replaceAll(/\s+/g, " ");
    assert.match(told(), /is no git checkout: type the repository's address into each stack file/);
    mkdirSync(path.join(copy, ".git"));
    writeFileSync(
      path.join(copy, ".git/config"),
      '[remote "upstream"]\n\turl = git@github.com:acme/navigator.git\n',
    );
    assert.doesNotMatch(told(), /checkout/);
    const text = readFileSync(path.join(copy, "infra/Pulumi.staging.yaml"), "utf8");
    assert.match(text, /repository: https:\/\/github\.com\/acme\/navigator # the remote `upstream`/);
  });

  it("adopts twelve services of one repository", () => {
    const from = path.join(folder, "twelve");
    mkdirSync(from);
    const kinds = [
      "web",
      "pserv",
      "worker",
      "cron",
      "static",
      "web",
      "worker",
      "worker",
      "cron",
      "pserv",
      "web",
      "static",
    ];
    const rows = kinds.map((type, index) => {
      const cron = type === "cron" ? '\n    schedule: "0 3 * * *"' : "";
      const run = type === "static" ? "" : `\n    startCommand: python part${index}.py`;
      return `  - type: ${type}\n    name: part${index}\n    runtime: ${type === "static" ? "static" : "python"}${run}${cron}\n`;
    });
    writeFileSync(path.join(from, "render.yaml"), `services:\n${rows.join("")}`);
    const { status, stdout, stderr } = portcullis("adopt", from, "--output", folder);
    assert.equal(status, 0, stderr);
    const services = configOf("production")["portcullis:services"] ?? {};
    const types = kinds.map((type) => (type === "pserv" ? "private" : type === "web" ? undefined : type));
    assert.deepEqual(
      Object.values(services).map(({ type }) => type),
      types,
    );
    assert.match(stdout, /part0 \(web\), part1 \(private\), .*part11 \(static\)/);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      "a folder that is not there",
      ["/nowhere/at/all"],
      /expected a folder that can be read, got ENOENT, no file of that name/,
    ],
    [
      "a service that there is not",
      [monorepo, "--service", "wab"],
      /has no service `wab`: did you mean `web`\?/,
    ],
    ["a diff in JSON", [monorepo, "--diff", "--json"], /choose one of --diff and --json: a diff has a form/],
  ];
  for (const [what, args, message] of wrong) {
    it(`exits with 2 and says what to type for ${what}`, () => {
      const { status, stderr } = portcullis("adopt", ...args, "--output", folder);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.deepEqual(readdirSync(folder), []);
    });
  }

  it("exits with 2 and says what says what runs, in an empty folder", () => {
    const { status, stderr } = portcullis("adopt", folder);
    assert.equal(status, 2);
    assert.match(stderr, /no file states anything of a service\. .*a Dockerfile, a Procfile, a render\.yaml/);
    assert.deepEqual(readdirSync(folder), []);
  });
});
