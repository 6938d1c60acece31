import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { FolderHeldError, holdFolder } from "../../system";

describe("A folder's lock", () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), "portcullis-lock-"));
    folder = path.join(parent, "made", "by-the-lock");
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const OPTIONS = { stale: 5_000, pause: () => 5 };

  it("lets one in after the other, and says once that one waits", async () => {
    const order: string[] = [];
    const release = await holdFolder(folder, OPTIONS);
    let waits = 0;
    const waited = new Promise<void>((resolve) => {
      void holdFolder(folder, {
        ...OPTIONS,
        onWait: () => {
          waits += 1;
          resolve();
        },
      }).then(async (done) => {
        order.push("second");
        await done();
        order.push("released");
      });
    });
    await waited;
    order.push("first");
    await release();
    while (!order.includes("released")) await new Promise(setImmediate);
    assert.deepEqual([order, waits], [["first", "second", "released"], 1]);
    assert.equal(existsSync(`${folder}.lock`), false);
  });

  it("gives up after its limit, and says which file to remove", async () => {
    const release = await holdFolder(folder, { ...OPTIONS, name: ".lock" });
    await assert.rejects(
      holdFolder(folder, { ...OPTIONS, name: ".lock", limit: 0 }),
      (error: Error) =>
        error instanceof FolderHeldError &&
        error.message.endsWith(`remove ${path.join(folder, ".lock")}.`) &&
        error.message.startsWith(`${folder}: another process has held it for 0 s.`),
    );
    await release();
  });

  it("ends with the signal's reason where it is aborted", async () => {
    const release = await holdFolder(folder, OPTIONS);
    const signal = AbortSignal.abort(new Error("cancelled by hand"));
    await assert.rejects(holdFolder(folder, { ...OPTIONS, signal }), /aborted|cancelled by hand/);
    await release();
  });

  it("does not wait for a file or a link that has the lock's name, however old it is", async () => {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, ".lock");
    const make = [
      () => writeFileSync(file, ""),
      () => symlinkSync("nowhere", file),
      () => {
        writeFileSync(file, "");
        utimesSync(file, new Date(0), new Date(0));
      },
    ];
    for (const made of make) {
      made();
      await assert.rejects(
        holdFolder(folder, { ...OPTIONS, name: ".lock" }),
        (error: Error) =>
          error instanceof FolderHeldError && error.message.startsWith(`${file}: expected a lock, which`),
      );
      rmSync(file);
    }
  });

  it("takes a lock whose holder no longer renews it", async () => {
    mkdirSync(folder, { recursive: true });
    mkdirSync(`${folder}.lock`);
    utimesSync(`${folder}.lock`, new Date(0), new Date(0));
    const release = await holdFolder(folder, OPTIONS);
    await release();
  });
});
