import assert from "node:assert/strict";
import { redact } from "../../domain";
import { ANY, COMMANDS } from "./leaking-commands";
import { SOUND_LOGS } from "./sound-logs";

describe("Lines of logs and commands", () => {
  it("hold no secret that a command is given at its place, of whatever kind it is", () => {
    assert.ok(COMMANDS.length >= 100);
    const shown = COMMANDS.flatMap((write) => ANY.map((secret) => [redact(write(secret)), secret] as const));
    assert.deepEqual(
      shown.filter(([text, secret]) => text.includes(secret)),
      [],
    );
  });

  it("stay word for word where they hold no secret", () => {
    assert.ok(SOUND_LOGS.length >= 140);
    assert.deepEqual(
      SOUND_LOGS.map((text) => redact(text)),
      SOUND_LOGS,
    );
  });
});
