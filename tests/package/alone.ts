import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { InstalledFolder, type Tarballs } from "./installed-folder";

const ROOT = path.join(__dirname, "../..");
const INCIDENT = path.join(ROOT, "tests/fixtures/repositories/incident");
const LOG = path.join(ROOT, "tests/fixtures/logs/port-loopback-uvicorn.log");
const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };

const MAX_MEGABYTES = 30;
const MAX_PACKAGES = 60;

/** `portcullis` alone, for who audits and diagnoses. */
export function installedAlone(packed: () => Tarballs): void {
  let tarballs: Tarballs;
  let installed: InstalledFolder;

  before(() => {
    tarballs = packed();
    installed = InstalledFolder.install(tarballs.folder, "auditing", [tarballs.portcullis]);
    cpSync(INCIDENT, path.join(installed.folder, "repository"), { recursive: true });
  });

  it(`brings at most ${MAX_MEGABYTES} MB and ${MAX_PACKAGES} packages`, () => {
    const bytes = installed.files().reduce((sum, { size }) => sum + size, 0);
    assert.ok(bytes > 0 && bytes <= MAX_MEGABYTES * 1e6, `${bytes} bytes`);
    const packages = installed.packages();
    assert.ok(packages.length > 0 && packages.length <= MAX_PACKAGES, packages.join(" "));
  });

  it("holds no TypeScript but declarations, and the notices of what is bundled", () => {
    const files = installed.files().map(({ file }) => file);
    assert.deepEqual(
      files.filter((file) => /\.[cm]?tsx?$/.test(file) && !file.endsWith(".d.ts")),
      [],
    );
    const notices = path.join(installed.folder, "node_modules/portcullis/dist/THIRD-PARTY-NOTICES.txt");
    for (const name of ["yaml", "zod", "@lezer/python", "pg", "commander"]) {
      assert.match(readFileSync(notices, "utf8"), new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
    }
  });

  it("holds secretlint without its profiler, whose time grows with the square of the texts", () => {
    const notices = path.join(installed.folder, "node_modules/portcullis/dist/THIRD-PARTY-NOTICES.txt");
    const bundled = readFileSync(notices, "utf8").match(/^@secretlint\/(?:core|profiler)(?= )/gm);
    assert.deepEqual(bundled, ["@secretlint/core"]);
  });

  it("audits, lists the rules and diagnoses, and writes nothing beside itself", () => {
    const before = installed.files();
    const audited = installed.portcullis(["audit", "repository", "--json"]);
    assert.equal(audited.status, 1, audited.stderr);
    const { findings } = JSON.parse(audited.stdout) as { findings: { rule: string }[] };
    assert.ok(findings.some(({ rule }) => rule === "port/agreement"));
    const listed = installed.portcullis(["rules", "port/agreement"]);
    assert.equal(listed.status, 0, listed.stderr);
    const diagnosed = installed.portcullis(["diagnose", LOG, "--json"]);
    assert.equal(diagnosed.status, 0, diagnosed.stderr);
    assert.equal((JSON.parse(diagnosed.stdout) as { failureMode: string }).failureMode, "port/loopback-bind");
    // An installation may be read-only, and what is written into it would be lost with the next one.
    assert.deepEqual(installed.files(), before);
  });

  it("gives programs the same documents, by their types", () => {
    const { status, stdout, stderr } = installed.node(`
      const { audit, rules } = require("portcullis/audit");
      const { diagnose } = require("portcullis/diagnosis");
      const log = require("node:fs").readFileSync(${JSON.stringify(LOG)}, "utf8");
      audit("repository").then((report) =>
        console.log(JSON.stringify({ report, rules: rules().length, diagnosis: diagnose(log) })));`);
    assert.equal(status, 0, stderr);
    const { report, rules, diagnosis } = JSON.parse(stdout) as {
      report: object;
      rules: number;
      diagnosis: { failureMode: string };
    };
    const schema = JSON.parse(readFileSync(path.join(ROOT, "docs/audit.schema.json"), "utf8")) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.ok(rules > 40, `${rules} rules`);
    assert.equal(diagnosis.failureMode, "port/loopback-bind");
  });

  it("says in one sentence what a program needs that declares environments", () => {
    const { status, stderr } = installed.node('require("portcullis")');
    assert.equal(status, 1);
    assert.match(stderr, /portcullis needs @pulumi\/pulumi here: type `npm install @pulumi\/pulumi@\S+`\./);
  });

  const project = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "Pulumi.staging.yaml": "config: {}\n" };
  for (const command of ["review", "rehearse"]) {
    it(`says in one sentence what ${command} needs`, () => {
      const outside = installed.portcullis([command, "staging", "--project", "repository"]);
      assert.equal(outside.status, 2);
      assert.match(
        outside.stderr,
        /^portcullis: expected a Pulumi project in .*got no Pulumi\.yaml\. Type .*\n$/,
      );
      for (const [file, text] of Object.entries(project)) installed.write(`project/${file}`, text);
      const inside = installed.portcullis([command, "staging", "--project", "project"]);
      assert.equal(inside.status, 2);
      assert.match(
        inside.stderr,
        /^portcullis: the project lacks @pulumi\/policy, @pulumi\/pulumi: type `npm install .*` in .*\n$/,
      );
    });
  }

  it("says in one sentence that Node is too old, before it loads anything", () => {
    const older = path.join(tarballs.folder, "older-node.cjs");
    installed.write(
      "../older-node.cjs",
      'const { versions } = process; Object.defineProperty(process, "versions", { value: { ...versions, node: "18.20.8" } });',
    );
    const { status, stderr } = installed.portcullis(["audit", "repository"], ["--require", older]);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^portcullis: Node \d+\.\d+\.\d+ or newer is needed, and this is 18\.20\.8\. Install .*\n$/,
    );
  });

  it(`is version ${version} of both`, () => {
    assert.equal(installed.portcullis(["--version"]).stdout.trim(), version);
    assert.match(path.basename(tarballs.rehearsal), new RegExp(`^portcullis-rehearsal-${version}\\.tgz$`));
  });
}
