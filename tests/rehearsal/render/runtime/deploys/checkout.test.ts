import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  openCheckouts,
  removeStaleCheckouts,
} from "../../../../../rehearsal/render/runtime/deploys/checkout";

describe("The folder of working copies", () => {
  it("is private and goes with its owner", async () => {
    const folder = openCheckouts(undefined);
    const root = path.dirname(folder.of("srv-a"));
    assert.equal(statSync(root).mode & 0o777, 0o700);
    await folder.removeAll();
    assert.equal(existsSync(root), false);
  });

  it("stays where it was given, without a removed service's copies", async () => {
    const given = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    const folder = openCheckouts(given);
    mkdirSync(folder.of("srv-a"));
    await folder.remove("srv-a");
    await folder.removeAll();
    assert.deepEqual([existsSync(folder.of("srv-a")), existsSync(given)], [false, true]);
    rmSync(given, { recursive: true });
  });

  it("of a dead owner is cleared, that of a living one is not", async () => {
    const parent = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    const dead = path.join(parent, `portcullis-render-${gone.pid}-aaaaaa`);
    const living = path.join(parent, `portcullis-render-${process.pid}-bbbbbb`);
    mkdirSync(path.join(dead, "srv-a"), { recursive: true });
    mkdirSync(living);
    removeStaleCheckouts(parent);
    assert.deepEqual([existsSync(dead), existsSync(living)], [false, true]);
    rmSync(parent, { recursive: true });
  });
});
