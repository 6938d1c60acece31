import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Pulumi, pulumiIn } from "../../cli/stacks/pulumi";
import type { PulumiRun } from "../../cli/stacks/pulumi-run";
import { findEngine } from "../../engine";
import packageJson from "../../package.json";
import rehearsalJson from "../../rehearsal/package.json";
import { InstalledFolder, type Tarballs } from "./installed-folder";

/** A user's own program, on the installed package. */
const PROGRAM = `import * as pulumi from "@pulumi/pulumi";
import { Environment } from "portcullis";

const config = new pulumi.Config();
const shop = new Environment("shop", {
  service: {
    ...{ repository: "https://github.com/acme/shop", runtime: "python", region: "oregon", driver: "asyncpg" },
    start: config.get("start") ?? "uvicorn main:app --host 0.0.0.0 --port $PORT",
    environment: { PORT: config.get("port") ?? "8000" },
  },
  database: { host: "db.acme-shop.com", role: "shop", password: config.requireSecret("password") },
  verify: { endpoints: [{ name: "orders", path: "/orders" }] },
});

export const { url, port, database } = shop;
`;

const POLICY = `const { createPolicyPack } = require("portcullis/policy");
createPolicyPack({
  name: "shop",
  settings: { standardPort: 9000 },
  enforcementLevels: { "port-standard": "mandatory" },
  policies: [{
    name: "in-europe", description: "Services run in Europe.", enforcementLevel: "mandatory",
    validateResource: ({ type, props }, report) => {
      if (type === "render:index/webService:WebService" && props.region !== "frankfurt") report("Expected frankfurt.");
    },
  }],
});
`;

const TYPES = { target: "es2022", strict: true, noEmit: true, types: ["node"], skipLibCheck: false };
const FILES: Readonly<Record<string, string>> = {
  "Pulumi.yaml":
    "name: shop\nruntime: nodejs\nplugins:\n  providers:\n    - { name: render, path: node_modules/portcullis/render }\n" +
    "    - { name: pulumi-nodejs, path: node_modules/portcullis/dist/dynamic-provider }\n",
  "index.ts": PROGRAM,
  "tsconfig.json": JSON.stringify({ compilerOptions: { ...TYPES, module: "node16" }, files: ["index.ts"] }),
  "own-policy/PulumiPolicy.yaml":
    "runtime: { name: nodejs, options: { typescript: false } }\nmain: index.js\n",
  "own-policy/package.json": '{ "name": "shop-policy", "version": "1.0.0" }',
  "own-policy/index.js": POLICY,
  ".git/config": '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n',
  "main.py": 'import uvicorn\n\nif __name__ == "__main__":\n    uvicorn.run("app:app", host="127.0.0.1")\n',
};

/** Both packages in a project of a user's own. */
export function installedInProject(packed: () => Tarballs): void {
  let tarballs: Tarballs;
  let installed: InstalledFolder;
  let pulumi: Pulumi;

  before(async () => {
    const engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    tarballs = packed();
    const names = [
      "@pulumi/pulumi",
      "@pulumi/policy",
      "@pulumi/postgresql",
      "typescript",
      "@types/node",
    ] as const;
    const pinned = names.map((name) => `${name}@${packageJson.devDependencies[name]}`);
    const ofRehearsal = Object.entries(rehearsalJson.dependencies).map(
      ([name, version]) => `${name}@${version}`,
    );
    installed = InstalledFolder.installBeside(
      tarballs.folder,
      "shop",
      [...pinned, ...ofRehearsal],
      [tarballs.portcullis, tarballs.rehearsal],
    );
    for (const [file, text] of Object.entries(FILES)) installed.write(file, text);
    const project = { folder: installed.folder, backend: `file://${tarballs.folder}` };
    pulumi = pulumiIn(project, engine, "package", new AbortController().signal);
    assert.equal((await pulumi(["stack", "init", "staging"])).exitCode, 0);
    const set = ["config", "set", "-s", "staging"];
    assert.equal((await pulumi([...set, "--secret", "password"], { input: "c4nary-s3cret" })).exitCode, 0);
  });

  const preview = (pack: string, ...words: readonly string[]): Promise<PulumiRun> =>
    pulumi(["preview", "-s", "staging", "--policy-pack", pack, ...words]);

  it("previews the program with the pack, and says nothing against it", async () => {
    const { exitCode, output } = await preview("node_modules/portcullis/policy");
    assert.equal(exitCode, 0, output);
    assert.match(output, /render:index:WebService\s+shop-service-web\s+create/);
    assert.match(output, /dynamic\/portcullis:DatabaseRole\s+shop-database-role\s+create/);
    assert.match(output, /dynamic\/portcullis:Verification\s+shop-verification\s+create/);
    assert.match(output, /host\s*: "db\.acme-shop\.com"/);
    assert.doesNotMatch(output, /c4nary/);
  });

  it("rejects it where PORT says another port, and the code beside it listens on loopback", async () => {
    const set = ["--config", "shop:port=10000", "--config", "shop:start=python main.py"];
    const { exitCode, output } = await preview("node_modules/portcullis/policy", ...set);
    assert.notEqual(exitCode, 0);
    assert.match(output, /\[mandatory\]\s+port-agreement/);
    assert.match(output, /\[mandatory\]\s+service-loopback-bind[\s\S]*main\.py:4:\d+: bind address/);
  });

  it("judges it by an organisation's own settings, levels and policies", async () => {
    const { exitCode, output } = await preview("own-policy", "--config", "shop:port=9000");
    assert.notEqual(exitCode, 0);
    assert.match(output, /shop@v\S* \(local: own-policy\)/);
    assert.match(output, /\[mandatory\]\s+port-standard[\s\S]*expected 9000/);
    assert.match(output, /\[mandatory\]\s+port-agreement/);
    assert.match(output, /\[mandatory\]\s+in-europe[\s\S]*Expected frankfurt\./);
  });

  it("has types that hold, whichever way modules are found", () => {
    // The user's own compiler, and the newest.
    const own = path.join(installed.folder, "node_modules/typescript/bin/tsc");
    const newest = path.join(__dirname, "../../node_modules/typescript-7/bin/tsc");
    const entries = [
      "portcullis",
      ...["audit", "diagnosis", "policy", "render"].map((name) => `portcullis/${name}`),
    ];
    const imports = entries.map((entry, index) => `export * as entry${index} from "${entry}";`).join("\n");
    installed.write(
      "entries.ts",
      `${imports}\nimport { Environment } from "portcullis";\n// @ts-expect-error\nnew Environment("shop", {});\n`,
    );
    for (const [tsc, module, resolution, ...more] of [
      [own, "node16", "node16"],
      // As Pulumi's templates have it.
      [own, "commonjs", "node10", "--ignoreDeprecations", "6.0"],
      [newest, "preserve", "bundler"],
    ] as const) {
      const words = ["--module", module, "--moduleResolution", resolution, "--ignoreConfig", ...more];
      const strict = ["--noEmit", "--strict", "--target", "es2022", "--types", "node"];
      const command = [tsc, ...words, ...strict, "entries.ts", "index.ts"];
      const { stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: installed.folder,
        encoding: "utf8",
      });
      assert.equal(stderr, "");
      // What Pulumi's own declarations get wrong is theirs.
      const errors = stdout
        .split("\n")
        .filter((line) => /error TS/.test(line) && !/^node_modules\/@pulumi\//.test(line));
      assert.deepEqual(errors, []);
    }
  });

  it("gives an ES module the names that it gives a `require`", () => {
    installed.write(
      "names.mjs",
      `import { createRequire } from "node:module";
import { Environment } from "portcullis";
import { WebService } from "portcullis/render";
const require = createRequire(import.meta.url);
const names = (found) => Object.keys(found).filter((name) => !["default", "module.exports"].includes(name)).sort();
for (const entry of ["", "/audit", "/diagnosis", "/policy", "/render"])
  console.log(JSON.stringify([names(await import("portcullis" + entry)), names(require("portcullis" + entry))]));
console.log(JSON.stringify([[Environment.name], [require("portcullis").Environment.name]]));
console.log(JSON.stringify([[WebService.name], [require("portcullis/render").WebService.name]]));
`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ["names.mjs"], {
      cwd: installed.folder,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    const pairs = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as readonly [readonly string[], readonly string[]]);
    assert.equal(pairs.length, 7);
    for (const [imported, required] of pairs) assert.deepEqual(imported, required);
  });

  it("has one instance of each module, whichever entry asks for it", () => {
    const { status, stdout, stderr } = installed.node(`
      const render = require("portcullis/render");
      require("portcullis"); require("portcullis/policy"); require("portcullis/audit"); require("portcullis/diagnosis");
      const files = Object.keys(require.cache).filter((file) => file.includes("portcullis/dist"));
      const classes = files.map((file) => require(file).WebService).filter((found) => found !== undefined);
      console.log(JSON.stringify({ one: classes.every((found) => found === render.WebService), files: files.length }));`);
    assert.equal(status, 0, stderr);
    const { one, files } = JSON.parse(stdout) as { one: boolean; files: number };
    assert.ok(one && files > 5, stdout);
  });

  it("says in one sentence that two copies are loaded", () => {
    const copy = path.join(installed.folder, "node_modules/other/node_modules/portcullis");
    cpSync(path.join(installed.folder, "node_modules/portcullis"), copy, { recursive: true });
    const file = path.join(copy, "package.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(`"version": "${packageJson.version}"`, '"version": "0.0.9"'),
    );
    installed.write("node_modules/other/index.js", 'require("portcullis/render");');
    const { status, stderr } = installed.node('require("portcullis"); require("other");');
    assert.equal(status, 1);
    assert.match(
      stderr,
      /Two copies of portcullis are loaded: \S+ in .*, and 0\.0\.9 in .*Type `npm ls portcullis`/,
    );
  });

  it("says in one sentence that the packages of a rehearsal are not installed", () => {
    const there = path.join(installed.folder, "node_modules/portcullis-rehearsal");
    renameSync(there, `${there}-away`);
    installed.write("Pulumi.production.yaml", "config: { 'portcullis:service': { name: shop } }\n");
    const { status, stderr } = installed.portcullis(["rehearse", "production"]);
    renameSync(`${there}-away`, there);
    assert.equal(status, 2, stderr);
    assert.match(
      stderr,
      /^portcullis: the package portcullis-rehearsal is not installed: type `npm install --include=dev`: package\.json names it\.$/m,
    );
  });
}
