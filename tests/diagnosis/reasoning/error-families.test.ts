import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";
import { ERROR_FAMILIES, familyOf } from "../../../diagnosis/reasoning/error-families";

/** Errors in words that no row knows, by the family that they are of. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  runtime: [
    "error: this package requires Elixir ~> 1.16",
    "fatal: Ruby 2.7.8 is not supported, use 3.1 or later",
    "java.lang.NoSuchMethodError: 'void org.example.Client.close()'",
    "The module was compiled against a different Node.js version using NODE_MODULE_VERSION 108",
  ],
  library: [
    "java.lang.UnsatisfiedLinkError: no tensorflow_jni in java.library.path",
    "error while loading: libvips.so.42: cannot open shared object file",
    "Failed to load NIF library: './priv/argon2_nif.so'",
  ],
  probe: [
    "Liveness probe failed: HTTP probe failed with statuscode: 503",
    "Container web failed startup probe, will be restarted",
  ],
  "bind-denied": [
    "Error: listen EACCES: permission denied 0.0.0.0:443",
    "(13)Permission denied: AH00072: make_sock: could not bind to address [::]:80",
  ],
  "none-listens": [
    "Web process failed to bind to $PORT within 60 seconds of launch",
    "No open HTTP ports were detected",
  ],
  "host-refused": ['Blocked request. This host ("shop.example.net") is not allowed.'],
  image: ["Error response from daemon: pull access denied for acme/api, repository does not exist"],
  shell: [
    "sh: 1: exec: gunicorn: not found in PATH",
    "bash: line 2: poetry: command not found",
    "/entry.sh: line 8: /app/.venv/bin/uvicorn: cannot execute: required file not found",
  ],
  processor: ["Error: /app/node_modules/argon2/build/argon2.node: invalid ELF header"],
  glibc: ["./api: /lib/libm.so.6: version `GLIBC_2.29' not found (required by ./api)"],
  "module-format": ["SyntaxError: Cannot use import statement outside a module"],
  statement: ['DuplicatePreparedStatementError: prepared statement "__asyncpg_stmt_1__" already exists'],
  clients: ["Too many connections", "FATAL: remaining connection slots are reserved for superusers"],
  extension: ['ERROR:  extension "postgis" does not exist'],
  "already-there": [
    '%Postgrex.Error{postgres: %{code: :duplicate_table, pg_code: "42P07"}}',
    "cause: SqliteError: duplicate column name: color",
    "ER_TABLE_EXISTS_ERROR: Table 'orders' already exists",
  ],
  "object-denied": ["psycopg2.errors.InsufficientPrivilege: permission denied for schema public"],
  "host-denied": ["ER_HOST_NOT_PRIVILEGED: Host '10.0.0.8' is not allowed to connect to this MariaDB server"],
  "login-form": [
    "postgres: unsupported authentication method: gss",
    "Unknown authenticationOk message type: the authentication type 10 is not supported by pg",
  ],
  "url-parameter": [
    'unrecognized connection parameter: "channel_binding"',
    "sslmode value is unsupported: prefer",
  ],
  url: ["VercelPostgresError - 'invalid_connection_string': This connection string is meant to be direct"],
  encryption: ["Connections using insecure transport are prohibited: secure transport is required"],
  damaged: ['DatabaseError(Unknown, "database disk image is malformed")'],
  assertion: ["AssertionError: 'password authentication failed' not found in page"],
  command: ["Error: spawn ffmpeg ENOENT", "entrypoint.sh: line 3: wait-for: command not found"],
  permission: [
    "Fatal: mkdir /srv/uploads: permission denied",
    "error: EACCES writing /app/dist",
    "System.UnauthorizedAccessException: Access to the path '/keys' is denied.",
  ],
  memory: [
    "runtime: cannot allocate memory",
    "java.lang.OutOfMemoryError: Java heap space",
    "terminate called after throwing an instance of 'std::bad_alloc'",
  ],
  crash: [
    "Segmentation fault (core dumped)",
    "fatal: signal SIGSEGV",
    "api: main.cc:31: void run(): Assertion `ready' failed.",
  ],
  module: [
    "fatal: could not find module 'internal/billing'",
    "LoadError: cannot load such file -- sassc",
    "Error: package 'left-pad' is not installed",
    "java.lang.NoClassDefFoundError: com/example/Plugin",
    "** (UndefinedFunctionError) function Jason.encode!/1 is undefined (module Jason is not available)",
  ],
  "missing-setting": [
    "panic: environment variable REDIS_URL is not set",
    "Error: MAILGUN_API_KEY must be provided",
    "fatal: no secret key given",
    "error: missing required environment variable: PUBLIC_URL",
    "config error: option `listen` is required",
  ],
  "wrong-setting": [
    "error: unknown flag: --workers-count",
    "fatal: 'verbose' is not a valid log level",
    "Error: failed to parse config /etc/app.yaml: line 3",
    'pods "api" is forbidden: exceeded quota: compute',
    "panic: invalid port 99999",
  ],
  "missing-file": [
    "error: cannot open file '/app/model.bin'",
    "fatal: open /etc/app/cert.pem: no such file or directory",
    "Error: the directory /app/public does not exist",
  ],
  "port-in-use": [
    "listen tcp 0.0.0.0:9000: bind: address already in use",
    "error: port 4000 is already in use",
  ],
  schema: ["error: no such table: sessions", "SQLSTATE: relation public.orders does not exist"],
  migration: ["error: migration 0004_add_index failed", "fatal: could not run migrations: dirty version 7"],
  "database-refused": [
    "error: could not connect to database: dial: connection refused",
    "panic: failed to connect to postgres at 10.0.0.3",
    "MongoNetworkError: connect ECONNREFUSED 10.0.0.3:27017",
  ],
  "database-login": [
    "error: mysql: access denied for user 'app'",
    "fatal: database login: authentication failed",
  ],
  "database-name": [
    "error: database host: Name or service not known",
    "panic: lookup postgres: no such host",
  ],
  refused: ["error: dial tcp 10.0.0.9:4222: connect: connection refused", "fatal: unable to connect to NATS"],
  name: ["error: getaddrinfo ENOTFOUND queue.internal", "fatal: could not resolve host search.internal"],
  syntax: ["error: unexpected token at line 3", "/app/lib/a.rb:7: syntax error, unexpected end-of-input"],
  killed: ["worker: killed by signal 9 (SIGKILL)", "the process did not stop in time"],
  type: [
    "TypeError: connect() got an unexpected keyword argument 'ssl_context'",
    "error: undefined method 'call' for nil",
    "panic: runtime error: invalid memory address or nil pointer dereference",
  ],
};

describe("The families of errors", () => {
  for (const { id, example } of ERROR_FAMILIES) {
    it(`file the example of ${id} under it`, () => {
      assert.equal(familyOf(example)?.id, id);
    });
  }

  for (const [id, lines] of Object.entries(SIBLINGS)) {
    for (const line of lines) {
      it(`file under ${id}: ${line}`, () => {
        assert.equal(familyOf(line)?.id, id);
      });
    }
  }

  /** Lines that share words with a family, and are of another area: the family that they are of, if of any. */
  const FOREIGN: Readonly<Record<string, string | undefined>> = {
    "Error: user 42710 has no subscription": undefined,
    "Error: type User already exists in the schema": undefined,
    'Error: type "User" already exists in the schema': undefined,
    'panic: duplicate column "id" in CSV header': undefined,
    "Error: Application Insights connection string is missing": undefined,
    "ValueError: connection string should not be empty (AZURE_STORAGE_CONNECTION_STRING)": undefined,
    "ValueError: Invalid host: API_HOST must have a scheme": undefined,
    "Error: Invalid host in REDIS_URL: must not be empty": "missing-setting",
    "Error: SSL is required to use the Stripe API": undefined,
    "Error: broker requires a TLS connection (amqps://)": undefined,
    "Error: kafka: authentication method PLAIN is not supported": undefined,
    "TypeError: AsyncClient.__init__() got an unexpected keyword argument 'connect_timeout'": "type",
    "Error: repository does not exist: UserRepository is not registered": undefined,
    "Error: Vite manifest not found at: /app/public/build/manifest.json": undefined,
    "Error: startup health check failed: missing STRIPE_KEY": "missing-setting",
    "docker: bind mount /data: permission denied": "permission",
    "Error: cannot bind parameter 1: permission denied": "permission",
    "Error: no service is listening on topic orders": undefined,
  };
  for (const [line, id] of Object.entries(FOREIGN)) {
    it(`need a word of their own area: ${line}`, () => {
      assert.equal(familyOf(line)?.id, id);
    });
  }

  const ORDINARY = [
    "Listening on port 3000",
    "GET /orders 200 in 12 ms",
    "connected to the database",
    "loaded 12 modules",
    "3 migrations applied",
    "cache is ready",
  ];
  for (const line of ORDINARY) {
    it(`do not know an ordinary line: ${line}`, () => {
      assert.equal(familyOf(line), undefined);
    });
  }

  const answer = (...lines: readonly string[]) => diagnose(readLogLines(lines));

  it("give an error that no row knows its mode, its words and what may be done", () => {
    const { failureMode, certainty, rootCause, correctiveAction } = answer(
      "booting orders",
      "fatal: setting ORDERS_REGION has to be set",
      "==> Exited with status 1",
    );
    assert.deepEqual([failureMode, certainty], ["configuration/missing-variable", "likely"]);
    assert.match(rootCause, /ORDERS_REGION/);
    assert.match(correctiveAction, /Set the variable/);
  });

  it("file an error of a build under the build", () => {
    const { failureMode, rootCause } = answer(
      "#9 1.203 error: cannot open file '/app/schema.graphql'",
      '#9 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2',
    );
    assert.equal(failureMode, "build/failed");
    assert.match(rootCause, /schema\.graphql/);
  });

  it("prefer the deepest cause of a chain", () => {
    const { failureMode, rootCause } = answer(
      "Error: the worker cannot go on",
      "Caused by:",
      "  environment variable QUEUE_NAME is not set",
    );
    assert.equal(failureMode, "configuration/missing-variable");
    assert.match(rootCause, /QUEUE_NAME/);
  });

  it("call an error of the code itself unknown where no stack shows its place", () => {
    assert.equal(
      answer("TypeError: total is not a function", "==> Exited with status 1").certainty,
      "unknown",
    );
  });

  it("name no cause where the service went on to listen", () => {
    const log = ["error: cannot open file '/app/cache.bin', rebuilding", "Listening on http://0.0.0.0:8080"];
    assert.equal(answer(...log).failureMode, "unknown");
  });

  it("never take a deploy for sound whose platform says that it failed", () => {
    for (const end of [
      "==> Deploy failed",
      "Deployment failed",
      "==> Build failed 😞",
      "task: non-zero exit (1)",
    ]) {
      const { failureMode, certainty } = answer("12 packages installed", "ready", end);
      assert.notEqual(failureMode, "none", end);
      assert.equal(certainty, "unknown", end);
    }
  });
});
