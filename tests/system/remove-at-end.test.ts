import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { removeAtEnd } from "../../system";
import { until } from "../until";

const SOURCE = path.join(__dirname, "../../system");

const untilGone = (folder: string) => until(() => !existsSync(folder));

describe("A folder that is removed at the end of its owner", () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), "portcullis-test-owned-"));
    folder = path.join(parent, "its own");
    mkdirSync(folder);
    writeFileSync(path.join(folder, "file"), "");
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const owner = async (more = ""): Promise<ChildProcess> => {
    const program = `
      const { removeAtEnd } = require(${JSON.stringify(SOURCE)});
      const watch = removeAtEnd(${JSON.stringify(folder)});
      console.log("watched"); ${more}`;
    const child = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    await once(child.stdout, "data");
    return child;
  };

  it("is there while the owner runs, and gone after SIGKILL to the owner's whole group", async function () {
    if (process.platform === "win32") this.skip();
    const { pid } = await owner("setInterval(() => undefined, 1000);");
    assert.ok(existsSync(folder));
    process.kill(-Number(pid), "SIGKILL");
    await untilGone(folder);
  });

  it("holds no owner that is done, and is gone then too", async function () {
    if (process.platform === "win32") this.skip();
    const child = await owner();
    if (child.exitCode === null) await once(child, "exit");
    assert.equal(child.exitCode, 0);
    await untilGone(folder);
  });

  it("stays where the watch is ended before", async function () {
    if (process.platform === "win32") this.skip();
    const other = path.join(parent, "other");
    mkdirSync(other);
    removeAtEnd(other).leave();
    removeAtEnd(folder).remove();
    await untilGone(folder);
    assert.ok(existsSync(other));
  });

  it("is removed as soon as the watch is ended", async function () {
    if (process.platform === "win32") this.skip();
    removeAtEnd(folder).remove();
    await untilGone(folder);
    assert.ok(existsSync(parent));
  });
});
