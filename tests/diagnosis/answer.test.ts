import assert from "node:assert/strict";
import { answerOf } from "../../diagnosis";

describe("The answer for other tools", () => {
  it("has reason, evidence, hint and certainty", () => {
    const { failureMode, reason, evidence, hint, certainty } = answerOf(
      "Error: listen EACCES: permission denied 0.0.0.0:443\r\n==> Exited with status 1\r\n",
    );
    assert.deepEqual([failureMode, certainty], ["port/privileged", "certain"]);
    assert.match(reason, /443/);
    assert.match(hint, /1024/);
    assert.deepEqual(evidence, [{ line: 1, text: "Error: listen EACCES: permission denied 0.0.0.0:443" }]);
  });

  it("asks where the cause is unknown, and masks what is secret", () => {
    const canary = "c4nary-s3cret-v4lue";
    const answer = answerOf(
      `connecting to postgresql://app:${canary}@db/app failed\n==> Exited with status 1\n`,
    );
    assert.equal(answer.certainty, "unknown");
    assert.match(answer.hint, /\?/);
    assert.ok(!JSON.stringify(answer).includes(canary));
  });

  it("takes what a log that worked has too for no cause", () => {
    const noise = "ModuleNotFoundError: No module named 'optional'";
    const log = [noise, "panic: environment variable REDIS_URL is not set", "==> Exited with status 1"];
    const { reason } = answerOf(log.join("\n"), `${noise}\nListening on port 8080\n`);
    assert.match(reason, /REDIS_URL/);
    assert.doesNotMatch(reason, /optional/);
  });
});
