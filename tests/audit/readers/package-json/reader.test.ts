import assert from "node:assert/strict";
import { PACKAGE_JSON } from "../../../../audit/readers/package-json/reader";
import { ONE_FILE } from "../one-file";

describe("the reader of package.json", () => {
  const path = "package.json";

  it("states the start script at its place", () => {
    const { facts } = PACKAGE_JSON.read(
      { path, text: '{\n  "scripts": { "start": "node server.js" }\n}' },
      ONE_FILE,
    );
    assert.deepEqual(facts, [
      {
        kind: "start-command",
        command: { known: true, value: "node server.js" },
        place: { source: "file", file: path, line: 2, column: 25, key: "scripts.start" },
      },
    ]);
  });

  it("reads a file that is indented with tabs", () => {
    const text = '{\n\t"name": "a",\n\t"scripts": {\n\t\t"start": "node a.js"\n\t}\n}\n';
    const { facts, problems } = PACKAGE_JSON.read({ path, text }, ONE_FILE);
    assert.deepEqual([facts.length, problems], [1, []]);
  });

  it("states nothing without one, and says where a file is broken", () => {
    assert.deepEqual(PACKAGE_JSON.read({ path, text: '{ "name": "start" }' }, ONE_FILE).facts, []);
    assert.equal(PACKAGE_JSON.read({ path, text: '{ "start": [ }' }, ONE_FILE).problems.length, 1);
  });
});
