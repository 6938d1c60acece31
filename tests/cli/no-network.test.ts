import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const ENTRY = path.join(ROOT, "bin/portcullis.js");
const REPOSITORY = path.join(ROOT, "tests/fixtures/repositories/incident");

const COMMANDS: readonly (readonly [string, readonly string[], number])[] = [
  ["audit", ["audit", REPOSITORY], 1],
  ["rules", ["rules"], 0],
  ["diagnose", ["diagnose", path.join(ROOT, "tests/fixtures/logs/port-loopback-uvicorn.log")], 0],
];

/** Whether this machine lets a process have a network of its own, without a route anywhere. */
const hasNamespaces = spawnSync("unshare", ["-rn", "true"]).status === 0;

describe("Without a network", function () {
  this.timeout(10 * 60_000);

  for (const [command, args, status] of COMMANDS) {
    it(`${command} answers as ever, and asks for none`, () => {
      const preload = ["--require", path.join(__dirname, "refuse-network.cjs")];
      const ended = spawnSync(process.execPath, [...preload, ENTRY, ...args], { encoding: "utf8" });
      assert.equal(ended.status, status, ended.stderr);
    });

    it(`${command} answers as ever on a machine that has no route`, function () {
      if (!hasNamespaces) return this.skip();
      const ended = spawnSync("unshare", ["-rn", process.execPath, ENTRY, ...args], { encoding: "utf8" });
      assert.equal(ended.status, status, ended.stderr);
    });
  }

  it("would be told of a command that asks for one", () => {
    const preload = ["--require", path.join(__dirname, "refuse-network.cjs")];
    const asks = "require('node:http').get('http://127.0.0.1:9')";
    assert.equal(spawnSync(process.execPath, [...preload, "-e", asks]).status, 99);
  });
});
