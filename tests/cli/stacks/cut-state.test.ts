import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { notShown, ownPulumi } from "../../../cli/stacks/own-pulumi";
import type { PulumiRun } from "../../../cli/stacks/pulumi-run";
import { findEngine } from "../../../engine";

const EXPORT = ["stack", "export", "-s", "production"];

describe("A state in a folder, beside which a killed update left an empty file", function () {
  this.timeout(60_000);
  let folder: string;
  const pulumi = async (args: readonly string[], query = ""): Promise<PulumiRun> => {
    const variables = {
      PULUMI_HOME: path.join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${folder}${query}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
    };
    return await ownPulumi(folder, await findEngine(), new AbortController().signal, variables)(args);
  };
  const state = (ending: string): string => path.join(folder, ".pulumi/stacks/shop", `production${ending}`);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-cut-"));
    mkdirSync(path.join(folder, "home"));
    writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is read again once what the message says is typed", async () => {
    assert.equal((await pulumi(["stack", "init", "production"])).exitCode, 0);
    writeFileSync(state(".json.attrs"), "");
    const refused = await pulumi(EXPORT);
    assert.notEqual(refused.exitCode, 0);
    const { message } = notShown("the state", refused);
    const [, typed = ""] = /Type `(find [^`]+)`/.exec(message) ?? [];
    const { status } = spawnSync("sh", ["-c", typed.replace("FOLDER", folder)]);
    assert.equal(status, 0, message);
    assert.equal((await pulumi(EXPORT)).exitCode, 0);
  });

  it("has no such file where the backend is asked to write none", async () => {
    assert.equal((await pulumi(["stack", "init", "production"], "?metadata=skip")).exitCode, 0);
    assert.ok(existsSync(state(".json")));
    assert.ok(!existsSync(state(".json.attrs")));
    assert.equal((await pulumi(EXPORT, "?metadata=skip")).exitCode, 0);
  });
});
