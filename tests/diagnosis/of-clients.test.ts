import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../diagnosis";

const FOLDER = "/opt/render/project/src/.venv/lib/python3.12/site-packages";
const EXITED = "==> Exited with status 1";

const CASES: readonly (readonly [title: string, mode: string, cause: RegExp, lines: readonly string[]])[] = [
  [
    "an application of ASGI that gunicorn's own worker calls",
    "configuration/invalid",
    /^the server calls the application FastAPI without `send`/,
    [
      "[INFO] Using worker: sync",
      "[ERROR] Error handling request /health",
      "Traceback (most recent call last):",
      `  File "${FOLDER}/gunicorn/workers/sync.py", line 179, in handle_request`,
      "TypeError: FastAPI.__call__() missing 1 required positional argument: 'send'",
      "==> Timed out after waiting for internal health check to return a successful response code at: srv-x:8000 /health",
    ],
  ],
  [
    "a scheme that is no result backend's, and no module that is missing",
    "configuration/invalid",
    /^Celery knows no result backend by the scheme of its URL/,
    [
      "Traceback (most recent call last):",
      `  File "${FOLDER}/celery/app/backends.py", line 69, in by_url`,
      `  File "${FOLDER}/celery/app/backends.py", line 49, in by_name`,
      `  File "${FOLDER}/kombu/utils/imports.py", line 64, in symbol_by_name`,
      "ModuleNotFoundError: No module named 'memory'",
      EXITED,
    ],
  ],
  [
    "a parameter of the URL that the driver does not know",
    "database/unsupported-parameter",
    /^the driver does not know the parameter sslmode/,
    ["TypeError: connect() got an unexpected keyword argument 'sslmode'", EXITED],
  ],
  [
    "a table that the role may not read",
    "database/permission-denied",
    /^the database's role lacks a right on the table orders$/,
    ["asyncpg.exceptions.InsufficientPrivilegeError: permission denied for table orders", EXITED],
  ],
];

describe("What a client of a service or a database says", () => {
  for (const [title, mode, cause, lines] of CASES)
    it(title, () => {
      const { failureMode, rootCause } = diagnose(readLogLines(lines));
      assert.equal(failureMode, mode);
      assert.match(rootCause, cause);
    });
});
