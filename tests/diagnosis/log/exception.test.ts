import assert from "node:assert/strict";
import { ExceptionReader } from "../../../diagnosis/log/exception";

function readOf(lines: readonly string[]) {
  const reader = new ExceptionReader();
  lines.forEach((text, index) => {
    reader.take(text, index + 1);
  });
  return reader.all().at(-1);
}

describe("Reading an exception", () => {
  it("takes the lines between its head and its first frame into its message", () => {
    const exception = readOf([
      "Error: Command failed: sequelize db:create shop",
      "ERROR: Access denied for user 'shop'@'10.0.0.4'",
      "    at checkExecSyncError (node:child_process:861:11)",
      "    at setUp (/srv/app/setup.js:12:3)",
    ]);
    assert.equal(
      exception?.message,
      "Command failed: sequelize db:create shop ERROR: Access denied for user 'shop'@'10.0.0.4'",
    );
    assert.deepEqual(exception?.own, { file: "/srv/app/setup.js", line: 12 });
  });

  it("leaves out what follows an exception whose frames have begun", () => {
    const exception = readOf([
      "TypeError: x is not a function",
      "    at start (/srv/app/server.js:3:1)",
      "Server stopped",
      "    at end (/srv/app/server.js:9:1)",
    ]);
    assert.equal(exception?.message, "x is not a function");
  });
});
