import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectFolder, stacksOf } from "../../../cli/stacks/project-folder";

const BIN = path.join(__dirname, "../../../bin/portcullis.js");
const COMMANDS = ["rehearse", "review", "audit", "adopt", "rules", "fracas", "diagnose", "watch", "engine"];

describe("The Pulumi project that a command works on", () => {
  let repository: string;

  const write = (file: string): void => {
    mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
    writeFileSync(path.join(repository, file), "");
  };

  beforeEach(() => {
    repository = realpathSync(mkdtempSync(path.join(tmpdir(), "portcullis-project-")));
  });

  afterEach(() => rmSync(repository, { recursive: true, force: true }));

  it("is the nearest one upwards, or infra/ of the nearest folder that has it", () => {
    write("infra/Pulumi.yaml");
    write("app/routes/orders.py");
    const adopted = path.join(repository, "infra");
    for (const folder of [".", "app/routes", "infra"]) {
      assert.equal(projectFolder(path.join(repository, folder)), adopted);
    }
    write("app/Pulumi.yml");
    assert.equal(projectFolder(path.join(repository, "app/routes")), path.join(repository, "app"));
  });

  it("has its stacks in the order in which they are deployed", () => {
    for (const stack of ["production", "demo", "staging", "local", "qa"]) write(`Pulumi.${stack}.yaml`);
    write("Pulumi.yaml");
    assert.deepEqual(stacksOf(repository), ["local", "qa", "staging", "demo", "production"]);
  });

  for (const command of COMMANDS) {
    it(`is in the help text of ${command} no path of this machine`, () => {
      const { stdout, status } = spawnSync(process.execPath, [BIN, command, "--help"], {
        cwd: repository,
        encoding: "utf8",
      });
      assert.equal(status, 0);
      const paths = [repository, path.dirname(path.dirname(BIN)), process.env.HOME ?? "/root"];
      for (const known of paths) assert.ok(!stdout.includes(known), `${known} in:\n${stdout}`);
    });
  }
});
