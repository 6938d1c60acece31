import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../diagnosis";

const EXITED = "==> Exited with status 1";

interface Kind {
  readonly log: readonly string[];
  readonly mode: string;
  /** The most that the log allows. */
  readonly certainty?: "certain" | "likely" | "unknown";
  /** What cause and action together say. */
  readonly says?: RegExp;
  readonly never?: RegExp;
}

/** What public failure reports showed to be answered wrongly; each is an example of its kind. */
const KINDS: Readonly<Record<string, Kind>> = {
  "a database container's health check without a user": {
    log: [
      'db-1  | 2024-08-01 18:15:18.898 UTC [39] FATAL:  role "root" does not exist',
      "app-1 | INFO:     Application startup complete.",
      "app-1 | INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
    ],
    mode: "none",
  },
  "a database container that is starting beside a service": {
    log: [
      "db-1  | 2024-08-01 18:15:18.898 UTC [39] FATAL:  the database system is starting up",
      "app-1 | INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
    ],
    mode: "none",
  },
  "a service that ended, where the line of its deploy was not copied": {
    log: [
      "==> Build successful 🎉",
      "==> Running 'python app.py'",
      "INFO: Uvicorn running on http://0.0.0.0:10000",
      "ValueError: x",
      EXITED,
    ],
    mode: "process/exception",
    never: /pre-deploy/,
  },
  "Supabase's direct host without an address": {
    log: ["Error: getaddrinfo ENOTFOUND db.abcdefghijklmnopqrst.supabase.co", EXITED],
    mode: "database/ipv6-unreachable",
    certainty: "likely",
    says: /paused/,
  },
  "psycopg2 under create_async_engine": {
    log: [
      "    engine = create_async_engine(url)",
      "    import psycopg2",
      "ModuleNotFoundError: No module named 'psycopg2'",
      EXITED,
    ],
    mode: "import/missing-module",
    certainty: "likely",
    says: /scheme/,
  },
  "a process that ended after it had listened": {
    log: ["Server listening on 0.0.0.0:10000", "TypeError: x is not a function", EXITED],
    mode: "process/exception",
    certainty: "unknown",
    never: /instead of listening/,
  },
  "a worker that did not boot": {
    log: [
      "Listening at: http://0.0.0.0:8080 (1)",
      "Reason: Worker failed to boot.",
      "==> Exited with status 3",
    ],
    mode: "process/exited",
    certainty: "unknown",
    never: /instead of listening/,
  },
  "node-postgres without a password": {
    log: ["Error: SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string"],
    mode: "configuration/missing-variable",
  },
  "pgx refused inside SASL": {
    log: ["failed SASL auth (invalid SCRAM server-final-message received from server)"],
    mode: "database/credentials",
    certainty: "likely",
  },
  "Go's resolver": {
    log: ["dial tcp: lookup db.example.com on 10.0.0.2:53: no such host"],
    mode: "database/dns",
    says: /db\.example\.com/,
  },
  "Erlang's resolver": {
    log: [
      "** (DBConnection.ConnectionError) tcp connect (db.x.internal:5432): non-existing domain - :nxdomain",
    ],
    mode: "database/dns",
  },
  "libpq at the local socket": {
    log: [
      'connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: No such file or directory',
      EXITED,
    ],
    mode: "database/refused",
    says: /DATABASE_URL/,
  },
  "a privileged port": {
    log: ["Error: listen EACCES: permission denied 0.0.0.0:443"],
    mode: "port/privileged",
    says: /443/,
  },
  "BuildKit's step": {
    log: [
      'ERROR: failed to build: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
    ],
    mode: "build/failed",
    certainty: "unknown",
    says: /make/,
  },
  "an older Go": {
    log: ["go: go.mod requires go >= 1.25.0 (running go 1.24.13; GOTOOLCHAIN=local)"],
    mode: "build/failed",
    says: /1\.25/,
  },
  "another Ruby": {
    log: ["Your Ruby version is 3.1.5, but your Gemfile specified 3.2.2 (Bundler::RubyVersionMismatch)"],
    mode: "build/failed",
    says: /3\.2\.2/,
  },
  "Rails without its secret": {
    log: ["ArgumentError: Missing `secret_key_base` for 'production' environment"],
    mode: "configuration/missing-variable",
    says: /SECRET_KEY_BASE_DUMMY/,
  },
  "Rust without a variable": {
    log: [
      "thread 'main' panicked at src/main.rs:4:5:",
      "Error loading env config: environment variable not found",
    ],
    mode: "configuration/missing-variable",
  },
  "Erlang's TLS options": {
    log: [
      "ssl connect: Options (or their values) can not be combined: [{verify,verify_peer}, {cacerts,undefined}]",
    ],
    mode: "database/tls-untrusted",
  },
  "a percent sign in alembic's configuration": {
    log: ["ValueError: invalid interpolation syntax in 'postgresql://a:b%40c@d/e' at position 25"],
    mode: "configuration/invalid",
    says: /%%/,
  },
  "V8 without memory": {
    log: ["Fatal JavaScript out of memory: Ineffective mark-compacts near heap limit"],
    mode: "memory/exhausted",
  },
  "a wheel for another Python": {
    log: [
      "ImportError: /x/_psycopg.cpython-313-x86_64-linux-gnu.so: undefined symbol: _PyInterpreterState_Get",
    ],
    mode: "runtime/incompatible",
  },
  "Prisma without OpenSSL": {
    log: [
      "Details: Error loading shared library libssl.so.1.1: No such file or directory (needed by /app/libquery_engine-linux-musl.so.node)",
    ],
    mode: "import/missing-library",
    says: /libssl/,
  },
  "an ES module by require": {
    log: [
      "Error [ERR_REQUIRE_ESM]: require() of ES Module /app/a.mjs from /app/b.js not supported.",
      "Node.js v22.11.0",
    ],
    mode: "import/module-format",
    says: /22\.12/,
  },
  "a newer Java's class": {
    log: [
      "java.lang.UnsupportedClassVersionError: A has been compiled by a more recent version of the Java Runtime (class file version 65.0)",
    ],
    mode: "runtime/incompatible",
    says: /65/,
  },
  "alembic without a revision": {
    log: ["KeyError: '0003_add_sources_to_messages'"],
    mode: "migration/failed",
  },
  "bun's frozen lock": {
    log: ["error: lockfile had changes, but lockfile is frozen"],
    mode: "build/failed",
    says: /lock file/,
  },
  "cargo's edition": {
    log: ["  feature `edition2024` is required"],
    mode: "build/failed",
    says: /edition2024/,
  },
  "a signature inside JSON": {
    log: ['{"level":"error","err":"prepared statement \\"s0\\" does not exist"}'],
    mode: "database/prepared-statement",
  },
  "Prisma at Supabase's direct host": {
    log: ["Error: P1001: Can't reach database server at `db.abcdefghijklmnopqrst.supabase.co:5432`"],
    mode: "database/ipv6-unreachable",
    certainty: "likely",
  },
  "a parameter that the driver sends": {
    log: ["pq: unsupported startup parameter: extra_float_digits"],
    mode: "database/unsupported-parameter",
    certainty: "likely",
    says: /ignore_startup_parameters/,
    never: /^Remove/m,
  },
  "a role that is not there": {
    log: ['psycopg2.OperationalError: FATAL:  role "app" does not exist', EXITED],
    mode: "database/role-missing",
    says: /Create the role app/,
  },
  "a circuit breaker of the pooler's own credentials": {
    log: [
      "FATAL: (ECIRCUITBREAKER) failed to retrieve database credentials after multiple attempts, new connections are temporarily blocked",
    ],
    mode: "database/auth-blocked",
    certainty: "likely",
  },
  "the incident without any other fact": {
    log: ["INFO:     Uvicorn running on http://0.0.0.0:10000 (Press CTRL+C to quit)", "==> Timed Out"],
    mode: "platform/cause-unknown",
    certainty: "unknown",
    says: /health check's path[\s\S]*another port than 10000/,
  },
  "a worker that is busy while its health check waits": {
    log: [
      "[2026-11-28 10:00:31 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:17)",
      "==> Timed out after waiting for internal health check to return a successful response code at: api.example.com:10000 /health",
    ],
    mode: "health-check/timeout",
    certainty: "likely",
    says: /--timeout/,
  },
  "an exception of a library that no row knows": {
    log: [
      "java.net.ConnectException: Operation timed out",
      "\tat com.zaxxer.hikari.pool.PoolBase.newConnection(PoolBase.java:341)",
      "\tat com.acme.orders.Main.main(Main.java:12)",
    ],
    mode: "database/refused",
    certainty: "likely",
    says: /com\.acme\.orders\.Main\.main:12/,
  },
  "a code without words": {
    log: ["error: la authentification", "  code: '28P01',"],
    mode: "database/credentials",
    certainty: "likely",
  },
  "a stack inside a JSON line": {
    log: [
      '{"level":"error","message":"TypeError: x is undefined\\n    at start (/app/src/start.js:7:3)\\n    at node:internal/main:1:1"}',
      EXITED,
    ],
    mode: "process/exception",
    says: /start\.js:7/,
  },
  "a step that says in its own lines why it failed": {
    log: [
      "#9 0.512 shipyard: error: the hull file is missing",
      '#9 ERROR: process "/bin/sh -c shipyard build" did not complete successfully: exit code: 1',
    ],
    mode: "build/failed",
    certainty: "unknown",
    says: /hull file/,
  },
  "warnings of a cache that runs": {
    log: [
      "cache_1 | 1:M 19 Feb 2021 16:03:06.714 # WARNING overcommit_memory is set to 0! Background save may fail",
      "cache_1 | 1:M 19 Feb 2021 16:03:06.714 * Ready to accept connections",
    ],
    mode: "none",
  },
};

const SURE = ["unknown", "likely", "certain"];

describe("A diagnosis of what others reported", () => {
  for (const [title, { log, mode, certainty = "certain", says, never }] of Object.entries(KINDS)) {
    it(`is right of ${title}`, () => {
      const diagnosis = diagnose(readLogLines(log));
      const { rootCause, correctiveAction, competing, explains } = diagnosis;
      const said = [rootCause, correctiveAction, ...competing.map((other) => other.rootCause)].join("\n");
      assert.equal(diagnosis.failureMode, mode, said);
      assert.ok(
        SURE.indexOf(diagnosis.certainty) <= SURE.indexOf(certainty),
        `is called ${diagnosis.certainty}`,
      );
      if (says !== undefined) assert.match(said, says);
      if (never !== undefined)
        assert.doesNotMatch([said, ...explains.map(({ failureMode }) => failureMode)].join("\n"), never);
      if (diagnosis.certainty === "likely") assert.notEqual(diagnosis.failureMode, "unknown");
    });
  }

  it("asks first which of path and port it is, where a service listens and the time is over", () => {
    const { asksFor, competing } = diagnose(
      readLogLines([
        "INFO:     Uvicorn running on http://0.0.0.0:10000 (Press CTRL+C to quit)",
        "==> Timed Out",
      ]),
    );
    assert.match(asksFor[0] ?? "", /path answer .* on port 10000\? That decides between path and port/);
    assert.deepEqual(
      competing.map(({ failureMode }) => failureMode),
      ["health-check/timeout", "port/mismatch", "port/none-open"],
    );
  });

  it("leaves out what a deploy that worked has said too, and lists it", () => {
    const before = readLogLines(["Error: connect ECONNREFUSED 127.0.0.1:6379", "listening on 0.0.0.0:8000"]);
    const now = readLogLines([
      "Error: connect ECONNREFUSED 127.0.0.1:6379",
      "ModuleNotFoundError: No module named 'redis'",
      EXITED,
    ]);
    const { failureMode, alsoBefore } = diagnose(now, before);
    assert.equal(failureMode, "import/missing-module");
    assert.deepEqual(
      alsoBefore?.map(({ failureMode: mode, line }) => [mode, line]),
      [["broker/refused", 1]],
    );
  });

  it("keeps what a deploy that worked has said too, where nothing else is there", () => {
    const log = readLogLines(["ModuleNotFoundError: No module named 'redis'"]);
    assert.equal(diagnose(log, log).failureMode, "import/missing-module");
  });

  it("says which of several instances show a symptom", () => {
    const { instances } = diagnose(
      readLogLines([
        "[abcd1] INFO:     Application startup complete.",
        "[abcd1] could not refresh: refused",
        "[xyzw2] ModuleNotFoundError: No module named 'redis'",
      ]),
    );
    assert.deepEqual(instances, [
      { name: "abcd1", symptoms: 0 },
      { name: "xyzw2", symptoms: 1 },
    ]);
  });

  it("asks for what would tell more where only the end is known", () => {
    const { asksFor, evidence } = diagnose(readLogLines(["the gears are stuck: error 7", EXITED]));
    assert.ok(asksFor.length > 0);
    assert.ok(evidence.some(({ text }) => text.includes("gears")));
  });

  it("finds the one line that differs in a number after many that no row takes", () => {
    const sound = Array.from({ length: 200 }, () => "job-1 exited with code 0");
    const { failureMode, evidence } = diagnose(readLogLines([...sound, "app-1 exited with code 1"]));
    assert.equal(failureMode, "process/exited");
    assert.ok(evidence.some(({ line }) => line === 201));
  });

  it("names an exception's place in the user's own code, and the library that raised it", () => {
    const { exception, rootCause, failureMode } = diagnose(
      readLogLines([
        "Traceback (most recent call last):",
        '  File "/app/main.py", line 4, in <module>',
        "    client = stripe.Client()",
        '  File "/usr/lib/python3/site-packages/stripe/client.py", line 9, in __init__',
        '    raise BrokenClient("no")',
        "stripe.errors.BrokenClient: no",
        EXITED,
      ]),
    );
    assert.equal(failureMode, "process/exception");
    assert.deepEqual(
      [exception?.file, exception?.fileLine, exception?.library],
      ["/app/main.py", 4, "stripe"],
    );
    assert.match(rootCause, /\/app\/main\.py:4/);
  });
});
