import assert from "node:assert/strict";
import { type Diagnosis, diagnose, readLogLines } from "../../../diagnosis";

const LISTENS = (port: number, host = "0.0.0.0"): string =>
  `INFO:     Uvicorn running on http://${host}:${port} (Press CTRL+C to quit)`;
const ASKED = (port: number): string =>
  `==> Timed out after waiting for internal health check to return a successful response code at: srv-abc.onrender.com:${port} /health`;
const TIMED_OUT = "==> Timed Out";
const NO_PORT =
  "==> Port scan timeout reached, no open ports detected. Bind your service to at least one port.";
const EXITED = "==> Exited with status 1";
const LIVE = "==> Your service is live 🎉";
const REFUSED_LOGIN =
  'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "app"';

interface Expected {
  readonly mode: Diagnosis["failureMode"];
  readonly certainty: Diagnosis["certainty"];
  /** The numbers of the lines that show it. */
  readonly evidence: readonly number[];
}

const CASES: readonly (readonly [string, readonly string[], Expected])[] = [
  [
    "a server on loopback where no port is found",
    [LISTENS(8000, "127.0.0.1"), NO_PORT],
    { mode: "port/loopback-bind", certainty: "certain", evidence: [1] },
  ],
  [
    "no loopback where another server listens for all",
    [LISTENS(8001, "127.0.0.1"), LISTENS(8000), NO_PORT],
    // Not certain: the scan contradicts the second server.
    { mode: "port/none-open", certainty: "likely", evidence: [2, 3] },
  ],
  [
    "another port than the one that the platform asks",
    [LISTENS(9000), ASKED(8000)],
    { mode: "port/mismatch", certainty: "likely", evidence: [1, 2] },
  ],
  [
    "the port that the platform asks, where another server of the service is",
    [LISTENS(8000), LISTENS(9000), ASKED(8000)],
    { mode: "port/mismatch", certainty: "certain", evidence: [1, 2, 3] },
  ],
  [
    "no other port where the service listens on the one that is asked",
    [LISTENS(8000), ASKED(8000)],
    { mode: "health-check/timeout", certainty: "unknown", evidence: [2] },
  ],
  [
    "a port that the service asks of itself, where nothing answers",
    [
      LISTENS(10_000),
      "readiness: http://127.0.0.1:8000/ready: <urlopen error [Errno 111] Connection refused>",
      TIMED_OUT,
    ],
    { mode: "port/mismatch", certainty: "likely", evidence: [1, 2] },
  ],
  [
    "a process that ended three times",
    [EXITED, "again", EXITED, "again", EXITED],
    { mode: "process/crash-loop", certainty: "unknown", evidence: [1, 5] },
  ],
  [
    "a process that ended twice, as a deploy's first start is tried again",
    [EXITED, "again", EXITED],
    { mode: "process/exited", certainty: "unknown", evidence: [1] },
  ],
  [
    "a process that ended twice after it was live",
    [LIVE, EXITED, "again", EXITED],
    { mode: "process/crash-loop", certainty: "unknown", evidence: [2, 4] },
  ],
  [
    "the bind of a service that runs on without its database",
    [REFUSED_LOGIN, LISTENS(8000, "127.0.0.1"), NO_PORT],
    { mode: "port/loopback-bind", certainty: "certain", evidence: [2] },
  ],
  [
    "the database of a service that ended without it",
    [REFUSED_LOGIN, LISTENS(8000, "127.0.0.1"), EXITED, NO_PORT],
    { mode: "database/credentials", certainty: "certain", evidence: [1] },
  ],
  [
    "what is certain before what is possible, in one stage",
    ["Error: API_TOKEN is not set", "ModuleNotFoundError: No module named 'redis'", EXITED],
    { mode: "import/missing-module", certainty: "certain", evidence: [2] },
  ],
];

describe("The cause among a log's symptoms", () => {
  for (const [title, lines, expected] of CASES) {
    it(`is ${title}`, () => {
      const { failureMode: mode, certainty, evidence } = diagnose(readLogLines(lines));
      assert.deepEqual({ mode, certainty, evidence: evidence.map(({ line }) => line) }, expected);
    });
  }
});

describe("The telling lines of an unknown failure", () => {
  it("are ten at most, without the least telling ones", () => {
    const weak = Array.from({ length: 12 }, (_, at) => `the job could not read page ${at}`);
    const lines = ["fatal: the gears are stuck", ...weak, "panic: no oil"];
    const { failureMode, evidence } = diagnose(readLogLines(lines));
    assert.equal(failureMode, "unknown");
    assert.equal(evidence.length, 10);
    for (const text of ["fatal: the gears are stuck", "panic: no oil"])
      assert.ok(
        evidence.some((line) => line.text === text),
        text,
      );
  });
});
