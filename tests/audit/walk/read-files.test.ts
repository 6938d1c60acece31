import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const variables = (count: number): string =>
  Array.from({ length: count }, (_, at) => `NAME_${at}=${at}\n`).join("");

describe("reading files", () => {
  it("refuses a file of more facts than a person writes in one sentence, and judges the others", () => {
    const files = {
      "hostile/.env.production": variables(10_001),
      ".env.production": `PORT=10000\n${variables(9999)}`,
      "render.yaml":
        "services:\n  - type: web\n    name: api\n    startCommand: uvicorn main:app --port 8000\n",
    };
    const { files: read, findings } = inFolder(files, (folder) => auditFolder(folder));
    const problems = read.flatMap(({ problems: all }) => all);
    assert.deepEqual(problems, [
      {
        file: "hostile/.env.production",
        reason:
          "it states more than 10,000 facts, such as variables, and was not judged; expected a file that a person wrote",
      },
    ]);
    assert.equal(read.find(({ path }) => path === ".env.production")?.facts, 10_000);
    assert.ok(
      findings.some(({ rule }) => rule === "service/loopback-bind"),
      findings.map(({ rule }) => rule).join(),
    );
  });
});
