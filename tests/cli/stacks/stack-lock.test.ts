import assert from "node:assert/strict";
import { hostname } from "node:os";
import { lockWords, stackLockIn } from "../../../cli/stacks/stack-lock";

const LOCKED =
  "Updating (production):\n\nerror: the stack is currently locked by 2 lock(s). Either wait for the other process(es) " +
  "to end or delete the lock file with `pulumi cancel`.\n" +
  "  postgres://****:****@db.example/state/.pulumi/locks/organization/shop/production/1.json: " +
  "created by ada@build-7 (pid 4242) at 2026-11-29T10:15:00Z\n" +
  "  s3://state/.pulumi/locks/organization/shop/production/2.json: " +
  "created by CORP\\grace hopper@laptop.local (pid 17) at 2026-11-29T11:15:00+01:00";

const holder = (change: object = {}) => ({
  ...{ user: "ada", host: hostname(), pid: process.pid, since: "2026-11-29T10:15:00Z" },
  ...change,
});

describe("The lock of a stack", () => {
  it("names everybody who holds one", () => {
    assert.deepEqual(stackLockIn(LOCKED), {
      holders: [
        { user: "ada", host: "build-7", pid: 4242, since: "2026-11-29T10:15:00Z" },
        { user: "CORP\\grace hopper", host: "laptop.local", pid: 17, since: "2026-11-29T11:15:00+01:00" },
      ],
    });
  });

  it("is known from Pulumi Cloud too, which names nobody", () => {
    const lock = stackLockIn(
      "error: [409] Conflict: Another update is currently in progress.\nTo learn more …",
    );
    assert.deepEqual(lock, { holders: [] });
    assert.match(
      lockWords("production", { holders: [] }),
      /another command is changing it\. Nothing of it was changed/,
    );
  });

  it("is none where something else failed, whatever a program prints of locks", () => {
    for (const output of [
      "error: no stack named 'production' found",
      "the stack is locked",
      "[409] Conflict: name taken",
    ]) {
      assert.equal(stackLockIn(output), undefined, output);
    }
  });

  it("says who, where and since when, and to wait while the holder may be at work", () => {
    for (const one of [holder(), holder({ host: "build-7", pid: 2 ** 22 + 1 })]) {
      const words = lockWords("production", { holders: [one] });
      assert.ok(words.includes(`ada on ${one.host} (process ${one.pid}, since 2026-11-29T10:15:00Z)`), words);
      assert.match(words, /Wait until that has ended/);
      assert.match(words, /`pulumi cancel -s production` first only where you know that it was killed/);
    }
  });

  it("is to be cancelled where its holder was a process of this machine and is gone", () => {
    const gone = holder({ pid: 2 ** 22 + 1 });
    assert.match(
      lockWords("production", { holders: [gone] }),
      /no process 4194305 any more: .* Type `pulumi cancel -s production`, then the same command again/,
    );
    assert.match(lockWords("production", { holders: [gone, holder()] }), /Wait until that has ended/);
  });
});
