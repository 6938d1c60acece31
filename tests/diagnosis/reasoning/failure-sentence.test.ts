import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";
import { failureSentence } from "../../../diagnosis/reasoning/failure-sentence";

describe("A sentence of a failure in words that no row and no family has", () => {
  const meant: readonly (readonly [string, string])[] = [
    ["Error: couldn't find key VALUE in Secret default/web", "configuration/missing-variable"],
    ["FAILED: Can't locate revision identified by '2f3ffe88be6b'", "migration/failed"],
    ["could not find plugin frobnicate", "import/missing-module"],
    ["/bin/sh: ./run.sh: not found", "process/command-not-found"],
    ["/opt/app-root/etc/passwd: *** denied", "disk/permission-denied"],
    ["cannot reach the broker", "broker/refused"],
    ["missing go.sum entry for module providing package gopkg.in/yaml.v3", "build/failed"],
    ["The encryption key length is unsupported", "configuration/invalid"],
    ['database "app_production" does not exist', "database/schema-missing"],
  ];
  for (const [text, mode] of meant) {
    it(`means ${mode}: ${text}`, () => {
      assert.equal(failureSentence(text)?.mode, mode);
    });
  }

  for (const text of [
    "TypeError: the option of undefined is missing",
    "CRASH REPORT Process worker exited with reason: no such process or port",
    "SQLSTATE[HY000] [2002] No such file or directory",
    "proxy[ed63d73f] lhr [error] instance refused connection",
    "something went wrong",
    "the process is missing",
  ]) {
    it(`says nothing of a cause by itself: ${text}`, () => {
      assert.equal(failureSentence(text), undefined);
    });
  }

  it("is never certain, and names the other causes that its words allow", () => {
    const { failureMode, certainty, competing } = diagnose(
      readLogLines(["Booting widget", "error: cannot locate the secret store-a", "==> Exited with status 1"]),
    );
    assert.equal(failureMode, "configuration/missing-variable");
    assert.equal(certainty, "likely");
    assert.deepEqual(
      competing.map((one) => one.failureMode),
      ["import/missing-module", "configuration/invalid"],
    );
  });

  it("is no cause where something healthy follows", () => {
    const { certainty, failureMode } = diagnose(
      readLogLines(["error: cannot locate the secret store-a", "Server listening on http://0.0.0.0:3000"]),
    );
    assert.notEqual(failureMode, "configuration/missing-variable");
    assert.notEqual(certainty, "certain");
  });
});
