import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../diagnosis";

const UVICORN = "INFO:     Uvicorn running on http://0.0.0.0:10000 (Press CTRL+C to quit)";
const STATEMENT = 'asyncpg.exceptions.InvalidSQLStatementNameError: prepared statement "s0" does not exist';

describe("What one query meets, and how the deploy ends", () => {
  const ended = (...lines: readonly string[]) => diagnose(readLogLines(lines));

  it("leaves open whether the query's failure is why the deploy did not become live", () => {
    const { failureMode, certainty, competing, explains } = ended(
      'ERROR: prepared statement "s0" already exists',
      "==> Port scan timeout reached, no open ports detected. Bind your service to at least one port.",
    );
    assert.deepEqual([failureMode, certainty], ["database/prepared-statement", "likely"]);
    assert.deepEqual(
      competing.map((one) => one.failureMode),
      ["port/none-open"],
    );
    assert.deepEqual(explains, []);
  });

  it("never shows a line of a server in order as a symptom", () => {
    const { explains, unexplained } = ended(UVICORN, STATEMENT, "==> Timed Out");
    assert.deepEqual(
      [...explains, ...unexplained].map(({ text }) => text),
      ["==> Timed Out"],
    );
  });

  it("shows a worker that was killed as what follows where the platform says that the memory was exhausted", () => {
    const { failureMode, explains, unexplained } = ended(
      "[2026-11-29 04:02:44,502: ERROR/MainProcess] Process 'ForkPoolWorker-2' pid:66 exited with 'signal 9 (SIGKILL)'",
      "==> Ran out of memory (used over 512MB) while running your code.",
    );
    assert.equal(failureMode, "memory/exhausted");
    assert.deepEqual(
      explains.map((one) => one.failureMode),
      ["process/killed"],
    );
    assert.deepEqual(unexplained, []);
  });

  it("is certain where the query's failure ended the process", () => {
    assert.equal(ended(STATEMENT, "==> Exited with status 1", "==> Timed Out").certainty, "certain");
  });
});

describe("The end of a unit of systemd", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Main process exited, code=exited, status=127/n/a", "process/command-not-found"],
    ["Main process exited, code=exited, status=203/EXEC", "process/command-not-found"],
    ["Control process exited, code=exited, status=217/USER", "configuration/invalid"],
    ["Main process exited, code=exited, status=200/CHDIR", "configuration/invalid"],
    ["Main process exited, code=dumped, status=11/SEGV", "process/exception"],
    ["Failed with result 'oom-kill'.", "memory/exhausted"],
    ["Main process exited, code=exited, status=1/FAILURE", "process/exited"],
    ["Main process exited, code=killed, status=15/TERM", "unknown"],
  ];
  for (const [end, mode] of cases) {
    it(`by its status: ${end}`, () => {
      const log = [`Nov 16 10:00:15 pc1 systemd[1]: shop.service: ${end}`];
      assert.equal(diagnose(readLogLines(log)).failureMode, mode);
    });
  }
});

describe("The last words of a step", () => {
  const END = '#11 ERROR: process "/bin/sh -c poetry lock" did not complete successfully: exit code: 1';

  it("are told where none of its lines speaks of an error", () => {
    const log = ["#11 1.774 Resolving dependencies...", "#11 3.637 list index out of range", END];
    const { rootCause, certainty, evidence } = diagnose(readLogLines(log));
    assert.match(rootCause, /the log says “list index out of range”/);
    assert.equal(certainty, "unknown");
    assert.ok(evidence.some(({ line }) => line === 2));
  });

  it("are left out where they say that all is well", () => {
    const { rootCause } = diagnose(readLogLines(["#11 3.637 Resolved 12 packages, done: ready", END]));
    assert.doesNotMatch(rootCause, /the log says/);
  });
});

describe("A certificate that is not trusted", () => {
  it("is the database's for certain only where the line names it", () => {
    const certaintyOf = (line: string) => diagnose(readLogLines([line])).certainty;
    assert.equal(certaintyOf("Error: self-signed certificate"), "likely");
    assert.equal(
      certaintyOf(
        'connection to server at "10.0.0.1", port 5432 failed: SSL error: certificate verify failed',
      ),
      "certain",
    );
    assert.equal(
      certaintyOf("failed to connect to database: x509: certificate signed by unknown authority"),
      "certain",
    );
  });
});
