import assert from "node:assert/strict";
import fc from "fast-check";
import { simpleCommands } from "../../../domain/start-command/shell";

const WORDS = [
  ...["uvicorn", "app.main:app", "--port", "cd", "app", "exec", "export", "--bind", "a=b"],
  ...["$PORT", "${PORT}", "${PORT:-8000}", "${PORT-80}", "${X:-}", "${A}/x", "${A}${B}", "${A}:$B"],
  ...["0.0.0.0:${PORT:-8000}", "PORT=${PORT:-9}", "X=${Y}", "--a=${B:-/x/y}"],
];

describe("Words that need no grammar", () => {
  it("are read as the grammar reads them", () => {
    const command = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 });
    const line = fc.array(command, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(line, (commands) => {
        const text = commands.map((words) => words.join(" ")).join(" && ");
        // A comment changes nothing, and only the grammar knows one.
        assert.deepEqual(simpleCommands(text), simpleCommands(`${text} #`));
        for (const shell of ["sh -c", "exec bash -lc", "/bin/sh -ec"]) {
          assert.deepEqual(simpleCommands(`${shell} '${text}'`), simpleCommands(`${shell} '${text}' #`));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("begin with themselves in the line after an assignment", () => {
    for (const value of ["$A", '"$A"', "${A:-b}", "$(hostname)"]) {
      const [, last] = [...simpleCommands(`true\nX=${value}\nexec uvicorn main:app`)];
      assert.deepEqual(last?.words, ["uvicorn", "main:app"]);
    }
  });

  it("are told from others in no time, however long the names are", () => {
    assert.deepEqual(simpleCommands(`${`$${"a".repeat(60)}`.repeat(60)} "`), []);
  });
});
