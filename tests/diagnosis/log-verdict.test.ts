import assert from "node:assert/strict";
import { diagnose, LogVerdict, readLogLines } from "../../diagnosis";

const LIVE = "==> Your service is live 🎉";
const EXITED = "==> Exited with status 1";

function verdictOn(lines: readonly string[]): LogVerdict {
  const verdict = new LogVerdict();
  for (const line of lines) verdict.add(line);
  return verdict;
}

describe("What a verification reads from a deploy's log", () => {
  it("is the same as a diagnosis of the whole log: a setting that is missing, not one that is wrong", () => {
    const lines = [
      "pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings",
      "  Field required [type=missing, input_value={}, input_type=dict]",
      EXITED,
    ];
    assert.equal(diagnose(readLogLines(lines)).failureMode, "configuration/missing-variable");
    assert.equal(verdictOn(lines).decision()?.mode, "configuration/missing-variable");
    assert.equal(verdictOn(lines).cause()?.mode, "configuration/missing-variable");
  });

  it("says a line of the log once, whether the cause quotes it or not", () => {
    const build = verdictOn(["Unknown command: 'collectstatic'", "==> Build failed 😞"]);
    const reason = build.cause()?.reason ?? "";
    assert.equal(reason.split("Unknown command: 'collectstatic'").length, 2, reason);
    const missing = verdictOn(["ModuleNotFoundError: No module named 'redis'", EXITED]).cause()?.reason ?? "";
    assert.match(missing, / \(the log says: ModuleNotFoundError: No module named 'redis'\)$/);
  });

  it("says why a live service's process ended, and not what only says that it did", () => {
    const scan = "==> No open ports detected, continuing to scan...";
    const ended = (...lines: readonly string[]) => {
      const verdict = verdictOn([scan, LISTENS, LIVE]);
      verdict.live();
      for (const line of lines) verdict.add(line);
      return verdict.ended()?.mode;
    };
    assert.equal(verdictOn([scan]).cause()?.mode, "port/none-open");
    assert.equal(verdictOn([scan]).ended(), undefined);
    assert.equal(ended(scan), undefined);
    assert.equal(ended(scan, EXITED), undefined);
    assert.equal(ended("ModuleNotFoundError: No module named 'redis'", EXITED), "import/missing-module");
  });

  it("says what a live service met and went on from, such as the end of a task in the background", () => {
    const login =
      'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "reports"';
    const lines = [LISTENS, LIVE, "Task exception was never retrieved", login];
    const verdict = verdictOn([...lines, 'INFO:     10.0.0.1:0 - "GET /health HTTP/1.1" 200 OK']);
    assert.equal(verdict.harm(), undefined);
    assert.equal(
      verdict.met(),
      `a task of asyncio has ended (\`Task exception was never retrieved\`): ${login}; it went on after database/credentials`,
    );
    const thrown = "TypeError: Cannot read properties of undefined (reading 'id')";
    const served = verdictOn([LISTENS, LIVE]);
    served.live();
    served.add(thrown);
    assert.equal(served.met(), `it went on after process/exception (the log says: ${thrown})`);
    assert.equal(verdictOn([LISTENS, LIVE]).met(), "");
    assert.equal(verdictOn([login, EXITED]).met(), "");
  });

  const CAUGHT = "ModuleNotFoundError: No module named 'redis'";
  const LISTENS = "INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)";
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["an optional import that was caught", [CAUGHT]],
    ["an optional import that was caught, and a server that listens", [CAUGHT, LISTENS]],
    ["an optional import that was caught, of a deploy that is live", [CAUGHT, LISTENS, LIVE]],
    ["an import that was caught in a request to the live service", [LISTENS, LIVE, CAUGHT]],
    [
      "a variable that has a default",
      ["Error: CACHE_URL is not set", LISTENS, LIVE, "Error: CACHE_URL is not set"],
    ],
    [
      "a database that was asked again, and let the service in",
      [
        'password authentication failed for user "a"',
        "INFO:     Application startup complete.",
        LISTENS,
        LIVE,
      ],
    ],
  ];
  for (const [what, lines] of cases) {
    it(`neither decides nor harms a deploy by ${what}`, () => {
      const verdict = verdictOn(lines);
      assert.equal(verdict.decision(), undefined);
      verdict.live();
      assert.equal(verdict.harm(), undefined);
    });
  }

  it("decides by an import that failed where the process ended after it", () => {
    assert.equal(verdictOn([CAUGHT, EXITED]).decision()?.mode, "import/missing-module");
  });

  it("harms a live service by a process that ends again and again", () => {
    const verdict = verdictOn([LISTENS, LIVE]);
    for (const line of [CAUGHT, EXITED, CAUGHT, EXITED]) verdict.add(line);
    assert.equal(verdict.harm()?.mode, "import/missing-module");
  });

  it("knows from Render that the deploy is live, where the log does not say so", () => {
    const verdict = verdictOn(['prepared statement "s1" does not exist']);
    assert.equal(verdict.harm()?.mode, "database/prepared-statement");
    verdict.live();
    assert.equal(verdict.harm(), undefined);
  });
});
