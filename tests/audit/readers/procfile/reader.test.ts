import assert from "node:assert/strict";
import { PROCFILE } from "../../../../audit/readers/procfile/reader";
import { ONE_FILE } from "../one-file";

describe("the reader of Procfiles", () => {
  const facts = (text: string) => PROCFILE.read({ path: "api/Procfile", text }, ONE_FILE).facts;

  it("states the web process at its place, and the release before it", () => {
    assert.deepEqual(facts("release: alembic upgrade head\r\nweb:  gunicorn main:app\r\n"), [
      {
        kind: "start-command",
        command: { known: true, value: "gunicorn main:app" },
        place: { source: "file", file: "api/Procfile", line: 2, column: 7, key: "web" },
      },
      {
        kind: "platform-command",
        by: "pre-deploy command",
        command: { known: true, value: "alembic upgrade head" },
        place: { source: "file", file: "api/Procfile", line: 1, column: 10, key: "release" },
      },
    ]);
  });

  for (const text of ["", "worker: celery worker", "# web: uvicorn main:app", "web:", "webhook: node a.js"]) {
    it(`states nothing of ${JSON.stringify(text)}`, () => assert.deepEqual(facts(text), []));
  }

  it("accepts a Procfile in any folder, and no other file", () => {
    assert.deepEqual(["Procfile", "a/Procfile", "Procfile.dev", "MyProcfile"].map(PROCFILE.accepts), [
      true,
      true,
      false,
      false,
    ]);
  });
});
