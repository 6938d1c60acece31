import assert from "node:assert/strict";
import { boundToAll } from "../../policy/remediations";

/** A command with a loopback address, and the one right answer; undefined where there is none. */
const COMMANDS: readonly (readonly [before: string, after: string | undefined])[] = [
  ["uvicorn main:app --host 127.0.0.1 --port $PORT", "uvicorn main:app --host 0.0.0.0 --port $PORT"],
  ["uvicorn main:app --host=localhost --port 8000", "uvicorn main:app --host=0.0.0.0 --port 8000"],
  ["uvicorn main:app --port $PORT", "uvicorn main:app --port $PORT --host 0.0.0.0"],
  ["gunicorn main:app -b 127.0.0.1:8000", "gunicorn main:app -b 0.0.0.0:8000"],
  ["hypercorn main:app --bind localhost:$PORT", "hypercorn main:app --bind 0.0.0.0:$PORT"],
  ["python manage.py runserver 127.0.0.1:8000", "python manage.py runserver 0.0.0.0:8000"],
  ["sh -c 'uvicorn main:app --host 127.0.0.1'", "sh -c 'uvicorn main:app --host 0.0.0.0'"],
  [
    "wait-for localhost && uvicorn main:app --host localhost",
    "wait-for localhost && uvicorn main:app --host 0.0.0.0",
  ],
  ["cd app && uvicorn main:app", undefined],
  ["python manage.py runserver", undefined],
  ["hypercorn main:app", undefined],
  ["uvicorn main:app --host 0.0.0.0", undefined],
  ["node server.js", undefined],
];

describe("the remediation of a loopback bind", () => {
  for (const [before, after] of COMMANDS) {
    it(`${after === undefined ? "leaves alone" : "mends"}: ${before}`, () => {
      assert.equal(boundToAll(before), after);
    });
  }
});
