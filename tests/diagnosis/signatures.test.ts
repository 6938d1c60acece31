import assert from "node:assert/strict";
import { diagnose, LogVerdict, PREVENTIVE_RULES, readLogLines, SIGNATURES } from "../../diagnosis";
import { rowOf, stemsIn } from "../../diagnosis/log/line-table";
import { redact } from "../../domain";
import { RULES } from "../../rules";

describe("The table of signatures", () => {
  it("names each row once", () => {
    const ids = SIGNATURES.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const signature of SIGNATURES) {
    for (const example of [signature.example, ...(signature.examples ?? [])]) {
      it(`has an example that its own row alone takes: ${signature.id}, ${example.slice(0, 60)}`, () => {
        assert.equal(rowOf(SIGNATURES, example, stemsIn(example))?.id, signature.id);
      });
    }
    it(`has a near miss that its row does not take: ${signature.id}, ${signature.nearMiss.slice(0, 60)}`, () => {
      assert.doesNotMatch(signature.nearMiss, signature.pattern);
    });
    it(`says what to do: ${signature.id}`, () => {
      for (const text of [signature.meaning, signature.cause, signature.correctiveAction, signature.source]) {
        assert.ok(text.length > 10, text);
        assert.equal(redact(text), text, "what is told is masked as a secret would be");
      }
    });
  }
});

describe("The rules that prevent a failure mode", () => {
  const ids = RULES.map(({ id }) => id);
  const named = [...Object.values(PREVENTIVE_RULES).flat(), ...SIGNATURES.flatMap(({ rule }) => rule ?? [])];
  for (const rule of new Set(named)) it(`are there: ${rule}`, () => assert.ok(ids.includes(rule)));
});

function verdictOn(lines: readonly string[]): LogVerdict {
  const verdict = new LogVerdict();
  for (const line of lines) verdict.add(line);
  return verdict;
}

describe("The cause that a log names", () => {
  const NONE_TYPE =
    "asyncpg.exceptions._base.InternalClientError: unexpected error while performing authentication: 'NoneType' object has no attribute 'group'";

  it("is the earliest of a chain, not its last line", () => {
    const log = [
      "==> Running 'uvicorn main:app'",
      NONE_TYPE,
      "ERROR:    Application startup failed. Exiting.",
      "==> Exited with status 3",
      "==> No open ports detected, continuing to scan...",
      "==> Timed Out",
    ];
    const { failureMode, evidence, rootCause } = diagnose(readLogLines(log));
    assert.equal(failureMode, "database/credentials");
    assert.equal(evidence[0]?.line, 2);
    assert.doesNotMatch(rootCause, /incompatible/);
  });

  it("is found where the platform's line comes before the program's own", () => {
    const log = ["==> Exited with status 1", "ModuleNotFoundError: No module named 'redis'"];
    assert.equal(diagnose(readLogLines(log)).failureMode, "import/missing-module");
  });

  it("is found through colours, and shown without a secret", () => {
    const canary = "c4nary-s3cret-v4lue";
    const log = [
      `\u001b[31mpsycopg2.OperationalError: could not translate host name "x" postgresql://u:${canary}@x/db\u001b[0m`,
    ];
    const diagnosis = diagnose(readLogLines(log));
    assert.equal(diagnosis.failureMode, "database/dns");
    assert.ok(!JSON.stringify(diagnosis).includes(canary));
  });

  it("is none, and nothing is sure, where no line speaks of a failure", () => {
    const { failureMode, certainty } = diagnose(readLogLines(["INFO:     Application startup complete."]));
    assert.deepEqual([failureMode, certainty], ["none", "unknown"]);
  });

  const cases: readonly [string, readonly string[], string | undefined][] = [
    ["a refused password", ['password authentication failed for user "a"'], "database/credentials"],
    [
      "a server on loopback that no scan finds",
      ["Uvicorn running on http://127.0.0.1:8000", "==> No open ports detected, continuing to scan..."],
      "port/loopback-bind",
    ],
    ["a time that is over", ["==> Timed Out"], "platform/cause-unknown"],
    ["nothing yet: a scan that goes on", ["==> No open ports detected, continuing to scan..."], undefined],
    [
      "nothing yet: a database that is still starting",
      ["FATAL: the database system is starting up"],
      undefined,
    ],
    ["nothing yet: a server on loopback alone", ["Uvicorn running on http://127.0.0.1:8000"], undefined],
  ];
  for (const [what, lines, mode] of cases) {
    it(`decides a deploy by ${what}`, () => assert.equal(verdictOn(lines).decision()?.mode, mode));
  }

  const harms: readonly [string, string, string | undefined][] = [
    [
      "a prepared statement that is gone",
      'prepared statement "__asyncpg_stmt_1__" does not exist',
      "database/prepared-statement",
    ],
    ["a process that ran out of memory", "==> Out of memory (used over 512Mi)", "memory/exhausted"],
    ["nothing: a database that was starting", "FATAL: the database system is starting up", undefined],
    ["nothing: a scan that took its time", "==> No open ports detected, continuing to scan...", undefined],
  ];
  for (const [what, line, mode] of harms) {
    it(`harms a live deploy by ${what}`, () =>
      assert.equal(verdictOn(["==> Your service is live", line]).harm()?.mode, mode));
  }

  it("takes bounded time on a line of ten megabytes", () => {
    assert.equal(diagnose(readLogLines(["a".repeat(10_000_000)])).failureMode, "unknown");
  });
});
