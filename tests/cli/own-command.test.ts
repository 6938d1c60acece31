import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ownCommand } from "../../cli/own-command";

const root = path.join(__dirname, "../..");
const BIN = path.join(root, "bin/portcullis.js");

describe("The command that a message says", () => {
  let folder: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "portcullis-command-")));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is npx's where npm finds the package, here or in a folder above", () => {
    mkdirSync(path.join(folder, "node_modules/.bin"), { recursive: true });
    writeFileSync(path.join(folder, "node_modules/.bin/portcullis"), "");
    mkdirSync(path.join(folder, "app"));
    for (const at of [folder, path.join(folder, "app"), root])
      assert.equal(ownCommand("adopt", at, BIN), "npx portcullis adopt");
  });

  it("is the one that was typed where npm finds none", () => {
    assert.equal(ownCommand("adopt", folder, BIN), `node ${path.relative(folder, BIN)} adopt`);
    // As npx starts what a project in a folder below has.
    const below = path.join(folder, "infra/node_modules/.bin/portcullis");
    assert.equal(ownCommand("audit", folder, below), "infra/node_modules/.bin/portcullis audit");
    // As a package of the whole machine.
    assert.equal(ownCommand("audit", folder, "/usr/bin/portcullis", "/bin:/usr/bin"), "portcullis audit");
  });

  it("works as it is typed, and is the same for every command that finds no project", () => {
    const typed = (...args: readonly string[]): string =>
      spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: "utf8" }).stderr;
    const said = typed("connect", "-s", "staging");
    assert.match(said, /^portcullis: expected a Pulumi project in .* got no Pulumi\.yaml\. .*\n$/);
    for (const args of [["review"], ["drift", "staging"], ["promote", "--dry-run"]])
      assert.equal(typed(...args), said);
    const [, command = ""] = /or make one: `([^`]+)`/.exec(said) ?? [];
    const help = spawnSync("sh", ["-c", `${command} --help`], { cwd: folder, encoding: "utf8" });
    assert.match(help.stdout, /^Usage: portcullis adopt /);
  });
});
