import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../diagnosis";
import { type KnownFinding, mergeAudit } from "../../diagnosis/merge-audit";

/** A service that listens on a port which is not probed, until time is over. */
const PORT_10000 = [
  "==> Deploying...",
  "==> Running 'uvicorn main:app'",
  "INFO:     Uvicorn running on http://0.0.0.0:10000 (Press CTRL+C to quit)",
  "==> Timed Out",
];
const WRONG_PASSWORD = [
  'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "app"',
  "==> Exited with status 1",
];

function finding(rule: string, over: Partial<KnownFinding> = {}): KnownFinding {
  const place = { source: "file", file: ".env.production", line: 3 } as const;
  return {
    rule,
    severity: "error",
    place,
    what: "variable PORT",
    expected: "8000, as the Dockerfile says",
    got: "10000",
    ...over,
  };
}

function found(lines: readonly string[], findings: readonly KnownFinding[]) {
  const reading = readLogLines(lines);
  return { before: diagnose(reading), after: mergeAudit(diagnose(reading), reading, findings) };
}

describe("What is known of a repository", () => {
  it("names the line whose port the log shows, and explains the failure by it", () => {
    const { before, after } = found(PORT_10000, [finding("port/agreement")]);
    assert.notEqual(before.failureMode, "port/mismatch");
    assert.deepEqual([after.failureMode, after.certainty], ["port/mismatch", "certain"]);
    assert.match(after.rootCause, /listens on 10000, as \.env\.production:3 says; expected 8000/);
    assert.equal(after.correctiveAction, "Set the port at .env.production:3 to 8000.");
    assert.ok(after.evidence.some(({ line }) => line === 3));
    assert.deepEqual(after.competing, []);
    assert.equal(after.preventiveRule, "port/agreement");
    assert.deepEqual(after.contributing, [
      {
        place: finding("").place,
        what: "variable PORT: expected 8000, as the Dockerfile says, got 10000",
      },
    ]);
  });

  const REACHED: Readonly<Record<string, readonly string[]>> = {
    "the platform names the port that it asks": [
      "INFO:     Uvicorn running on http://0.0.0.0:10000 (Press CTRL+C to quit)",
      "==> Timed out after waiting for internal health check to return a successful response code at: api.onrender.com:10000 /health",
    ],
    "a request from elsewhere is answered": [
      "INFO:     Uvicorn running on http://0.0.0.0:10000 (Press CTRL+C to quit)",
      'INFO:     10.17.4.1:51234 - "GET /health HTTP/1.1" 404 Not Found',
      "==> Timed Out",
    ],
  };
  for (const [what, lines] of Object.entries(REACHED)) {
    it(`is not the cause where the log proves that the port is reached: ${what}`, () => {
      const { before, after } = found(lines, [finding("port/agreement")]);
      assert.equal(after.failureMode, before.failureMode);
      assert.equal(after.certainty, before.certainty);
      assert.equal(after.correctiveAction, before.correctiveAction);
    });
  }

  it("is the cause where only the service's own machine is answered", () => {
    const own = 'INFO:     127.0.0.1:51234 - "GET /health HTTP/1.1" 200 OK';
    const { after } = found([...PORT_10000.slice(0, 3), own, "==> Timed Out"], [finding("port/agreement")]);
    assert.equal(after.failureMode, "port/mismatch");
  });

  it("is likely only, where the rule itself doubts", () => {
    const { after } = found(PORT_10000, [finding("port/agreement", { severity: "warning" })]);
    assert.deepEqual([after.failureMode, after.certainty], ["port/mismatch", "likely"]);
  });

  const UNHEARD = [
    "==> Running 'python app.py'",
    "==> Port scan timeout reached, no open ports detected. Bind your service to at least one port.",
  ];

  it("names the line that binds loopback, where the log shows such a listener", () => {
    const place = { source: "file", file: "main.py", line: 5 } as const;
    const words = { place, what: "bind address", expected: "0.0.0.0", got: "127.0.0.1" };
    const log = [
      "==> Running 'python main.py'",
      "INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)",
      "==> No open ports detected, continuing to scan...",
      "==> Timed Out",
    ];
    const { before, after } = found(log, [finding("service/loopback-bind", words)]);
    assert.match(before.correctiveAction, /^Let the code listen/);
    assert.equal(after.correctiveAction, "Set the bind address at main.py:5 to 0.0.0.0.");
    const doubtful = found(log, [finding("service/loopback-bind", { ...words, severity: "warning" })]).after;
    assert.equal(doubtful.correctiveAction, before.correctiveAction);
  });

  it("is the likely cause where a port scan finds nothing, and the log names no listener", () => {
    const bind = finding("service/loopback-bind", {
      what: "bind address",
      expected: "0.0.0.0",
      got: "127.0.0.1",
    });
    const { before, after } = found(UNHEARD, [finding("port/agreement"), bind]);
    assert.equal(before.failureMode, "port/none-open");
    assert.deepEqual([after.failureMode, after.certainty], ["port/loopback-bind", "likely"]);
    assert.match(
      after.rootCause,
      /bind address at \.env\.production:3 is 127\.0\.0\.1.*found by rule service\/loopback-bind/,
    );
    assert.deepEqual([after.preventiveRule, after.ruleReported], ["service/loopback-bind", true]);
    assert.equal(after.contributing[0]?.what, "bind address: expected 0.0.0.0, got 127.0.0.1");
    assert.deepEqual(after.evidence, before.evidence);
    assert.equal(after.competing[0]?.failureMode, "port/none-open");
    const port = found(UNHEARD, [finding("port/agreement")]).after;
    assert.deepEqual([port.failureMode, port.certainty], ["port/mismatch", "likely"]);
  });

  it("leaves a port scan's timeout as it is where the rule only warns, or the log shows a listener", () => {
    const heard = [...UNHEARD.slice(0, 1), " * Running on http://0.0.0.0:5000", ...UNHEARD.slice(1)];
    for (const [lines, severity] of [
      [UNHEARD, "warning"],
      [heard, "error"],
    ] as const) {
      const { before, after } = found(lines, [finding("service/loopback-bind", { severity })]);
      assert.equal(after.failureMode, before.failureMode);
    }
  });

  const elsewhere: readonly (readonly [string, readonly string[], KnownFinding])[] = [
    ["another port than the log's", PORT_10000, finding("port/agreement", { got: "9000" })],
    ["that port by another rule", PORT_10000, finding("port/standard")],
    ["a port, of a failure that no port explains", WRONG_PASSWORD, finding("port/agreement")],
  ];
  for (const [what, lines, known] of elsewhere) {
    it(`leaves the cause as it was where it is about ${what}`, () => {
      const { before, after } = found(lines, [known]);
      assert.deepEqual(
        [after.failureMode, after.rootCause, after.certainty],
        [before.failureMode, before.rootCause, before.certainty],
      );
    });
  }

  it("is told where its rule is about the failure, once for each place, and else not", () => {
    const pooler = finding("environment/placeholder", { what: "DATABASE_URL", got: "app" });
    const { before, after } = found(WRONG_PASSWORD, [finding("port/agreement"), pooler, pooler]);
    assert.deepEqual(
      [before.contributing.length, after.contributing.map(({ what }) => what)],
      [0, [`DATABASE_URL: expected ${pooler.expected}, got app`]],
    );
  });

  it("is told in five places at most", () => {
    const many = Array.from({ length: 9 }, (_, line) =>
      finding("environment/placeholder", { place: { source: "file", file: "a", line } }),
    );
    assert.equal(found(WRONG_PASSWORD, many).after.contributing.length, 5);
  });

  it("says nothing of a deploy that went well", () => {
    const { after } = found(["==> Your service is live 🎉"], [finding("environment/placeholder")]);
    assert.deepEqual([after.failureMode, after.contributing], ["none", []]);
  });
});
