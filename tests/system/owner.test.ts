import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { OWNER_MARK, ownerEnded, ownerMark } from "../../system";

describe("The mark of an owner", () => {
  /** A process that has ended. */
  async function gone(): Promise<number> {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    return Number(child.pid);
  }

  it("is of a process that runs, or has ended", async () => {
    assert.equal(ownerEnded(ownerMark()), false);
    assert.equal(ownerEnded(ownerMark({ pid: await gone() })), true);
    assert.match(ownerMark(), new RegExp(`^${OWNER_MARK}$`));
  });

  it("of an earlier version is a process id alone", async () => {
    assert.deepEqual([ownerEnded(String(process.pid)), ownerEnded(String(await gone()))], [false, true]);
  });

  it("of another container is left to that one, whatever runs here", async () => {
    for (const pid of [process.pid, await gone()]) assert.equal(ownerEnded(`${pid}.zzzz`), false);
  });

  it("is none of another name", () => {
    for (const name of ["", "0", "x", "4711x", "-1", "4711.", "world"]) assert.equal(ownerEnded(name), false);
  });
});
