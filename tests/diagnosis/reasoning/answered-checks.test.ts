import assert from "node:assert/strict";
import { type Diagnosis, diagnose, readLogLines } from "../../../diagnosis";

const of = (...lines: readonly string[]): Diagnosis => diagnose(readLogLines(lines));
const TIMED_OUT =
  "==> Timed out after waiting for internal health check to return a successful response code at: shelf-api.onrender.com:10000 /healthz";
const OTHER = 'INFO:     10.1.2.3:0 - "GET /wp-login.php HTTP/1.1" 404 Not Found';
const thrice = (line: string): readonly string[] => [line, line, line];

const FORMS: readonly (readonly [server: string, line: string, status: string])[] = [
  ["uvicorn", 'INFO:     10.214.33.9:0 - "GET /healthz HTTP/1.1" 404 Not Found', "404"],
  [
    "uvicorn with a client's port",
    'INFO:     10.214.33.9:51022 - "GET /healthz HTTP/1.1" 500 Internal Server Error',
    "500",
  ],
  [
    "uvicorn that is not ready",
    'INFO:     10.214.33.9:0 - "GET /healthz HTTP/1.1" 503 Service Unavailable',
    "503",
  ],
  ["morgan's dev", "GET /healthz 404 1.234 ms - 146", "404"],
  ["morgan's shortest", "GET /healthz 404", "404"],
  [
    "gunicorn",
    '10.214.33.9 - - [29/Nov/2026:05:27:51 +0000] "GET /healthz HTTP/1.1" 401 143 "-" "Render/1.0"',
    "401",
  ],
  ["Gin", '[GIN] 2026/11/29 - 05:27:51 | 404 |     1.203µs |    10.214.33.9 | GET      "/healthz"', "404"],
  ["a query", 'INFO:     10.214.33.9:0 - "HEAD /healthz?full=1 HTTP/1.1" 405 Method Not Allowed', "405"],
];

describe("A health check that the service answers with an error", () => {
  for (const [server, line, status] of FORMS) {
    it(`has failed, as the answers of ${server} show`, () => {
      const said = of(...thrice(line), TIMED_OUT);
      assert.equal(said.failureMode, "health-check/failed");
      assert.equal(said.certainty, "likely");
      assert.deepEqual(said.unexplained, []);
      assert.match(said.rootCause, new RegExp(`/healthz\\b.*\\b${status}\\b`));
      assert.ok(said.evidence.some(({ text }) => text === line.trim()));
      assert.ok(said.evidence.some(({ text }) => text === TIMED_OUT));
    });
  }

  it("is found among the answers to others, before what the service says at its end", () => {
    const others = Array.from({ length: 60 }, () => OTHER);
    const said = of(...others, "GET /healthz 503", OTHER, OTHER, TIMED_OUT, "INFO:     Shutting down");
    assert.match(said.rootCause, /healthz.*503/);
  });

  it("is not shown by the answers at other paths", () => {
    const said = of(...thrice(OTHER), ...thrice("GET /healthz/deep 404"), TIMED_OUT);
    assert.equal(said.failureMode, "health-check/timeout");
    assert.equal(said.certainty, "unknown");
  });

  it("is not shown by an error that a success follows", () => {
    const said = of(...thrice("GET /healthz 503"), "GET /healthz 200", TIMED_OUT);
    assert.equal(said.certainty, "unknown");
  });

  it("does not hide why it answers so", () => {
    const said = of(
      'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "app"',
      ...thrice("GET /healthz 503"),
      TIMED_OUT,
    );
    assert.equal(said.failureMode, "database/credentials");
  });
});
