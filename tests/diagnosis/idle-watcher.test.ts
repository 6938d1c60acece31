import assert from "node:assert/strict";
import { LogVerdict } from "../../diagnosis";
import { IdleWatcher, WATCHERS } from "../../diagnosis/idle-watcher";

const read = (...lines: readonly string[]): string | undefined => {
  const watcher = new IdleWatcher();
  for (const line of lines) watcher.add(line);
  return watcher.words();
};

describe("A tool that watches files for a program that has ended", () => {
  for (const { id, name, example, nearMiss } of WATCHERS) {
    it(`is read by ${id} from its example, and not from what is near it`, () => {
      assert.ok(read(example)?.includes(`${name} waits for a change of a file`), read(example));
      assert.equal(read(nearMiss), undefined);
    });
  }

  const CRASHED = "[nodemon] app crashed - waiting for file changes before starting...";

  it("is not one that has started its program again", () => {
    assert.equal(
      read(CRASHED, "[nodemon] restarting due to changes...", "[nodemon] starting `node a.js`"),
      undefined,
    );
    assert.ok(read(CRASHED, "[Running 'cargo run']"));
  });

  it("harms what cannot be asked, with the cause, and is a part of what answers", () => {
    const verdict = new LogVerdict();
    verdict.live();
    for (const line of ["Error: Cannot find module 'bullmq'", CRASHED]) verdict.add(line);
    const harm = verdict.harm();
    assert.match(harm?.reason ?? "", /^the program has ended, and nodemon waits .*bullmq/s);
    assert.match(verdict.met(), /nodemon waits for a change/);
  });
});
