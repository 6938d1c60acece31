import assert from "node:assert/strict";
import { isStarted, saysWhatStarts, startedFolders } from "../../../audit/walk/started-folders";

describe("the folders that a manifest starts", () => {
  const CASES: readonly (readonly [text: string, folders: readonly string[]])[] = [
    ["CMD uvicorn example.main:app\n", ["example"]],
    ["CMD uvicorn acme.docs.main:app\n", ["acme", "acme/docs"]],
    ['CMD ["python", "samples/server.py"]\n', ["samples"]],
    ["CMD node docs.js\n", []],
    ["CMD npm run docs\n", []],
    ["CMD python -m samples\n", ["samples"]],
    ["RUN go build -o /app ./cmd/example\n", ["cmd/example"]],
    ["RUN npm test -- tests/a.js\n", []],
    ["COPY docs/ ./docs/\n", []],
    ["    rootDir: apps/docs\n", ["apps/docs"]],
    ["    rootDir: docs\n", ["docs"]],
    ["web: cd examples && npm start\n", ["examples"]],
    ["    startCommand: curl https://example.com/a\n", []],
  ];
  for (const [text, folders] of CASES)
    it(`are ${folders.join(" and ") || "none"}: ${text.trim()}`, () =>
      assert.deepEqual([...startedFolders([text])], folders));

  it("are also below the folders in which projects keep their parts, and hold others", () => {
    const started = new Set(["example", "examples/api"]);
    assert.deepEqual(
      ["example", "src/example", "lib/example", "examples", "examples/api", "examples/web"].map((folder) =>
        isStarted(folder, started),
      ),
      ["itself", "itself", undefined, "holds", "itself", undefined],
    );
  });

  it("are asked of manifests alone", () =>
    assert.deepEqual(
      ["Dockerfile", "Dockerfile.web", "Procfile", "fly.staging.toml", "README.md", "Makefile"].filter(
        saysWhatStarts,
      ),
      ["Dockerfile", "Dockerfile.web", "Procfile", "fly.staging.toml"],
    ));
});
