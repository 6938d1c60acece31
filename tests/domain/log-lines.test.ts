import assert from "node:assert/strict";
import { redact } from "../../domain";
import { SOUND_LOGS } from "./sound-logs";

describe("Lines of logs and commands", () => {
  it("stay word for word where they hold no secret", () => {
    assert.ok(SOUND_LOGS.length >= 140);
    assert.deepEqual(
      SOUND_LOGS.map((text) => redact(text)),
      SOUND_LOGS,
    );
  });
});
