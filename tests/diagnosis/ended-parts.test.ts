import assert from "node:assert/strict";
import { LogVerdict } from "../../diagnosis";
import { ENDED_PARTS, EndedParts } from "../../diagnosis/ended-parts";

const read = (...lines: readonly string[]): string => {
  const parts = new EndedParts();
  for (const line of lines) parts.add(line);
  return parts.words();
};

describe("Which parts of a running program have ended", () => {
  for (const { id, example, nearMiss, words, pattern } of ENDED_PARTS) {
    it(`is read by ${id} from its example, and not from what is near it`, () => {
      assert.equal(read(example), words(pattern.exec(example)?.[1] ?? ""));
      assert.equal(read(nearMiss), "");
    });
  }

  const EXITED = "INFO exited: worker (exit status 1; not expected)";
  it("is not one that was started again, and counts how often one ended", () => {
    assert.equal(read(EXITED, "INFO success: worker entered RUNNING state, process has stayed up"), "");
    assert.match(read(EXITED, "INFO success: web entered RUNNING state"), /`worker` of supervisord/);
    assert.match(read(EXITED, EXITED), /not come back, 2 times$/);
    assert.equal(read(EXITED, "INFO gave up: worker entered FATAL state"), "supervisord gave up `worker`");
  });

  const TASK = "Task exception was never retrieved";
  const CAUSE = "redis.exceptions.ConnectionError: Error 111 connecting to redis://:s3cr3t-w0rd@cache:6379";
  const TRACE = ["Traceback (most recent call last):", '  File "/app/main.py", line 15, in consume', CAUSE];
  it("says why by the last line of the traceback, without a secret", () => {
    const words = read(TASK, "future: <Task finished name='Task-3'>", ...TRACE);
    assert.match(
      words,
      /\(`Task exception was never retrieved`\): redis\.exceptions\.ConnectionError: Error 111/,
    );
    assert.doesNotMatch(words, /s3cr3t/);
  });

  it("is said of a live service once, with what it met else", () => {
    const verdict = new LogVerdict();
    verdict.live();
    for (const line of [TASK, ...TRACE]) verdict.add(line);
    assert.equal(verdict.harm(), undefined);
    assert.equal(verdict.met().split("ConnectionError").length, 2, verdict.met());
    verdict.add("TypeError: Cannot read properties of undefined (reading 'id')");
    assert.match(verdict.met(), /^a task of asyncio has ended/);
  });
});
