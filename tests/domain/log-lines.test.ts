import assert from "node:assert/strict";
import { redact } from "../../domain";
import { LAST_SOUND_LOGS, REPORTED_WORDS, SOUND_SIBLINGS } from "./last-sound-logs";
import { LATER_COMMANDS, LATER_SENTENCES, LATER_SOUND_LOGS } from "./later-log-lines";
import { ANY, COMMANDS } from "./leaking-commands";
import { KEYS, MADE, SENTENCES } from "./leaking-sentences";
import { MORE_COMMANDS, MORE_SENTENCES } from "./more-leaking-lines";
import { MORE_SOUND_LOGS } from "./more-sound-logs";
import { REPORTED, REPORTED_SIBLINGS } from "./reported-values";
import { SOUND_LOGS } from "./sound-logs";

/** What is shown of each text that still holds its secret. */
const leaks = (
  writes: readonly ((secret: string) => string)[],
  secrets: readonly string[],
): readonly string[] =>
  writes.flatMap((write) =>
    secrets.flatMap((secret) => {
      const shown = redact(write(secret));
      return shown.includes(secret.slice(1, 9)) ? [shown] : [];
    }),
  );

describe("Lines of logs and commands", () => {
  it("hold no secret that a sentence says, near its noun or further away", () => {
    assert.ok(SENTENCES.length + COMMANDS.length >= 180);
    assert.deepEqual(leaks([...SENTENCES, ...LATER_SENTENCES, ...MORE_SENTENCES], MADE), []);
    assert.deepEqual(
      leaks(
        KEYS,
        MADE.filter((secret) => !/^[a-z]+\d$/.test(secret)),
      ),
      [],
    );
  });

  it("hold no secret that a command is given at its place, of whatever kind it is", () => {
    assert.deepEqual(leaks([...COMMANDS, ...LATER_COMMANDS, ...MORE_COMMANDS], ANY), []);
  });

  it("stay word for word where they hold no secret", () => {
    const lines = [...SOUND_LOGS, ...LATER_SOUND_LOGS, ...MORE_SOUND_LOGS];
    assert.ok(lines.length >= 300);
    assert.deepEqual(
      lines.map((text) => redact(text)),
      lines,
    );
  });

  it("stay word for word where a name or a word of a status is taken for a secret", () => {
    assert.deepEqual(
      [...LAST_SOUND_LOGS, ...SOUND_SIBLINGS].map((text) => redact(text)),
      [...LAST_SOUND_LOGS, ...SOUND_SIBLINGS],
    );
  });

  it("hold no value that is reported of a secret's name", () => {
    assert.deepEqual(leaks([...REPORTED, ...REPORTED_SIBLINGS], [...ANY, "s3ss10nK3y"]), []);
  });

  it("keep the host behind a user whose name is a secret's", () => {
    for (const [user, host] of [
      ["x-access-token", "github.com/acme/api.git"],
      ["__token__", "upload.pypi.org/legacy/"],
    ])
      assert.equal(
        redact(`POST https://${user}:Kq8sd7f6aX@${host}: 403`),
        `POST https://${user}:***@${host}: 403`,
      );
  });

  it("stay word for word where a value is reported that is none", () => {
    assert.deepEqual(
      REPORTED_WORDS.map((text) => redact(text)),
      REPORTED_WORDS,
    );
  });
});
